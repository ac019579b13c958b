#pragma once

#include "catalogstore.h"

#include <QDialog>
#include <QTimeZone>

namespace evident {

class PageView;
class Theme;

/// What each revision made of one entry, newest first, word by word. Not modal; closes itself for good.
class EntryHistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// `versions` newest first, as CatalogStore::historyOf() gives them.
    EntryHistoryDialog(const Theme &theme, const EventKey &key, const QList<EntryVersion> &versions,
                       const QTimeZone &zone, QWidget *parent = nullptr);

    PageView *page() const { return m_page; }

private:
    void write();
    static QString whatHappened(const std::optional<CatalogEntry> &before, const std::optional<CatalogEntry> &after);

    const Theme &m_theme;
    const EventKey m_key;
    const QList<EntryVersion> m_versions;
    const QTimeZone m_zone;
    PageView *m_page;
};

} // namespace evident
