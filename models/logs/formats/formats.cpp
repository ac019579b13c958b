#include "amlog.h"
#include "casadminjson.h"
#include "casuserarray.h"
#include "casuserjson.h"
#include "headerlesscsv.h"
#include "idrsyslog.h"
#include "monitortable.h"
#include "ndjson.h"
#include "siemcsv.h"
#include "syslogjson.h"
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
    static const SyslogJsonFormat syslogJson;
    static const ToolCsvFormat toolCsv;
    static const HeaderlessCsvFormat headerlessCsv;
    static const SiemCsvFormat siemCsv;
    static const MonitorTableFormat monitorTable;
    static const IdrSyslogFormat idrSyslog;
    static const AmLogFormat amLog;
    static const TextFormat text;
    static const std::vector<const Format *> all = {
        &casUserJson, // the order in which they are tried
        &casUserArray, &casAdminJson, &ndjson,    &syslogJson, &toolCsv, &headerlessCsv,
        &siemCsv,      &monitorTable, &idrSyslog, &amLog,      &text,
    };
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
