#include "markedscrollbar.h"

#include "theme.h"
#include "words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolTip>

namespace evident {

namespace {

constexpr int markWidth = 5;
constexpr int markHeight = 2;
/// How far from a mark the pointer still means it.
constexpr int nearby = 2;

/// Of a mark's upper edge.
int yOf(double position, const QRect &groove)
{
    return groove.y() + qRound(std::clamp(position, 0.0, 1.0) * (groove.height() - markHeight));
}

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

QRect MarkedScrollBar::groove() const
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    return style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
}

const QPair<double, int> *MarkedScrollBar::markAt(const QPoint &position) const
{
    const bool beside =
        isLeftToRight() ? position.x() >= width() - markWidth - nearby : position.x() < markWidth + nearby;
    const QRect area = groove();
    const QPair<double, int> *found = nullptr;
    for (const auto &mark : m_marks) {
        const int y = yOf(mark.first, area);
        const bool isHit = beside && position.y() >= y - nearby && position.y() < y + markHeight + nearby;
        if (isHit && (!found || mark.second < found->second))
            found = &mark;
    }
    return found;
}

bool MarkedScrollBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QScrollBar::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QPair<double, int> *mark = markAt(help->pos());
    QToolTip::showText(help->globalPos(), mark ? severityWord(Severity(mark->second)) : QString(), this);
    return true;
}

void MarkedScrollBar::mousePressEvent(QMouseEvent *event)
{
    const auto *mark = event->button() == Qt::LeftButton ? markAt(event->position().toPoint()) : nullptr;
    if (!mark)
        return QScrollBar::mousePressEvent(event);
    // Into the middle of what is seen.
    const double rows = double(maximum()) + pageStep();
    setValue(int(mark->first * rows) - pageStep() / 2);
}

void MarkedScrollBar::paintEvent(QPaintEvent *event)
{
    QScrollBar::paintEvent(event);
    const QRect area = groove();
    const int last = area.height() - markHeight;
    if (m_marks.isEmpty() || last < 0)
        return;
    constexpr int none = int(Severity::Unknown) + 1;
    QList<int> heaviest(last + 1, none);
    for (const auto &[position, severity] : std::as_const(m_marks)) {
        int &slot = heaviest[yOf(position, area) - area.y()];
        slot = std::clamp(severity, 0, slot);
    }
    QPainter painter(this);
    const int x = isLeftToRight() ? width() - markWidth : 0;
    for (int y = last; y >= 0; --y) {
        if (heaviest[y] != none)
            painter.fillRect(x, area.y() + y, markWidth, markHeight, m_theme.colors().of(Severity(heaviest[y])).ink);
    }
}

} // namespace evident
