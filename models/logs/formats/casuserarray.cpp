#include "casuserarray.h"

#include "jsonprobe.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

QString CasUserArrayFormat::name() const
{
    return u"cas-user-array"_s;
}

Format::Match CasUserArrayFormat::match(QByteArrayView head, bool headIsAll) const
{
    const JsonProbe probe = probeJson(head, headIsAll);
    if (!probe.rootIsArray || probe.page != JsonPageKind::None)
        return {};
    if (probe.isEmptyArray)
        return {true, QCoreApplication::translate("evident::CasUserArrayFormat", "an empty array")};
    if (probe.record.isUser)
        return {true, QCoreApplication::translate("evident::CasUserArrayFormat", "an array of user events")};
    return {};
}

} // namespace evident
