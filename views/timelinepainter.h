#pragma once

#include "timelinegeometry.h"
#include "timelinereading.h"

#include <QFont>
#include <QList>
#include <QString>
#include <QTimeZone>

#include <optional>

class QPainter;

namespace evident {

class Icons;
class Theme;

/// Something that a timeline points at: a finding.
struct TimelineMarker
{
    qint64 begin = 0; ///< ms UTC
    qint64 end = 0;
    Severity severity = Severity::Warning;
    QString text;
};

/// Paints a timeline: bars, axis, what is selected and what is seen of the rows. It knows neither widget nor model.
class TimelinePainter
{
public:
    TimelinePainter(const Theme &theme, const Icons &icons)
        : m_theme(theme),
          m_icons(icons)
    { }

    /// What a picture of the strip shows.
    struct Picture
    {
        TimelineGeometry geometry;
        QRectF axis; ///< below the bars
        QTimeZone zone;
        QList<qint64> visibleTimes; ///< of the rows that are seen
        bool isInOrder = false; ///< … which stand in the order of time: what lies between is seen
        std::optional<TimeSpan> selection;
        std::optional<qint64> cursor; ///< a time of the bin that the keyboard is on
        QList<TimelineMarker> markers;
    };
    void paint(QPainter &painter, const TimelineReading &reading, const Picture &picture) const;

    /// Where a marker's shape is.
    static QRectF markerRect(const TimelineGeometry &geometry, const TimelineMarker &marker);
    /// The markers that are painted, the worst first: of those that would lie on each other the worst alone.
    static QList<int> shownMarkers(const TimelineGeometry &geometry, const QList<TimelineMarker> &markers);
    QColor color(const TimelineReading &reading, int part) const;

    static constexpr int seenHeight = 4; ///< of the stripe below the bars that shows what is seen

private:
    void paintAxis(QPainter &painter, const Picture &picture) const;
    void paintBars(QPainter &painter, const TimelineReading &reading, const Picture &picture) const;
    void paintSelection(QPainter &painter, const TimelineReading &reading, const Picture &picture) const;
    void paintSeen(QPainter &painter, const Picture &picture) const;
    void paintMarkers(QPainter &painter, const Picture &picture) const;

    const Theme &m_theme;
    const Icons &m_icons;
};

} // namespace evident
