#pragma once

#include <QScrollBar>

namespace evident {

class Theme;

/// A scroll bar with marks of severity beside its thumb. Marks that fall on one pixel show the heaviest. A click on a
/// mark goes there; the tooltip has its word.
class MarkedScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit MarkedScrollBar(const Theme &theme, QWidget *parent = nullptr);

    /// Position (0 … 1 of the whole) and Severity as a number.
    void setMarks(const QList<QPair<double, int>> &marks);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRect groove() const;
    /// The heaviest of the marks under the pointer; null where there is none.
    const QPair<double, int> *markAt(const QPoint &position) const;

    const Theme &m_theme;
    QList<QPair<double, int>> m_marks;
};

} // namespace evident
