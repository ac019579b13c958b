#pragma once

#include <QScrollBar>

namespace evident {

class Theme;

/// A scroll bar with marks of severity beside its thumb. Marks that fall on one pixel show the heaviest.
class MarkedScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit MarkedScrollBar(const Theme &theme, QWidget *parent = nullptr);

    /// Position (0 … 1 of the whole) and Severity as a number.
    void setMarks(const QList<QPair<double, int>> &marks);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<QPair<double, int>> m_marks;
};

} // namespace evident
