#pragma once

#include <QStyledItemDelegate>

namespace evident {

/// One file a row: its name, then its folder in the muted ink; a missing one dimmed, with a word that says so.
class RecentFileDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        PathRole = Qt::UserRole,
        FolderRole,
        MissingRole, ///< bool
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace evident
