#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace evident {

/// All time zones by their names, and a box to search them.
class ZoneDialog : public QDialog
{
    Q_OBJECT

public:
    ZoneDialog(const QByteArray &current, QWidget *parent);

    QLineEdit *box() const { return m_box; }
    QListView *list() const { return m_list; }

    void accept() override;

signals:
    void zoneChosen(const QByteArray &id);

private:
    void search(const QString &text);

    QLineEdit *m_box;
    QListView *m_list;
    QSortFilterProxyModel *m_found;
    QDialogButtonBox *m_buttons;
};

} // namespace evident
