#pragma once

#include <QStyledItemDelegate>

namespace evident {

class Icons;
class Theme;

/// A row of a facet: check box, shape, name, count at the right, and a thin bar in proportion. Reads the roles of
/// FacetModel.
class FacetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FacetDelegate(const Theme &theme, const Icons &icons, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBar(QPainter *painter, const QRect &area, const QModelIndex &index) const;
    void paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QRect &box, int choice) const;
    QPixmap shape(const QModelIndex &index, int size, qreal devicePixelRatio) const;

    const Theme &m_theme;
    const Icons &m_icons;
};

} // namespace evident
