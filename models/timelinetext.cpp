#include "timelinetext.h"

#include "words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <functional>
#include <vector>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::Timeline)
};

QString levelText(Severity severity, int count)
{
    switch (severity) {
    case Severity::Critical:
        return Messages::tr("%Ln critical record(s)", nullptr, count);
    case Severity::Error:
        return Messages::tr("%Ln error(s)", nullptr, count);
    case Severity::Warning:
        return Messages::tr("%Ln warning(s)", nullptr, count);
    case Severity::Notice:
        return Messages::tr("%Ln notice(s)", nullptr, count);
    case Severity::Info:
        return Messages::tr("%Ln info record(s)", nullptr, count);
    case Severity::Unknown:
        break;
    }
    return Messages::tr("%Ln record(s) of unknown level", nullptr, count);
}

/// The smallest unit of the clock that tells a moment exactly.
QString timeFormat(const QTime &time)
{
    if (time.msec() != 0)
        return u"HH:mm:ss.zzz"_s;
    return time.second() != 0 ? u"HH:mm:ss"_s : u"HH:mm"_s;
}

QString withOffset(const QDateTime &moment)
{
    return u' ' + moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(u"t"_s);
}

QStringList partTexts(const TimelineReading &reading, const std::function<qint64(int)> &countOf)
{
    QStringList texts;
    for (int part = 0; part < reading.parts.size(); ++part) {
        if (const qint64 count = countOf(part))
            texts.append(partText(reading, part, count));
    }
    return texts;
}

} // namespace

QString groupingTitle(TimelineGrouping grouping)
{
    switch (grouping) {
    case TimelineGrouping::Owner:
        return Messages::tr("By owner");
    case TimelineGrouping::Method:
        return Messages::tr("By method");
    case TimelineGrouping::Code:
        return Messages::tr("By code");
    case TimelineGrouping::Level:
        break;
    }
    return Messages::tr("By level");
}

QString partLabel(const TimelineReading &reading, int part)
{
    const TimelinePart &known = reading.parts.at(part);
    if (reading.grouping == TimelineGrouping::Level)
        return severityWord(Severity(part));
    if (reading.grouping == TimelineGrouping::Owner)
        return ownerWord(Owner(part));
    if (known.isRest)
        return Messages::tr("others");
    if (!known.value.isEmpty())
        return visibleText(known.value);
    return reading.grouping == TimelineGrouping::Method ? Messages::tr("without a method")
                                                        : Messages::tr("without a code");
}

QString timeSpanText(qint64 begin, qint64 end, const QTimeZone &zone)
{
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(begin, zone);
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(end, zone);
    const bool wholeDays = from.time().msecsSinceStartOfDay() == 0 && to.time().msecsSinceStartOfDay() == 0;
    const QString fromDay = from.date().toString(Qt::ISODate);
    if (wholeDays) {
        const QString lastDay = to.date().addDays(-1).toString(Qt::ISODate);
        return fromDay == lastDay ? fromDay : fromDay + u'–' + lastDay;
    }
    // Both as exactly as the more exact one.
    const QString format = std::max(timeFormat(from.time()), timeFormat(to.time()),
                                    [](const QString &a, const QString &b) { return a.size() < b.size(); });
    QString text = fromDay + u' ' + from.time().toString(format);
    // An hour that the clock shows twice.
    const bool isOffsetTold = from.offsetFromUtc() != to.offsetFromUtc();
    if (isOffsetTold)
        text += withOffset(from);
    text += u'–';
    if (to.date() != from.date())
        text += to.date().toString(Qt::ISODate) + u' ';
    text += to.time().toString(format);
    return isOffsetTold ? text + withOffset(to) : text;
}

QString partText(const TimelineReading &reading, int part, qint64 count)
{
    if (reading.grouping == TimelineGrouping::Level)
        return levelText(Severity(part), int(count));
    return Messages::tr("%1: %2", "a method, a code or an owner, and how many records")
        .arg(partLabel(reading, part), QLocale().toString(count));
}

QString countsText(const TimelineReading &reading, int bin)
{
    const QStringList texts = partTexts(reading, [&](int part) { return reading.counts.count(bin, part); });
    return texts.isEmpty() ? Messages::tr("no records") : texts.join(u", "_s);
}

QString straysText(qint64 before, qint64 after)
{
    if (before == 0 && after == 0)
        return {};
    const int count = int(before + after);
    if (after == 0)
        return Messages::tr("%Ln record(s) are dated long before all others.", nullptr, count);
    return before == 0 ? Messages::tr("%Ln record(s) are dated long after all others.", nullptr, count)
                       : Messages::tr("%Ln record(s) are dated long before or after all others.", nullptr, count);
}

QString timelineSummary(const TimelineReading &reading, const QTimeZone &zone)
{
    if (reading.bins().count() == 0)
        return reading.rows == 0 ? Messages::tr("There are no records.") : Messages::tr("No record has a time.");
    const TimelineBins &bins = reading.bins();
    int highest = 0;
    std::vector<qint64> ofParts(size_t(reading.parts.size()));
    for (int bin = 0; bin < bins.count(); ++bin) {
        if (reading.total(bin) > reading.total(highest))
            highest = bin;
        for (int part = 0; part < reading.parts.size(); ++part)
            ofParts[size_t(part)] += reading.counts.count(bin, part);
    }
    const QStringList texts = partTexts(reading, [&](int part) { return ofParts[size_t(part)]; });
    const QString span = timeSpanText(bins.begin(0), bins.end(bins.count() - 1), zone);
    QStringList sentences{Messages::tr("%1: %2.", "a span of time, what is in it")
                              .arg(span, texts.isEmpty() ? Messages::tr("no records") : texts.join(u", "_s))};
    if (!texts.isEmpty()) {
        sentences.append(
            Messages::tr("Most at %1: %2.", "a span of time, what is in it")
                .arg(timeSpanText(bins.begin(highest), bins.end(highest), zone), countsText(reading, highest)));
    }
    if (reading.strays() > 0)
        sentences.append(straysText(reading.straysBefore, reading.straysAfter));
    if (reading.withoutTime > 0)
        sentences.append(Messages::tr("%Ln record(s) have no time.", nullptr, int(reading.withoutTime)));
    return sentences.join(u' ');
}

} // namespace evident
