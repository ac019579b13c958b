#include "findingdelegate.h"

#include "findingsmodel.h"
#include "icons.h"
#include "roles.h"
#include "theme.h"

#include <QApplication>
#include <QPainter>

namespace evident {

namespace {

constexpr int padding = 8;
constexpr int lineAir = 4;
constexpr int iconSize = 16;
constexpr int barWidth = 3;
constexpr int leastWidth = 200;

void paintFocus(QPainter *painter, const QStyleOptionViewItem &option)
{
    const bool shown = option.state & QStyle::State_HasFocus
        && (option.state & QStyle::State_KeyboardFocusChange || (option.widget && option.widget->hasFocus()));
    if (!shown)
        return;
    QStyleOptionFocusRect focus;
    focus.initFrom(option.widget);
    focus.rect = option.rect;
    QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
}

} // namespace

FindingDelegate::FindingDelegate(const Theme &theme, const Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent),
      m_theme(theme),
      m_icons(icons)
{ }

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ColorTokens &colors = m_theme.colors();
    const auto severity = Severity(index.data(SeverityRole).toInt());
    const QVariant dismissal = index.data(FindingsModel::DismissalRole);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, selected ? colors.selection : colors.base);
    if (selected) {
        const int x = option.direction == Qt::RightToLeft ? option.rect.right() + 1 - barWidth : option.rect.x();
        painter->fillRect(QRect(x, option.rect.y(), barWidth, option.rect.height()), colors.of(severity).ink);
    }

    const QRect area = option.rect.adjusted(padding, lineAir, -padding, -lineAir);
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, area, rect); };
    const int lineHeight = option.fontMetrics.height();
    const QRect first(area.left() + iconSize + padding, area.top(), area.width() - iconSize - padding, lineHeight);
    const QRect iconRect(area.left(), first.top() + (lineHeight - iconSize) / 2, iconSize, iconSize);
    painter->drawPixmap(placed(iconRect), m_icons.severity(severity, iconSize, painter->device()->devicePixelRatioF()));

    const auto draw = [&](const QRect &rect, const QString &text, const QColor &ink, const QFont &font,
                          Qt::Alignment alignment) {
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(placed(rect),
                          int(QStyle::visualAlignment(option.direction, alignment) | Qt::AlignVCenter)
                              | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    };
    QFont strong = option.font;
    strong.setWeight(QFont::DemiBold);
    const QString when = index.data(FindingsModel::WhenRole).toString();
    const int whenWidth = std::min(option.fontMetrics.horizontalAdvance(when) + 1, first.width() * 2 / 3);
    draw(first.adjusted(0, 0, -whenWidth - padding, 0), index.data().toString(),
         dismissal.isValid() ? colors.mutedText : colors.text, strong, Qt::AlignLeft);
    draw(QRect(first.right() + 1 - whenWidth, first.top(), whenWidth, lineHeight), when, colors.mutedText, option.font,
         Qt::AlignRight);
    const QString below = dismissal.isValid() ? tr("Dismissed: %1").arg(dismissal.toString())
                                              : index.data(FindingsModel::ReasonRole).toString();
    draw(first.translated(0, lineHeight + lineAir), below, dismissal.isValid() ? colors.mutedText : colors.text,
         option.font, Qt::AlignLeft);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colors.line);
    paintFocus(painter, option);
    painter->restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {leastWidth, 2 * option.fontMetrics.height() + 3 * lineAir + 1};
}

} // namespace evident
