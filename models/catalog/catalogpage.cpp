#include "catalogpage.h"

#include "delimitedtable.h"
#include "htmlpage.h"
#include "pagebuilder.h"
#include "pageedition.h"
#include "pagetext.h"
#include "pipetable.h"
#include "unseparatedrows.h"

#include <QCoreApplication>

namespace evident {

namespace {

Result<void> readPage(const QString &text, const QString &name, PageBuilder &builder)
{
    switch (editionOf(text)) {
    case PageEdition::Html:
        return readHtmlPage(text, name, builder);
    case PageEdition::Pipes:
        readPipePage(text, builder);
        break;
    case PageEdition::Tabs:
        readDelimitedPage(text, u'\t', builder);
        break;
    case PageEdition::Semicolons:
        readDelimitedPage(text, u';', builder);
        break;
    case PageEdition::Commas:
        readDelimitedPage(text, u',', builder);
        break;
    case PageEdition::Unseparated:
        readUnseparatedPage(text, builder);
        break;
    }
    return {};
}

} // namespace

Result<CatalogPage> readCatalogPage(const QByteArray &bytes, const QString &name)
{
    const Result<QString> text = pageText(bytes, name);
    if (!text)
        return text.error();
    PageBuilder builder;
    if (const Result<void> read = readPage(text.value(), name, builder); !read)
        return read.error();
    if (builder.isFull()) {
        return Error{
            QCoreApplication::translate("evident::CatalogPage", "%1 has far more rows than any page of the vendor's.")
                .arg(name)};
    }
    CatalogPage page = builder.finish();
    if (page.entries.isEmpty()) {
        return Error{
            QCoreApplication::translate("evident::CatalogPage", "%1 holds no table of events that could be read.")
                .arg(name)};
    }
    return page;
}

} // namespace evident
