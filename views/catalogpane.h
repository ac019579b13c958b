#pragma once

#include "catalogmodel.h"
#include "catalogproxy.h"

#include <QWidget>

class QHeaderView;
class QMenu;
class QStackedLayout;
class QTableView;
class QVBoxLayout;

namespace evident {

class EmptyState;
class Icons;
class Theme;

/// The catalog's entries as a table, under one query.
class CatalogPane : public QWidget
{
    Q_OBJECT

public:
    CatalogPane(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void setCatalog(const CatalogPointer &catalog); ///< keeps the current entry where the new catalog has it
    /// When the current entry is not among the rows any more, the first row becomes current: what was looked for is
    /// shown at once.
    void setQuery(const Query &query);
    const Query &query() const { return m_proxy.query(); }
    /// Read-only, salvaged …: a strip each, above the table, that can be put away.
    void setNotices(const QStringList &notices);

    std::optional<EventKey> currentEntry() const;
    /// Selects the entry and scrolls to it; clears nothing: false when the query hides it or the catalog lacks it.
    bool showEntry(const EventKey &key);
    QList<CatalogEntry> shownEntries() const; ///< in the order of the table
    QString currentRowText() const; ///< its cells parted by tabs, for the clipboard

    QTableView *table() const { return m_table; }
    QHeaderView *header() const; ///< its state is saved by who owns the window
    int shownCount() const { return m_proxy.rowCount(); }

signals:
    void currentEntryChanged(const evident::EventKey &key);
    void currentEntryLost(); ///< no entry is current any more
    void queryEdited(const evident::Query &query);

private:
    void setUpTable();
    void fitColumns();
    void fillCellMenu(QMenu *menu, const QModelIndex &index);
    void fillHeaderMenu(QMenu *menu);
    void currentChanged();
    void keepCurrent(const std::function<void()> &change, bool takeFirst);
    void showEmptyState();
    const CatalogEntry &entryAt(const QModelIndex &proxyIndex) const;

    const Theme &m_theme;
    const Icons &m_icons;
    CatalogModel m_model;
    CatalogProxy m_proxy;
    QTableView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QVBoxLayout *m_noticeStack;
    std::optional<EventKey> m_announced;
    bool m_changing = false;
};

} // namespace evident
