#pragma once

#include "catalogstore.h"
#include "revisionmodel.h"

#include <QDialog>

#include <utility>

class QLabel;
class QPushButton;
class QTableView;

namespace evident {

class DiffView;
class Icons;
class NoticeBar;
class Theme;

/// The catalog's revisions, and what differs between two of them. It asks before it restores, and restores nothing by
/// itself. Not modal; closes itself for good.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// The store must outlive the dialog; only read.
    HistoryDialog(const Theme &theme, const Icons &icons, CatalogStore &store, const QTimeZone &zone,
                  QWidget *parent = nullptr);

    /// Reads the revisions again, and shows the newest one.
    void reload();
    void showError(const QString &text);
    /// Compares two revisions by their numbers.
    void compare(qint64 before, qint64 after);

    QTableView *table() const { return m_table; }
    DiffView *diffView() const { return m_diffView; }
    NoticeBar *notice() const { return m_notice; }
    QPushButton *restoreButton() const { return m_restore; }
    QPushButton *exportButton() const { return m_export; }

signals:
    void restoreRequested(qint64 revision);
    void changePackRequested(qint64 before, qint64 after);

private:
    /// Two that are selected, or the one with its predecessor: the older first. Numbers of rows, -1 for none.
    std::pair<int, int> comparedRows() const;
    void setUpTable();
    QWidget *makeButtons();
    void showComparison();
    void showFailure(const Error &error);
    void askToRestore();

    const Theme &m_theme;
    CatalogStore &m_store;
    const QTimeZone m_zone;
    RevisionModel m_model;
    QTableView *m_table;
    QLabel *m_compared;
    NoticeBar *m_notice;
    DiffView *m_diffView;
    QPushButton *m_restore = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace evident
