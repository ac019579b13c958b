#pragma once

#include <QStyledItemDelegate>

namespace evident {

class Icons;
class Theme;

/// A cell of the catalog's table, from the roles of roles.h: the level as shape and word, the outcome as icon and word,
/// anything else as text. The selection keeps the severity in sight as a bar at the row's left edge.
class EntryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Part { Text, Level, Outcome, Description };

    EntryDelegate(Part part, const Theme &theme, const Icons &icons, QObject *parent = nullptr);

    static QString markedText(); ///< what the mark beside a level says

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    QPixmap icon(const QModelIndex &index, qreal devicePixelRatio) const;
    static QString noteText(const QModelIndex &index);
    QColor ink(const QModelIndex &index) const;
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    Part m_part;
    const Theme &m_theme;
    const Icons &m_icons;
};

} // namespace evident
