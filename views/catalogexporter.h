#pragma once

#include "catalogstore.h"

#include <QObject>

namespace evident {

/// Asks where to, and writes what the catalog has for others: files that are whole or not there at all.
class CatalogExporter : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this; `window` is the questions' parent.
    CatalogExporter(CatalogStore &store, QWidget *window);

    /// Where the questions begin.
    void setFolder(const QString &folder) { m_folder = folder; }
    const QString &folder() const { return m_folder; }

    /// As CSV, JSON or Markdown, in the order given.
    void exportEntries(const QList<CatalogEntry> &entries);
    void exportNotes();

signals:
    void done(const QString &sentence);
    void failed(const QString &sentence);

private:
    void write(const QString &path, const QByteArray &bytes);

    CatalogStore &m_store;
    QWidget *m_window;
    QString m_folder;
};

} // namespace evident
