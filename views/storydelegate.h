#pragma once

#include <QStyledItemDelegate>

namespace evident {

class Icons;
class Theme;

/// A cell of a user's story: plain text, or a chip (a shape and a word in their ink on their tint). Reads the roles of
/// StoryRole.
class StoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    StoryDelegate(const Theme &theme, const Icons &icons, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    QRect paintChip(QPainter *painter, const QStyleOptionViewItem &option, const QRect &area,
                    const QModelIndex &index) const;
    QPixmap shape(const QModelIndex &index, qreal devicePixelRatio) const;

    const Theme &m_theme;
    const Icons &m_icons;
};

} // namespace evident
