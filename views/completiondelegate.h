#pragma once

#include <QStyledItemDelegate>

namespace evident {

class Icons;
class Theme;

/// A row of the query box's list: of an entry its shape, code and description; of a term its text and what it is.
/// Reads the roles of roles.h and TermHintRole.
class CompletionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum HintRole {
        TermHintRole = Qt::UserRole + 200, ///< QString, muted at the right
        AmongEntriesRole, ///< bool: a term in a list that has entries too, and stands where their descriptions do
    };

    CompletionDelegate(const Theme &theme, const Icons &icons, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const Icons &m_icons;
};

} // namespace evident
