#include "catalogpage.h"

#include "pagebuilder.h"
#include "pagetext.h"
#include "pipetable.h"

#include <QCoreApplication>

namespace evident {

Result<CatalogPage> readCatalogPage(const QByteArray &bytes, const QString &name)
{
    const Result<QStringList> lines = pageLines(bytes, name);
    if (!lines)
        return lines.error();

    PageBuilder builder;
    readPipePage(lines.value(), builder);
    CatalogPage page = builder.finish();
    if (page.entries.isEmpty()) {
        return Error{
            QCoreApplication::translate("evident::CatalogPage", "%1 holds no table of events that could be read.")
                .arg(name)};
    }
    return page;
}

} // namespace evident
