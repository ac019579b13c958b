#include "storydelegate.h"

#include "htmltext.h"
#include "icons.h"
#include "storyroles.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace evident {

namespace {

constexpr int padding = 4;
constexpr int iconSize = 16;
constexpr int rounding = 4;

bool isChip(const QModelIndex &index)
{
    return index.data(StoryChipRole).toBool();
}

int widthOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int text = option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * padding;
    return isChip(index) ? text + iconSize + 4 * padding : text;
}

} // namespace

StoryDelegate::StoryDelegate(const Theme &theme, const Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent),
      m_theme(theme),
      m_icons(icons)
{ }

QSize StoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {widthOf(option, index), std::max(option.fontMetrics.height(), iconSize) + 6};
}

QPixmap StoryDelegate::shape(const QModelIndex &index, qreal devicePixelRatio) const
{
    const QVariant outcome = index.data(OutcomeRole);
    return outcome.isValid() ? m_icons.outcome(Outcome(outcome.toInt()), iconSize, devicePixelRatio)
                             : m_icons.severity(Severity(index.data(SeverityRole).toInt()), iconSize, devicePixelRatio);
}

/// The room that is left for the word.
QRect StoryDelegate::paintChip(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area,
                               const QModelIndex &index) const
{
    const ColorTokens::SeverityColors &colors = m_theme.colors().of(Severity(index.data(SeverityRole).toInt()));
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, area, rect); };
    const QRect chip(area.left(), area.top() + 1, std::min(widthOf(option, index) - 2 * padding, area.width()),
                     area.height() - 2);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.tint);
    painter->drawRoundedRect(placed(chip), rounding, rounding);
    const QRect icon(chip.left() + padding, area.top() + (area.height() - iconSize) / 2, iconSize, iconSize);
    painter->drawPixmap(placed(icon), shape(index, painter->device()->devicePixelRatioF()));
    painter->setPen(colors.ink);
    return chip.adjusted(iconSize + 2 * padding, 0, -padding, 0);
}

void StoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ColorTokens &colors = m_theme.colors();
    painter->save();
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? colors.selection : colors.base);
    const QRect cell = option.rect.adjusted(padding, 0, -padding, 0);
    QRect area = cell;
    painter->setFont(option.font);
    painter->setPen(index.data(StoryMutedRole).toBool() ? colors.mutedText : colors.text);
    if (isChip(index))
        area = paintChip(painter, option, cell, index);
    const QVariant asked = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment alignment = asked.isValid() ? Qt::Alignment(asked.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width());
    painter->drawText(QStyle::visualRect(option.direction, cell, area),
                      int(QStyle::visualAlignment(option.direction, alignment)) | int(Qt::TextSingleLine), text);
    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colors.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

bool StoryDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && widthOf(option, index) > option.rect.width())
        text = index.data().toString();
    QToolTip::showText(event->globalPos(), plainToolTip(text), view);
    return true;
}

} // namespace evident
