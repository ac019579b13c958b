#include "timelineaxis.h"

#include "timelinebins.h"

#include <QDateTime>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 day = 24 * 60 * minute;

QString timeFormat(qint64 step)
{
    if (step >= minute)
        return u"HH:mm"_s;
    return step >= second ? u"HH:mm:ss"_s : u"HH:mm:ss.zzz"_s;
}

} // namespace

QList<TimelineTick> timelineTicks(const TimeSpan &span, int most, const QTimeZone &zone)
{
    // One of the bins begins before the span, and its beginning is no tick.
    const TimelineBins bins(span, most, zone);
    const QString format = timeFormat(bins.width());
    QList<TimelineTick> ticks;
    QDate lastDay;
    for (int bin = 0; bin < bins.count(); ++bin) {
        if (bins.begin(bin) < span.first)
            continue;
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(bins.begin(bin), zone);
        const bool isDay = moment.date() != lastDay;
        lastDay = moment.date();
        const QString date = lastDay.toString(Qt::ISODate);
        if (!isDay)
            ticks.append({bins.begin(bin), moment.time().toString(format), false});
        else if (bins.width() >= day || moment.time().msecsSinceStartOfDay() == 0)
            ticks.append({bins.begin(bin), date, true});
        else
            ticks.append({bins.begin(bin), date + u' ' + moment.time().toString(format), true});
    }
    return ticks;
}

} // namespace evident
