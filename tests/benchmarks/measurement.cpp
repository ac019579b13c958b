#include "measurement.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

double medianOf(const std::vector<double> &sorted)
{
    const std::size_t middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

QJsonValue json(const std::optional<Spread> &spread)
{
    return spread ? QJsonArray{spread->least, spread->median, spread->most} : QJsonValue();
}

std::optional<Spread> spreadFrom(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    if (array.size() != 3)
        return std::nullopt;
    return Spread{array[0].toDouble(), array[1].toDouble(), array[2].toDouble()};
}

QJsonValue json(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<double> numberFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

} // namespace

Spread Spread::of(std::vector<double> values)
{
    std::ranges::sort(values);
    return {values.front(), medianOf(values), values.back()};
}

void Measurement::compare(const std::vector<double> &own, const std::vector<double> &others)
{
    ours = Spread::of(own);
    reference = Spread::of(others);
    std::vector<double> ratios;
    for (std::size_t run = 0; run < std::min(own.size(), others.size()); ++run)
        ratios.push_back(others[run] > 0 ? own[run] / others[run] : 0);
    ratio = Spread::of(std::move(ratios));
}

std::optional<bool> Measurement::met() const
{
    if (!failure.isEmpty())
        return false;
    if (atMostTimes && ratio)
        return ratio->median <= *atMostTimes;
    if (atMostOver && reference)
        return ours.median - reference->median <= *atMostOver;
    if (atMost)
        return ours.median <= *atMost;
    return std::nullopt;
}

QString Measurement::goalText() const
{
    if (atMostTimes)
        return u"≤ %1 ×"_s.arg(*atMostTimes);
    if (atMostOver)
        return u"≤ +%1 %2"_s.arg(*atMostOver).arg(unit);
    return atMost ? u"≤ %1 %2"_s.arg(*atMost).arg(unit) : QString();
}

double Measurement::recordsPerSecond() const
{
    const double seconds = unit == u"s" ? ours.median : unit == u"ms" ? ours.median / 1000 : 0;
    return seconds > 0 ? double(records) / seconds : 0;
}

double Measurement::bytesPerRecord() const
{
    return records > 0 ? double(peakRss) / double(records) : 0;
}

QJsonObject Measurement::toJson() const
{
    const std::optional<bool> reached = met();
    return {
        {u"title"_s, title},
        {u"unit"_s, unit},
        {u"ours"_s, json(std::optional(ours))},
        {u"referenceName"_s, referenceName},
        {u"reference"_s, json(reference)},
        {u"ratio"_s, json(ratio)},
        {u"atMostTimes"_s, json(atMostTimes)},
        {u"atMostOver"_s, json(atMostOver)},
        {u"atMost"_s, json(atMost)},
        {u"met"_s, reached ? QJsonValue(*reached) : QJsonValue()},
        {u"records"_s, records},
        {u"recordsPerSecond"_s, recordsPerSecond()},
        {u"bytes"_s, bytes},
        {u"peakRss"_s, peakRss},
        {u"bytesPerRecord"_s, bytesPerRecord()},
        {u"note"_s, note},
        {u"failure"_s, failure},
    };
}

Measurement Measurement::fromJson(const QJsonObject &object)
{
    Measurement result;
    result.title = object[u"title"].toString();
    result.unit = object[u"unit"].toString();
    result.ours = spreadFrom(object[u"ours"]).value_or(Spread());
    result.referenceName = object[u"referenceName"].toString();
    result.reference = spreadFrom(object[u"reference"]);
    result.ratio = spreadFrom(object[u"ratio"]);
    result.atMostTimes = numberFrom(object[u"atMostTimes"]);
    result.atMostOver = numberFrom(object[u"atMostOver"]);
    result.atMost = numberFrom(object[u"atMost"]);
    result.records = object[u"records"].toInteger();
    result.bytes = object[u"bytes"].toInteger();
    result.peakRss = object[u"peakRss"].toInteger();
    result.note = object[u"note"].toString();
    result.failure = object[u"failure"].toString();
    return result;
}

Measurement failedMeasurement(const QString &title, const QString &why)
{
    Measurement result;
    result.title = title;
    result.failure = why;
    return result;
}

} // namespace evident
