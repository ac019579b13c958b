#include "markedscrollbar.h"

#include "theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace evident {

namespace {

constexpr int markWidth = 5;
constexpr int markHeight = 2;

} // namespace

MarkedScrollBar::MarkedScrollBar(const Theme &theme, QWidget *parent)
    : QScrollBar(Qt::Vertical, parent),
      m_theme(theme)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MarkedScrollBar::setMarks(const QList<QPair<double, int>> &marks)
{
    m_marks = marks;
    update();
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    if (m_marks.isEmpty())
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
    const int last = groove.height() - markHeight;
    if (last < 0)
        return;
    constexpr int none = int(Severity::Unknown) + 1;
    QList<int> heaviest(last + 1, none);
    for (const auto &[position, severity] : std::as_const(m_marks)) {
        int &slot = heaviest[qRound(std::clamp(position, 0.0, 1.0) * last)];
        slot = std::clamp(severity, 0, slot);
    }
    QPainter painter(this);
    const int x = isLeftToRight() ? width() - markWidth : 0;
    for (int y = last; y >= 0; --y) {
        if (heaviest[y] != none)
            painter.fillRect(x, groove.y() + y, markWidth, markHeight, m_theme.colors().of(Severity(heaviest[y])).ink);
    }
}

} // namespace evident
