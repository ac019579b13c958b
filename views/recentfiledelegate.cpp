#include "recentfiledelegate.h"

#include <QApplication>
#include <QPainter>

namespace evident {

namespace {

constexpr int padding = 8;
constexpr int iconSize = 16;

} // namespace

void RecentFileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const bool missing = index.data(MissingRole).toBool();
    const QPalette &palette = item.palette;

    painter->save();
    painter->setFont(item.font);
    if (item.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(item.rect, palette.color(QPalette::Normal, QPalette::Highlight));
    QRect rect = item.rect.adjusted(padding, 0, -padding, 0);
    const QRect iconRect(rect.x(), rect.y() + (rect.height() - iconSize) / 2, iconSize, iconSize);
    item.icon.paint(painter, iconRect, Qt::AlignCenter, missing ? QIcon::Disabled : QIcon::Normal);
    rect.setLeft(iconRect.right() + 1 + padding);

    const auto drawPart = [&](const QString &text, QPalette::ColorRole ink, Qt::TextElideMode elide) {
        const QString shown = item.fontMetrics.elidedText(text, elide, rect.width());
        painter->setPen(palette.color(QPalette::Normal, ink));
        painter->drawText(rect, Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, shown);
        rect.setLeft(rect.left() + item.fontMetrics.horizontalAdvance(shown) + padding);
    };
    drawPart(item.text, missing ? QPalette::PlaceholderText : QPalette::Text, Qt::ElideMiddle);
    if (missing)
        drawPart(tr("missing", "a recently used file"), QPalette::PlaceholderText, Qt::ElideRight);
    if (rect.width() > 0)
        drawPart(index.data(FolderRole).toString(), QPalette::PlaceholderText, Qt::ElideMiddle);

    if ((item.state & QStyle::State_HasFocus)
        && (item.state & QStyle::State_KeyboardFocusChange || item.widget->hasFocus())) {
        QStyleOptionFocusRect focus;
        focus.initFrom(item.widget);
        focus.rect = item.rect;
        QApplication::style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, item.widget);
    }
    painter->restore();
}

QSize RecentFileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    return {200, item.fontMetrics.height() + 2 * 5};
}

} // namespace evident
