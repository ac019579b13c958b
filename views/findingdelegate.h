#pragma once

#include <QStyledItemDelegate>

namespace evident {

class Icons;
class Theme;

/// A finding in two lines: its severity's shape, its title and when it was; the reason beneath. What was put away is
/// muted, with the reason for that.
class FindingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    FindingDelegate(const Theme &theme, const Icons &icons, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const Icons &m_icons;
};

} // namespace evident
