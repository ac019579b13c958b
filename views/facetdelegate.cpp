#include "facetdelegate.h"

#include "facetmodel.h"
#include "icons.h"
#include "roles.h"
#include "theme.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace evident {

namespace {

constexpr int gap = 4;
constexpr int shapeSize = 16;
constexpr int barHeight = 2;

} // namespace

FacetDelegate::FacetDelegate(const Theme &theme, const Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent),
      m_theme(theme),
      m_icons(icons)
{ }

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, option.fontMetrics.height() + 6};
}

QPixmap FacetDelegate::shape(const QModelIndex &index, int size, qreal devicePixelRatio) const
{
    const QVariant severity = index.data(SeverityRole);
    if (severity.isValid())
        return m_icons.severity(Severity(severity.toInt()), size, devicePixelRatio);
    const QVariant outcome = index.data(OutcomeRole);
    if (outcome.isValid())
        return m_icons.outcome(Outcome(outcome.toInt()), size, devicePixelRatio);
    return {};
}

void FacetDelegate::paintBar(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    const double share = index.data(FacetModel::ShareRole).toDouble();
    if (share <= 0)
        return;
    // A value that occurs at all shows a bar that can be seen.
    const int width = std::max(barHeight, int(area.width() * share));
    QColor color = m_theme.colors().mutedText;
    color.setAlphaF(0.3f);
    const int left = painter->layoutDirection() == Qt::RightToLeft ? area.right() + 1 - width : area.left();
    painter->fillRect(QRect(left, area.bottom() + 1 - barHeight, width, barHeight), color);
}

void FacetDelegate::paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QRect &box, int choice) const
{
    QStyleOptionViewItem boxOption = option;
    boxOption.rect = box;
    boxOption.state.setFlag(QStyle::State_HasFocus, false);
    boxOption.state.setFlag(QStyle::State_Selected, false);
    const bool included = choice == int(FacetModel::Choice::Included);
    const bool excluded = choice == int(FacetModel::Choice::Excluded);
    boxOption.state |= included ? QStyle::State_On : excluded ? QStyle::State_NoChange : QStyle::State_Off;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &boxOption, painter, option.widget);
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ColorTokens &colors = m_theme.colors();
    const int choice = index.data(FacetModel::StateRole).toInt();
    const qint64 count = index.data(FacetModel::CountRole).toLongLong();
    painter->save();
    if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colors.selection);

    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const QRect row = option.rect.adjusted(gap, 0, -gap, 0);
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, row, rect); };
    const auto centred = [&](int left, int size) {
        return placed(QRect(left, row.top() + (row.height() - size) / 2, size, size));
    };
    const int boxSize = style->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
    int left = row.left();
    paintBox(painter, option, centred(left, boxSize), choice);
    left += boxSize + 2 * gap;

    // Zero is dimmed, a chosen value stays legible whatever its count.
    const bool dimmed = count == 0 && choice == int(FacetModel::Choice::Neither);
    const int textLeft = left;
    if (index.data(SeverityRole).isValid() || index.data(OutcomeRole).isValid()) {
        const QPixmap pixmap = shape(index, shapeSize, painter->device()->devicePixelRatioF());
        painter->setOpacity(dimmed ? 0.5 : 1.0);
        painter->drawPixmap(centred(left, shapeSize), pixmap);
        painter->setOpacity(1.0);
        left += shapeSize + gap;
    }
    paintBar(painter, placed(QRect(textLeft, row.top(), row.right() + 1 - textLeft, row.height() - 1)), index);

    painter->setFont(option.font);
    const QString countText = QLocale().toString(count);
    const int countWidth = option.fontMetrics.horizontalAdvance(countText);
    QColor dim = colors.mutedText;
    dim.setAlphaF(0.7f);
    painter->setPen(dimmed ? dim : colors.mutedText);
    painter->drawText(placed(QRect(row.right() + 1 - countWidth, row.top(), countWidth, row.height())),
                      int(Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine), countText);
    const QRect nameRect(left, row.top(), row.right() + 1 - countWidth - 2 * gap - left, row.height());
    const QString name = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, nameRect.width());
    painter->setPen(dimmed ? dim : choice == int(FacetModel::Choice::Excluded) ? colors.mutedText : colors.text);
    painter->drawText(
        placed(nameRect),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine), name);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colors.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

} // namespace evident
