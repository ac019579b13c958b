#pragma once

#include "pagereading.h"

#include <QObject>
#include <QPointer>

class QMimeData;

namespace evident {

class Icons;
class ImportDialog;
class Theme;

/// Leads pages from files or the clipboard through their preview into the store. Files are read on a thread of their
/// own, and not waited for without end; what turns out to be no page is given back as a log.
class CatalogImporter : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this; `window` is the dialogs' parent.
    CatalogImporter(CatalogStore &store, const Theme &theme, const Icons &icons, QWidget *window);

    /// Files that are meant to be pages: what is none is said.
    void importFiles(const QStringList &paths);
    /// Files that may be pages or logs: their content decides.
    void openFiles(const QStringList &paths);
    /// A text that may be a page or a log, as a web page if the clipboard has it so.
    void openText(const QMimeData *data);
    /// Shows what the page would change, after those that are shown before it.
    void preview(const CatalogImport &import);

    ImportDialog *dialog() const; ///< that is shown; null when none is

signals:
    void logsFound(const QStringList &paths);
    void textFound(const QByteArray &utf8);
    void failed(const QString &sentence);
    /// The store has a new revision; `before` is the one that it was made from.
    void applied(const evident::CatalogDiff &diff, qint64 before);
    void catalogChanged(); ///< another program has made a new revision

private:
    using Candidates = QList<PageCandidate>;
    void await(const QFuture<Candidates> &reading, const std::function<void(const Candidates &)> &done,
               const std::function<void()> &late);
    void previewAll(const Candidates &candidates);
    void sortOut(const Candidates &candidates);
    void showNext();
    void apply();

    CatalogStore &m_store;
    const Theme &m_theme;
    const Icons &m_icons;
    QWidget *m_window;
    QList<CatalogImport> m_waiting;
    QPointer<ImportDialog> m_dialog;
};

} // namespace evident
