#include "timetarget.h"

#include "displaytime.h"
#include "fuzztarget.h"
#include "timefilter.h"
#include "timestamp.h"
#include "timevalue.h"

#include <QDateTime>

using namespace evident;

namespace {

constexpr qint64 firstOfYear10000 = Q_INT64_C(253'402'300'800'000);

void checkTime(qint64 time)
{
    // A day more on both sides, for the zones.
    constexpr qint64 least = Q_INT64_C(-62'135'596'800'000) - 86'400'000; // year 1
    mustHold(time == noTime || (time >= least && time <= firstOfYear10000 + 86'400'000),
             "a time has a year of four digits");
}

void checkReading(const TimeReader &times, QByteArrayView text)
{
    const qint64 iso = times.iso(text);
    const qint64 syslog = times.syslog(text);
    const qint64 found = times.find(text);
    for (const qint64 time : {iso, syslog, found})
        checkTime(time);
    mustHold(iso == noTime || syslog == noTime, "no text is a time of both forms");
    if (iso != noTime)
        mustHold(found == iso, "a line finds the time that it is");
    if (syslog != noTime)
        mustHold(found == syslog, "a line finds the syslog time that it is");
    if (iso < 0 || iso >= firstOfYear10000)
        return; // none, or printed with a year of other than four digits
    const QByteArray printed = QDateTime::fromMSecsSinceEpoch(iso, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
    mustHold(times.iso(printed) == iso, "a time that is printed is the same time");
}

void checkDisplayTime(QByteArrayView text)
{
    const DateHint hint = dateHint(text);
    const std::optional<DisplayTime> monthFirst = parseDisplayTime(text, DateOrder::MonthFirst);
    const std::optional<DisplayTime> dayFirst = parseDisplayTime(text, DateOrder::DayFirst);
    mustHold(monthFirst.has_value() == dayFirst.has_value(), "a text is a time in either order");
    if (!monthFirst)
        return;
    for (const DisplayTime &time : {*monthFirst, *dayFirst}) {
        mustHold(time.month >= 1 && time.month <= 12 && time.day >= 1 && time.day <= 31, "a date is one");
        mustHold(time.msOfDay >= 0 && time.msOfDay < 86'400'000, "a time lies in the day");
    }
    mustHold(monthFirst == dayFirst || hint == DateHint::Ambiguous, "what differs by the order is ambiguous");
}

void checkTerm(const QString &text)
{
    if (const Result<Value> value = parseTimeValue(text)) {
        const TimeValue &time = std::get<TimeValue>(value.value());
        const Result<Value> again = parseTimeValue(printed(time));
        mustHold(again && again.value() == value.value(), "a range that is printed is the same range");
        TimeFilter(time, QTimeZone("Europe/Berlin")).accepts(0);
    }
    if (const Result<Value> value = parseSpanValue(text)) {
        const Result<Value> again = parseSpanValue(printed(std::get<SpanValue>(value.value())));
        mustHold(again && again.value() == value.value(), "a span that is printed is the same span");
    }
}

} // namespace

void checkTimes(QByteArrayView input)
{
    constexpr qint64 fileTime = Q_INT64_C(1'768'468'442'118);
    static const TimeReader utc(QTimeZone::utc(), fileTime);
    static const TimeReader berlin(QTimeZone("Europe/Berlin"), fileTime);
    checkReading(utc, input);
    checkReading(berlin, input);
    checkDisplayTime(input);
    checkTerm(QString::fromUtf8(input));
}
