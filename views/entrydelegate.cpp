#include "entrydelegate.h"

#include "htmltext.h"
#include "icons.h"
#include "resolution.h"
#include "roles.h"
#include "theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int padding = 4;
constexpr int iconSize = 16;
constexpr int barWidth = 3;
constexpr qsizetype noteLimit = 400; // characters of a note that a tool tip shows

bool isMarked(const QModelIndex &index)
{
    return EventFlags::fromInt(EventFlags::Int(index.data(FlagsRole).toInt())).testFlag(EventFlag::Marked);
}

} // namespace

EntryDelegate::EntryDelegate(Part part, const Theme &theme, const Icons &icons, QObject *parent)
    : QStyledItemDelegate(parent),
      m_part(part),
      m_theme(theme),
      m_icons(icons)
{ }

QString EntryDelegate::markedText()
{
    return tr("The level and the wording of this entry disagree.");
}

// The note's beginning: the whole of it is in the details.
QString EntryDelegate::noteText(const QModelIndex &index)
{
    const QString note = index.data(NoteRole).toString();
    return note.size() <= noteLimit ? visibleText(note, true) : visibleText(note.first(noteLimit), true) + u'…';
}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int width = option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * padding;
    if (m_part == Part::Level || m_part == Part::Outcome)
        width += iconSize + padding;
    if (m_part == Part::Level)
        width +=
            iconSize + padding; // room for the mark in every row: the column does not depend on which rows are left
    return {width, option.fontMetrics.height() + 6};
}

QPixmap EntryDelegate::icon(const QModelIndex &index, qreal devicePixelRatio) const
{
    switch (m_part) {
    case Part::Level:
        return m_icons.severity(Severity(index.data(SeverityRole).toInt()), iconSize, devicePixelRatio);
    case Part::Outcome:
        return m_icons.outcome(Outcome(index.data(OutcomeRole).toInt()), iconSize, devicePixelRatio);
    case Part::Text:
    case Part::Description:
        break;
    }
    return {};
}

// No tints here: two thirds of the catalog are errors, and a red wall says nothing. The word and its shape carry the
// level.
QColor EntryDelegate::ink(const QModelIndex &index) const
{
    const ColorTokens &colors = m_theme.colors();
    return m_part == Part::Level ? colors.of(Severity(index.data(SeverityRole).toInt())).ink : colors.text;
}

void EntryDelegate::paintBackground(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    const ColorTokens &colors = m_theme.colors();
    const bool selected = option.state & QStyle::State_Selected;
    const bool alternate = option.features & QStyleOptionViewItem::Alternate;
    painter->fillRect(option.rect, selected ? colors.selection : alternate ? colors.alternate : colors.base);
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const bool first =
        rightToLeft && option.widget ? option.rect.right() + 1 >= option.widget->width() : option.rect.x() <= 0;
    if (selected && first) {
        const int x = rightToLeft ? option.rect.right() + 1 - barWidth : option.rect.x();
        painter->fillRect(QRect(x, option.rect.y(), barWidth, option.rect.height()),
                          colors.of(Severity(index.data(SeverityRole).toInt())).ink);
    }
}

void EntryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintBackground(painter, option, index);
    QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    const QRect cell = area;
    const qreal ratio = painter->device()->devicePixelRatioF();
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, cell, rect); };
    const int iconTop = area.top() + (area.height() - iconSize) / 2;

    if (m_part == Part::Level || m_part == Part::Outcome) {
        const QPixmap pixmap = icon(index, ratio);
        if (!pixmap.isNull())
            painter->drawPixmap(placed(QRect(area.left(), iconTop, iconSize, iconSize)), pixmap);
        area.setLeft(area.left() + iconSize + padding);
    }
    if (m_part == Part::Level && isMarked(index)) {
        const QRect place(area.right() + 1 - iconSize, iconTop, iconSize, iconSize);
        painter->drawPixmap(
            placed(place),
            m_icons.pixmap(u"warning-sign"_s, m_theme.colors().of(Severity::Warning).ink, iconSize, ratio));
        area.setRight(place.left() - padding);
    }
    if (m_part == Part::Description && !index.data(NoteRole).toString().isEmpty()) {
        const QRect place(area.right() + 1 - iconSize, iconTop, iconSize, iconSize);
        painter->drawPixmap(placed(place), m_icons.pixmap(u"note"_s, m_theme.colors().accent, iconSize, ratio));
        area.setRight(place.left() - padding);
    }

    const QVariant asked = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment alignment = asked.isValid() ? Qt::Alignment(asked.toInt()) : Qt::AlignLeft | Qt::AlignVCenter;
    painter->setFont(option.font);
    painter->setPen(ink(index));
    const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width());
    painter->drawText(placed(area), int(QStyle::visualAlignment(option.direction, alignment)) | int(Qt::TextSingleLine),
                      text);

    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_theme.colors().accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

bool EntryDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text;
    if (m_part == Part::Level && isMarked(index))
        text = markedText();
    else if (m_part == Part::Description && !noteText(index).isEmpty())
        text = index.data().toString() + u"\n\n"_s + noteText(index);
    else if (sizeHint(option, index).width() > option.rect.width())
        text = index.data().toString();
    QToolTip::showText(event->globalPos(), plainToolTip(text), view);
    return true;
}

} // namespace evident
