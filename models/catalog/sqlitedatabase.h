#pragma once

#include "result.h"

#include <QCoreApplication>
#include <QString>
#include <QVariant>

#include <functional>

class QSqlQuery;

namespace evident {

/// A connection to one SQLite file, under a name of its own: opened, used and destroyed in one thread. Whatever only
/// SQLite understands stands in this class.
class SqliteDatabase
{
    Q_DECLARE_TR_FUNCTIONS(evident::SqliteDatabase)

public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        Frozen, ///< read-only, without locks and without its journal: for looking into a damaged file as it lies there
    };

    SqliteDatabase();
    ~SqliteDatabase();
    SqliteDatabase(const SqliteDatabase &) = delete;
    SqliteDatabase &operator=(const SqliteDatabase &) = delete;

    /// SQLite looks at a file only when it is first asked something: a file that is no database opens well.
    Result<void> open(const QString &path, Access access);
    void close();

    Result<void> run(const QString &sql, const QVariantList &values = {});
    Result<void> forEach(const QString &sql, const QVariantList &values,
                         const std::function<void(const QSqlQuery &)> &row);
    /// Of the row that the last run() inserted.
    qint64 lastInsertId() const { return m_lastInsertId; }
    /// Runs `work` while no other program can write; what it did is kept when it succeeds, else undone.
    Result<void> transaction(const std::function<Result<void>()> &work);

    /// Who the file belongs to and which version of the tables it has: both 0 in a new file.
    Result<int> applicationId();
    Result<int> schemaVersion();
    /// To be called within the transaction that makes or changes the tables.
    Result<void> setIdentity(int applicationId, int schemaVersion);
    Result<int> tableCount();
    /// A number that is another one after another connection has changed the database.
    Result<int> dataVersion();
    /// Writes all that is in it into another file, which is empty or not there.
    Result<void> copyTo(const QString &path);
    /// Whether the file's pages hang together.
    Result<void> quickCheck();

    /// Whether the last failure says that the file itself is damaged or no database, not that it could not be had just
    /// now.
    bool failedByDamage() const;
    /// Whether the last failure says that what was opened cannot be written any more, as when another file has taken its
    /// place.
    bool failedByReplacement() const;

private:
    Result<int> number(const QString &sql);
    Error failure(const QSqlQuery &query);

    QString m_connection;
    qint64 m_lastInsertId = 0;
    int m_failure = 0; ///< SQLite's code of the last failure
};

} // namespace evident
