#pragma once

#include "catalogstore.h"

#include <QObject>
#include <QTimeZone>

class QWidget;

namespace evident {

class CatalogExporter;
class CatalogImporter;
class HistoryDialog;
class Icons;
class NoticeBar;
class Theme;

/// What the window does with the catalog's store: imports, history, notes, exports, and the notices of all that.
class CatalogDesk : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this; `window` is the dialogs' parent.
    CatalogDesk(CatalogStore &store, const Theme &theme, const Icons &icons, const QTimeZone &zone, QWidget *window);

    CatalogPointer catalog() const { return m_store.snapshot(); }
    /// The strips that say what was done or failed, to be put above what they speak of. Owned by the window.
    QWidget *notices() const { return m_notices; }
    NoticeBar *notice() const { return m_notice; }
    NoticeBar *offer() const { return m_offer; }
    CatalogImporter *importer() const { return m_importer; }
    CatalogExporter *exporter() const { return m_exporter; }
    HistoryDialog *history() const;

    /// Offers the page that came with the program, when it is newer.
    void offerShippedPage();
    /// Looks whether another program has changed the catalog.
    void refresh();
    /// "" when notes can be written.
    QString notesObstacle() const;
    Result<void> saveNote(const EventKey &key, const QString &text);

    void askForPages();
    void askForNotes();
    void showHistory();
    void showEntryHistory(const EventKey &key);
    void showError(const QString &sentence);

signals:
    void catalogChanged();

private:
    void showDone(const QString &sentence);
    void showQuestion(const QString &sentence, const std::function<void()> &replace);
    void applied(const CatalogDiff &diff, qint64 before);
    void restore(qint64 revision, const QString &sentence);
    void takeNotes(const QString &path);
    void addHistoryButton();

    CatalogStore &m_store;
    const Theme &m_theme;
    const Icons &m_icons;
    const QTimeZone m_zone;
    QWidget *m_window;
    QWidget *m_notices;
    NoticeBar *m_offer;
    NoticeBar *m_notice;
    CatalogImporter *m_importer;
    CatalogExporter *m_exporter;
};

} // namespace evident
