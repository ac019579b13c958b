#include "casadminjson.h"
#include "casuserarray.h"
#include "casuserjson.h"
#include "ndjson.h"
#include "textformat.h"
#include "toolcsv.h"

#include <QStringList>

namespace evident {

const std::vector<const Format *> &formats()
{
    static const CasUserJsonFormat casUserJson;
    static const CasUserArrayFormat casUserArray;
    static const CasAdminJsonFormat casAdminJson;
    static const NdjsonFormat ndjson;
    static const ToolCsvFormat toolCsv;
    static const TextFormat text;
    static const std::vector<const Format *> all = {&casUserJson, &casUserArray, &casAdminJson,
                                                    &ndjson,      &toolCsv,      &text};
    return all;
}

const Format *formatByName(QStringView name)
{
    for (const Format *format : formats()) {
        if (format->name() == name)
            return format;
    }
    return nullptr;
}

QStringList formatNames()
{
    QStringList names;
    for (const Format *format : formats())
        names.append(format->name());
    return names;
}

} // namespace evident
