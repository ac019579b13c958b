#include "sqlitedatabase.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

// Result codes of SQLite's C interface.
constexpr int primaryCode = 0xff;
constexpr int sqliteError = 1; // our SQL is right: a table or column that it names is missing
constexpr int sqliteBusy = 5;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteNotADatabase = 26;

constexpr auto busyTimeout = "QSQLITE_BUSY_TIMEOUT=5000"_L1;

} // namespace

SqliteDatabase::SqliteDatabase()
    : m_connection(u"catalog-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{ }

SqliteDatabase::~SqliteDatabase()
{
    close();
}

Result<void> SqliteDatabase::open(const QString &path, Access access)
{
    close();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    switch (access) {
    case Access::ReadWrite:
        database.setDatabaseName(path);
        database.setConnectOptions(busyTimeout);
        break;
    case Access::ReadOnly:
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;"_s + busyTimeout);
        break;
    case Access::Frozen:
        database.setDatabaseName(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) + u"?immutable=1"_s);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s);
        break;
    }
    m_failure = 0;
    if (!database.open())
        return Error{database.lastError().text()};

    if (auto pragma = run(u"PRAGMA cell_size_check = ON"_s); !pragma)
        return pragma;
    // The file may have been brought from anywhere: what its tables say is not to be run.
    if (auto pragma = run(u"PRAGMA trusted_schema = OFF"_s); !pragma)
        return pragma;
    // Without this, SQLite reads nothing at all of a file that is shorter than its header says. Nothing is written
    // through it.
    if (access == Access::Frozen)
        return run(u"PRAGMA writable_schema = ON"_s);
    if (access == Access::ReadOnly)
        return run(u"PRAGMA query_only = ON"_s);
    if (auto pragma = run(u"PRAGMA synchronous = FULL"_s); !pragma)
        return pragma;
    return run(u"PRAGMA foreign_keys = ON"_s);
}

void SqliteDatabase::close()
{
    if (!QSqlDatabase::contains(m_connection))
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
}

Error SqliteDatabase::failure(const QSqlQuery &query)
{
    m_failure = query.lastError().nativeErrorCode().toInt();
    switch (m_failure & primaryCode) {
    case sqliteBusy:
        return Error{tr("another program is using it")};
    case sqliteFull:
        return Error{tr("the disk is full")};
    default:
        return Error{query.lastError().databaseText()};
    }
}

bool SqliteDatabase::failedByDamage() const
{
    const int code = m_failure & primaryCode;
    return code == sqliteError || code == sqliteCorrupt || code == sqliteNotADatabase;
}

bool SqliteDatabase::failedByReplacement() const
{
    return (m_failure & primaryCode) == sqliteReadOnly;
}

Result<void> SqliteDatabase::run(const QString &sql, const QVariantList &values)
{
    return forEach(sql, values, [](const QSqlQuery &) {});
}

Result<void> SqliteDatabase::forEach(const QString &sql, const QVariantList &values,
                                     const std::function<void(const QSqlQuery &)> &row)
{
    m_failure = 0;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(query);
    while (query.next())
        row(query);
    if (query.lastError().isValid())
        return failure(query);
    m_lastInsertId = query.lastInsertId().toLongLong();
    return {};
}

Result<void> SqliteDatabase::transaction(const std::function<Result<void>()> &work)
{
    // The lock is taken at once: taken at the first write, it could fail behind what was read before.
    if (auto begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Result<void> done = work();
    if (done)
        done = run(u"COMMIT"_s);
    if (!done) {
        const int failure = m_failure;
        // SQLite may have rolled back by itself; then there is nothing left to undo, which is as well.
        static_cast<void>(run(u"ROLLBACK"_s));
        m_failure = failure;
    }
    return done;
}

Result<int> SqliteDatabase::number(const QString &sql)
{
    int value = 0;
    const auto read = forEach(sql, {}, [&value](const QSqlQuery &query) { value = query.value(0).toInt(); });
    return read ? Result<int>(value) : Result<int>(read.error());
}

Result<int> SqliteDatabase::applicationId()
{
    return number(u"PRAGMA application_id"_s);
}

Result<int> SqliteDatabase::schemaVersion()
{
    return number(u"PRAGMA user_version"_s);
}

Result<void> SqliteDatabase::setIdentity(int applicationId, int schemaVersion)
{
    if (auto set = run(u"PRAGMA application_id = %1"_s.arg(applicationId)); !set)
        return set;
    return run(u"PRAGMA user_version = %1"_s.arg(schemaVersion));
}

Result<int> SqliteDatabase::tableCount()
{
    return number(u"SELECT count(*) FROM sqlite_master"_s);
}

Result<int> SqliteDatabase::dataVersion()
{
    return number(u"PRAGMA data_version"_s);
}

Result<void> SqliteDatabase::copyTo(const QString &path)
{
    return run(u"VACUUM INTO ?"_s, {path});
}

Result<void> SqliteDatabase::quickCheck()
{
    QString verdict;
    auto checked = forEach(u"PRAGMA quick_check(1)"_s, {},
                           [&verdict](const QSqlQuery &query) { verdict = query.value(0).toString(); });
    if (!checked)
        return checked;
    if (verdict == u"ok"_s)
        return {};
    m_failure = sqliteCorrupt;
    return Error{verdict};
}

} // namespace evident
