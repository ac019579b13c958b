#include "timelinepainter.h"

#include "icons.h"
#include "theme.h"
#include "timelineaxis.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>
#include <vector>

namespace evident {

namespace {

constexpr int markerSize = 14;
/// Of the line that tells how long something lasted; a shorter one would be a speck.
constexpr int leastLine = 4;
/// Between two texts of the axis.
constexpr int textGap = 24;
constexpr int tickLength = 4;
/// Bars at least so wide stand apart.
constexpr double apartFrom = 3;
/// However few there are, they are seen: errors better than others.
constexpr double leastHeight = 1;
constexpr double leastErrorHeight = 2;

/// Of the device: a line is one pixel wide and sharp at any scale.
double roundedToPixel(const QPainter &painter, double x)
{
    const double ratio = painter.device()->devicePixelRatioF();
    return std::round(x * ratio) / ratio;
}

quint64 highestTotal(const TimelineReading &reading)
{
    quint64 highest = 0;
    for (int bin = 0; bin < reading.bins().count(); ++bin)
        highest = std::max(highest, reading.total(bin));
    return highest;
}

} // namespace

QColor TimelinePainter::color(const TimelineReading &reading, int part) const
{
    const ColorTokens &colors = m_theme.colors();
    if (reading.grouping == TimelineGrouping::Level)
        return colors.bar(Severity(part));
    const int last = int(std::size(colors.parts)) - 1;
    const bool isRest =
        reading.parts.at(part).isRest || (reading.grouping == TimelineGrouping::Owner && Owner(part) == Owner::Unknown);
    // Owners begin with the unknown one.
    const int place = reading.grouping == TimelineGrouping::Owner ? part - 1 : part;
    return colors.parts[isRest ? last : std::min(place, last)];
}

QRectF TimelinePainter::markerRect(const TimelineGeometry &geometry, const TimelineMarker &marker)
{
    const double left = std::clamp(geometry.xOf(marker.begin) - markerSize / 2.0, geometry.bars.left(),
                                   std::max(geometry.bars.left(), geometry.bars.right() - markerSize));
    return {left, geometry.bars.top(), markerSize, markerSize};
}

void TimelinePainter::paint(QPainter &painter, const TimelineReading &reading, const Picture &picture) const
{
    paintSelection(painter, reading, picture);
    paintAxis(painter, picture);
    paintBars(painter, reading, picture);
    paintSeen(painter, picture);
    paintMarkers(painter, picture);
}

void TimelinePainter::paintAxis(QPainter &painter, const Picture &picture) const
{
    const ColorTokens &colors = m_theme.colors();
    const QRectF &bars = picture.geometry.bars;
    const QFontMetricsF metrics(painter.font());
    const double textWidth = metrics.horizontalAdvance(QStringLiteral("2026-01-15 09:14"));
    const int most = std::max(1, int(bars.width() / (textWidth + textGap)));
    double taken = bars.left() - textGap;
    for (const TimelineTick &tick : timelineTicks(picture.geometry.span, most, picture.zone)) {
        const double x = roundedToPixel(painter, picture.geometry.xOf(tick.time));
        painter.fillRect(QRectF(x, bars.top(), 1, bars.height() + TimelinePainter::seenHeight + tickLength),
                         colors.line);
        const double width = metrics.horizontalAdvance(tick.text);
        // Beside its line, unless that is out of the strip.
        const double left = std::min(x + 4, bars.right() - width);
        if (left < taken + textGap / 2.0)
            continue;
        taken = left + width;
        painter.setPen(tick.isDay ? colors.text : colors.mutedText);
        painter.drawText(QRectF(left, picture.axis.top(), width + 1, picture.axis.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, tick.text);
    }
    painter.fillRect(QRectF(bars.left(), bars.bottom(), bars.width(), 1), colors.line);
}

void TimelinePainter::paintBars(QPainter &painter, const TimelineReading &reading, const Picture &picture) const
{
    const TimelineGeometry &geometry = picture.geometry;
    const QRectF &bars = geometry.bars;
    const TimelineBins &bins = reading.bins();
    const quint64 highest = highestTotal(reading);
    if (highest == 0)
        return;
    std::vector<QColor> inks;
    inks.reserve(size_t(reading.parts.size()));
    for (int part = 0; part < reading.parts.size(); ++part)
        inks.push_back(color(reading, part));
    painter.save();
    painter.setClipRect(bars);
    for (int bin = 0; bin < bins.count(); ++bin) {
        if (bins.end(bin) <= geometry.span.first || bins.begin(bin) > geometry.span.last)
            continue;
        const double left = roundedToPixel(painter, geometry.xOf(bins.begin(bin)));
        double right = roundedToPixel(painter, geometry.xOf(bins.end(bin)));
        right = std::max(right - (right - left >= apartFrom ? 1 : 0), left + 1);
        double bottom = bars.bottom();
        for (int part = 0; part < reading.parts.size(); ++part) {
            const quint32 count = reading.counts.count(bin, part);
            if (count == 0)
                continue;
            const bool isError = reading.grouping == TimelineGrouping::Level && Severity(part) <= Severity::Error;
            const double height =
                std::max(double(count) / double(highest) * bars.height(), isError ? leastErrorHeight : leastHeight);
            const double top = roundedToPixel(painter, bottom - height);
            painter.fillRect(QRectF(left, top, right - left, bottom - top), inks[size_t(part)]);
            bottom = top;
        }
    }
    painter.restore();
}

void TimelinePainter::paintSelection(QPainter &painter, const TimelineReading &reading, const Picture &picture) const
{
    const ColorTokens &colors = m_theme.colors();
    const TimelineGeometry &geometry = picture.geometry;
    const QRectF &bars = geometry.bars;
    painter.save();
    painter.setClipRect(bars.adjusted(0, 0, 0, seenHeight));
    if (picture.selection) {
        const double left = geometry.xOf(picture.selection->first);
        const double right = geometry.xOf(picture.selection->last + 1);
        const QRectF area(left, bars.top(), right - left, bars.height());
        painter.fillRect(area, colors.selection);
        for (const double x : {left, right - 1})
            painter.fillRect(QRectF(roundedToPixel(painter, x), bars.top(), 1, bars.height()), colors.accent);
    }
    const int bin = picture.cursor ? reading.bins().binOf(*picture.cursor) : -1;
    if (bin >= 0) {
        const double left = geometry.xOf(reading.bins().begin(bin));
        const double right = std::max(geometry.xOf(reading.bins().end(bin)), left + 2);
        painter.fillRect(QRectF(left, bars.top(), right - left, bars.height()), colors.selection);
        painter.fillRect(QRectF(left, bars.top(), right - left, 2), colors.accent);
    }
    painter.restore();
}

/// Of what is seen of the rows: a stripe, or, where they stand in another order, a dot each.
void TimelinePainter::paintSeen(QPainter &painter, const Picture &picture) const
{
    if (picture.visibleTimes.isEmpty())
        return;
    const TimelineGeometry &geometry = picture.geometry;
    const QRectF &bars = geometry.bars;
    painter.save();
    painter.setClipRect(QRectF(bars.left(), bars.bottom(), bars.width(), seenHeight));
    const auto dot = [&](double left, double right) {
        const double x = roundedToPixel(painter, left - 2);
        painter.fillRect(QRectF(x, bars.bottom() + 1, right - left + 5, seenHeight - 1), m_theme.colors().accent);
    };
    if (picture.isInOrder) {
        const auto [first, last] = std::ranges::minmax(picture.visibleTimes);
        dot(geometry.xOf(first), geometry.xOf(last));
    } else {
        for (const qint64 time : picture.visibleTimes)
            dot(geometry.xOf(time), geometry.xOf(time));
    }
    painter.restore();
}

QList<int> TimelinePainter::shownMarkers(const TimelineGeometry &geometry, const QList<TimelineMarker> &markers)
{
    QList<int> order;
    for (int i = 0; i < markers.size(); ++i) {
        if (markers.at(i).end >= geometry.span.first && markers.at(i).begin <= geometry.span.last)
            order.append(i);
    }
    std::ranges::stable_sort(order, {}, [&markers](int i) { return markers.at(i).severity; });
    QList<int> shown;
    for (const int i : std::as_const(order)) {
        const QRectF shape = markerRect(geometry, markers.at(i));
        if (std::ranges::none_of(shown,
                                 [&](int other) { return markerRect(geometry, markers.at(other)).intersects(shape); }))
            shown.append(i);
    }
    return shown;
}

void TimelinePainter::paintMarkers(QPainter &painter, const Picture &picture) const
{
    const TimelineGeometry &geometry = picture.geometry;
    const QList<int> shown = shownMarkers(geometry, picture.markers);
    // How long each lasts, the worst on top.
    for (qsizetype i = shown.size() - 1; i >= 0; --i) {
        const TimelineMarker &marker = picture.markers.at(shown.at(i));
        const QRectF shape = markerRect(geometry, marker);
        const double right = std::min(geometry.xOf(marker.end), geometry.bars.right());
        if (right > shape.right() + leastLine)
            painter.fillRect(QRectF(shape.right(), shape.top(), right - shape.right(), 2),
                             m_theme.colors().of(marker.severity).ink);
    }
    for (const int i : shown) {
        const TimelineMarker &marker = picture.markers.at(i);
        const QRectF shape = markerRect(geometry, marker);
        // On a ground of its own, or a bar of its colour would swallow it.
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colors().base);
        painter.drawEllipse(shape.adjusted(-1, -1, 1, 1));
        painter.restore();
        painter.drawPixmap(shape.topLeft(),
                           m_icons.severity(marker.severity, markerSize, painter.device()->devicePixelRatioF()));
    }
}

} // namespace evident
