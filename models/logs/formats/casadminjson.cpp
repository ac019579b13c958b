#include "casadminjson.h"

#include "jsonprobe.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

QString CasAdminJsonFormat::name() const
{
    return u"cas-admin-json"_s;
}

Format::Match CasAdminJsonFormat::match(QByteArrayView head, bool headIsAll) const
{
    const JsonProbe probe = probeJson(head, headIsAll);
    // "elements" is a name that other things have too: an event has to be among them, or nothing at all.
    if (probe.page == JsonPageKind::AdminEvents && (!probe.hasRecord || probe.record.isAdmin || probe.record.isUser))
        return {true,
                QCoreApplication::translate("evident::CasAdminJsonFormat", "the array elements, of admin events")};
    if (probe.page != JsonPageKind::None || !probe.record.isAdmin)
        return {};
    if (probe.rootIsArray)
        return {true, QCoreApplication::translate("evident::CasAdminJsonFormat", "an array of admin events")};
    if (probe.recordIsPretty && probe.record.hasCode)
        return {true,
                QCoreApplication::translate("evident::CasAdminJsonFormat",
                                            "objects with activityCode, each on several lines")};
    return {};
}

} // namespace evident
