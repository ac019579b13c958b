#pragma once

#include "result.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

namespace evident {

/// Where the catalog's database lies, and what is done with it as a file.
class CatalogFile
{
public:
    explicit CatalogFile(const QString &folder);

    const QString &path() const noexcept { return m_path; }
    /// Where a new database is written before it takes the place of a damaged one.
    QString draftPath() const { return m_path + QStringLiteral(".new"); }
    QString lockPath() const { return m_path + QStringLiteral(".lock"); }
    /// `catalog.db.backup-…` beside the database, newest first.
    QStringList backups() const;
    /// Where the next backup belongs: a name that nothing has.
    QString newBackupPath(const QDateTime &now) const;
    /// Removes all but the newest backups.
    void removeOldBackups() const;

    /// Makes the folder, for this person only, unless it is there.
    bool makeFolder() const;
    bool exists() const;
    /// Whether folder and file may be written to. What was write-protected on purpose stays so, even for a superuser.
    bool isWritable() const;

    /// Keeps the damaged database as `catalog.db.damaged-<UTC time>`, its journal beside it, and puts the draft in its
    /// place. There is a database under path() at any moment. Gives back the name of the kept file.
    Result<QString> replaceDamaged(const QDateTime &now) const;

private:
    QString m_folder;
    QString m_path;
};

/// Makes an empty file that only this person can read, unless there is one.
void makePrivateFile(const QString &path);

} // namespace evident
