#pragma once

#include "timelinepainter.h"

#include <QWidget>

#include <memory>

namespace evident {

/// Which colour of a timeline means what, in words. As much of it as there is room for; the tooltip has all.
class TimelineLegend : public QWidget
{
    Q_OBJECT

public:
    TimelineLegend(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void setReading(const std::shared_ptr<const TimelineReading> &reading);
    /// The words, in the order of the bars from below.
    const QStringList &texts() const { return m_texts; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(const QString &text) const;

    const Theme &m_theme;
    TimelinePainter m_painter;
    std::shared_ptr<const TimelineReading> m_reading;
    QList<int> m_parts; ///< those that have records
    QStringList m_texts;
};

} // namespace evident
