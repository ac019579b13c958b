#pragma once

#include "catalogstore.h"
#include "packfolder.h"

#include <QObject>

#include <functional>

namespace evident {

/// Asks where to, and writes what the catalog has for others: files that are whole or not there at all.
class CatalogExporter : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this; `window` is the questions' parent.
    CatalogExporter(CatalogStore &store, QWidget *window);

    /// Where the questions begin.
    void setFolder(const QString &folder);
    const QString &folder() const { return m_folder; }

    /// As CSV, JSON or Markdown, in the order given.
    void exportEntries(const QList<CatalogEntry> &entries);
    void exportNotes();
    /// What a SIEM needs to explain codes, into a folder of its own. `query` is the text of what kept the entries.
    void exportForSiem(const QList<CatalogEntry> &entries, const QString &query);
    /// What a SIEM team has to change in its rules between two revisions, by their numbers; into a folder of its own.
    void exportChanges(qint64 before, qint64 after);

signals:
    void folderChanged(const QString &folder);
    void done(const QString &sentence);
    void failed(const QString &sentence);
    /// There is something already: it gives way when `replace` is called.
    void asked(const QString &sentence, const std::function<void()> &replace);

private:
    void write(const QString &path, const QByteArray &bytes);
    void askAndWrite(const QString &title, const QString &name, const PackFiles &files);
    void write(const QString &folder, const PackFiles &files, bool replace);
    std::optional<CatalogRevision> revision(const std::function<bool(const CatalogRevision &)> &isIt);

    CatalogStore &m_store;
    QWidget *m_window;
    QString m_folder;
};

} // namespace evident
