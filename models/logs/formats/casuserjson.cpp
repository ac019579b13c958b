#include "casuserjson.h"

#include "jsonprobe.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

QString CasUserJsonFormat::name() const
{
    return u"cas-user-json"_s;
}

Format::Match CasUserJsonFormat::match(QByteArrayView head, bool headIsAll) const
{
    const JsonProbe probe = probeJson(head, headIsAll);
    if (probe.page == JsonPageKind::UserEvents)
        return {true, QCoreApplication::translate("evident::CasUserJsonFormat", "the array userEventLogExportEntries")};
    if (probe.isJson && !probe.rootIsArray && probe.page == JsonPageKind::None && probe.recordIsPretty
        && probe.record.isUser && probe.record.hasCode)
        return {
            true,
            QCoreApplication::translate("evident::CasUserJsonFormat", "objects with eventCode, each on several lines")};
    return {};
}

} // namespace evident
