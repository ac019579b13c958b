#pragma once

#include <QStyledItemDelegate>

namespace evident {

class Icons;
class Theme;

/// Paints changes: a shape for each section, the level's shape and ink, and what is of no weight muted.
class DiffDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    DiffDelegate(const Theme &theme, const Icons &icons, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QIcon sectionIcon(int section, qreal devicePixelRatio) const;

    const Theme &m_theme;
    const Icons &m_icons;
};

} // namespace evident
