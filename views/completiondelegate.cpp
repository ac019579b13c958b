#include "completiondelegate.h"

#include "icons.h"
#include "roles.h"
#include "theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int gap = 8;
constexpr int shapeSize = 16;

} // namespace

CompletionDelegate::CompletionDelegate(const Theme &theme, const Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent),
      m_theme(theme),
      m_icons(icons)
{ }

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, option.fontMetrics.height() + 8};
}

void CompletionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ColorTokens &colors = m_theme.colors();
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colors.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colors.alternate);

    const QRect row = option.rect.adjusted(gap, 0, -gap, 0);
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, row, rect); };
    const int leading =
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine);
    const int trailing =
        int(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter | Qt::TextSingleLine);
    painter->setFont(option.font);

    int left = row.left();
    int right = row.right() + 1;
    const QString hint = index.data(CompletionDelegate::TermHintRole).toString();
    if (!hint.isEmpty()) {
        const int width = option.fontMetrics.horizontalAdvance(hint);
        painter->setPen(colors.mutedText);
        painter->drawText(placed(QRect(right - width, row.top(), width, row.height())), trailing, hint);
        right -= width + gap;
    }
    const QVariant severity = index.data(SeverityRole);
    if (severity.isValid()) {
        const QPixmap shape =
            m_icons.severity(Severity(severity.toInt()), shapeSize, painter->device()->devicePixelRatioF());
        painter->drawPixmap(placed(QRect(left, row.top() + (row.height() - shapeSize) / 2, shapeSize, shapeSize)),
                            shape);
        left += shapeSize + gap / 2;
        const int codeWidth = option.fontMetrics.horizontalAdvance(u"00000"_s);
        painter->setPen(colors.text);
        painter->drawText(placed(QRect(left, row.top(), codeWidth, row.height())), trailing,
                          QString::number(index.data(CodeRole).toLongLong()));
        left += codeWidth + gap;
    } else if (index.data(AmongEntriesRole).toBool()) {
        left += shapeSize + gap / 2 + option.fontMetrics.horizontalAdvance(u"00000"_s) + gap;
    }
    const QRect textRect(left, row.top(), right - left, row.height());
    painter->setPen(colors.text);
    painter->drawText(placed(textRect), leading,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, textRect.width()));
    painter->restore();
}

} // namespace evident
