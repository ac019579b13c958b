#pragma once

#include "timelinepainter.h"

#include <QWidget>

#include <optional>

namespace evident {

class TimelineModel;

/// The records over time, as bars that are stacked from levels, owners, methods or codes. A stretch of them is chosen
/// by dragging, or with Shift and the arrow keys and then Enter; the wheel, + and - zoom.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    /// The model outlives it.
    TimelineView(const Theme &theme, const Icons &icons, TimelineModel *model, QWidget *parent = nullptr);

    TimelineModel *model() const { return m_model; }
    const TimelineReading &reading() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// The times of the rows that are seen, and whether they stand in the order of time.
    void setVisibleTimes(const QList<qint64> &times, bool inOrder);
    const QList<qint64> &visibleTimes() const { return m_visibleTimes; }
    void setMarkers(const QList<TimelineMarker> &markers);
    const QList<TimelineMarker> &markers() const { return m_markers; }

    /// The bin that the keyboard is on; -1: none.
    int currentBin() const;
    void setCurrentBin(int bin);
    QRect binRect(int bin) const;
    int binAt(int x) const; ///< -1 beside all of them
    /// "2026-01-15 09:14–09:15: 12 errors, 3 notices", and the markers that are there.
    QString binText(int bin) const;
    QString summary() const; ///< of the whole strip
    /// What Enter takes: the selected stretch, or the current bin.
    std::optional<TimeSpan> selectedSpan() const;
    TimeSpan shownSpan() const;

public slots:
    void zoomIn();
    void zoomOut();
    void zoomToSelection();
    /// Shows all that the rows have, first without strays; asks for more where that is shown already.
    void zoomToWhole();
    void chooseSelection();

signals:
    void spanChosen(const evident::TimeSpan &span); ///< records of this span alone are wanted
    void wholeRequested(); ///< though all that the rows have is shown
    void markerActivated(int index);
    void menuRequested(const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    TimelineGeometry geometry() const;
    void readingChanged();
    QString emptyText() const;
    QString toolTipAt(const QPoint &position) const;
    int markerAt(const QPoint &position) const;
    QList<int> markersIn(const TimeSpan &span) const;

    bool moveBy(int key, Qt::KeyboardModifiers modifiers);
    void moveTo(int bin, bool extends);
    void goToMarker(bool backwards);
    bool escape();
    void zoom(double factor, qint64 around);
    void pan(double share); ///< of what is shown
    void setSpan(const TimeSpan &span);
    std::optional<TimeSpan> dragSpan() const;

    TimelinePainter m_painter;
    const Theme &m_theme;
    TimelineModel *m_model;
    QList<qint64> m_visibleTimes;
    bool m_isInOrder = false;
    QList<TimelineMarker> m_markers;
    // Times, as bins become others:
    std::optional<qint64> m_cursor;
    std::optional<qint64> m_anchor; ///< where a stretch that Shift extends begins
    std::optional<QPoint> m_pressed;
    std::optional<QPoint> m_dragged; ///< to where; only once it is a drag
    int m_wheelRest = 0; ///< not yet worth a step
    bool m_tellsCursor = false; ///< the bin under the cursor is to be read aloud when it is counted
};

} // namespace evident
