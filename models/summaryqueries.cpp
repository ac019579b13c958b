#include "summaryqueries.h"

#include "loghighlights.h"

#include <QDateTime>

namespace evident {

namespace {

Group codeGroup(qint64 code)
{
    return {Term{Field::Code, {}, false, {code == noCode ? Value(TextValue{}) : Value(CodeValue{code, code})}}};
}

TimePoint pointOf(qint64 utcMs, const QTimeZone &zone)
{
    QDateTime moment = QDateTime::fromMSecsSinceEpoch(utcMs, zone);
    // An offset of seconds, as clocks had them long ago, cannot be written.
    if (moment.offsetFromUtc() % 60 != 0)
        moment = moment.toUTC();
    return {moment.date(), moment.time(), moment.offsetFromUtc()};
}

} // namespace

QList<Group> codeGroups(Kind kind, qint64 code)
{
    if (code == noCode)
        return {codeGroup(code)};
    return {codeGroup(code), valueGroup(Field::Kind, kindToken(kind))};
}

Group timeGroup(qint64 begin, qint64 end, const QTimeZone &zone)
{
    return {Term{Field::Time, {}, false, {TimeValue{pointOf(begin, zone), pointOf(end, zone)}}}};
}

} // namespace evident
