#include "catalogtables.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr auto revisionColumns =
    "created, source, sha256, title, kind, first_code, last_code, entry_count, not_understood_count"_L1;
constexpr auto entryColumns = "kind, code, level, category, description, revision"_L1;

/// A null string would be stored as NULL.
QString stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant stored(std::optional<qint64> number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<qint64>());
}

std::optional<qint64> numberAt(const QSqlQuery &query, int column)
{
    return query.isNull(column) ? std::nullopt : std::optional(query.value(column).toLongLong());
}

/// Bytes that are no UTF-8 come out as replacement characters.
bool isSound(const QString &text)
{
    return !text.contains(QChar::ReplacementCharacter) && !text.contains(QChar::Null);
}

std::optional<CatalogRevision> revisionOf(const QSqlQuery &query)
{
    const std::optional<Kind> kind = kindFromToken(query.value(4).toString());
    CatalogRevision revision;
    revision.created = QDateTime::fromString(query.value(0).toString(), Qt::ISODateWithMs).toUTC();
    revision.source = query.value(1).toString();
    revision.sha256 = query.value(2).toString();
    revision.title = query.value(3).toString();
    revision.kind = kind.value_or(Kind::None);
    revision.from = numberAt(query, 5);
    revision.to = numberAt(query, 6);
    revision.entryCount = query.value(7).toLongLong();
    revision.notUnderstoodCount = query.value(8).toLongLong();
    const bool sound = kind && revision.created.isValid() && isSound(revision.source) && isSound(revision.title);
    return sound ? std::optional(revision) : std::nullopt;
}

std::optional<EntryRow> entryOf(const QSqlQuery &query)
{
    const std::optional<Kind> kind = kindFromToken(query.value(0).toString());
    bool hasCode = false;
    EntryRow row;
    row.entry.key = {kind.value_or(Kind::None), query.value(1).toLongLong(&hasCode)};
    row.entry.level = query.value(2).toString();
    row.entry.category = query.value(3).toString();
    row.entry.description = query.value(4).toString();
    row.revision = query.value(5).toLongLong();
    const bool sound = kind && hasCode && row.entry.key.code >= 0 && row.revision > 0
        && !row.entry.description.isEmpty() && isSound(row.entry.level) && isSound(row.entry.category)
        && isSound(row.entry.description);
    return sound ? std::optional(row) : std::nullopt;
}

std::optional<qint64> highestId(SqliteDatabase &database, const QString &table)
{
    std::optional<qint64> id;
    const auto read = database.forEach(u"SELECT max(id) FROM "_s + table, {},
                                       [&id](const QSqlQuery &query) { id = query.value(0).toLongLong(); });
    return read ? id : std::nullopt;
}

} // namespace

Result<void> createCatalogTables(SqliteDatabase &database)
{
    const QStringList statements{
        u"CREATE TABLE revision ("
        "id INTEGER PRIMARY KEY, "
        "created TEXT NOT NULL, "
        "source TEXT NOT NULL, "
        "sha256 TEXT NOT NULL, "
        "title TEXT NOT NULL, "
        "kind TEXT NOT NULL, "
        "first_code BIGINT, "
        "last_code BIGINT, "
        "entry_count BIGINT NOT NULL, "
        "not_understood_count BIGINT NOT NULL)"_s,
        u"CREATE TABLE entry ("
        "id INTEGER PRIMARY KEY, "
        "revision INTEGER NOT NULL REFERENCES revision (id), "
        "kind TEXT NOT NULL, "
        "code BIGINT NOT NULL, "
        "level TEXT NOT NULL, "
        "category TEXT NOT NULL, "
        "description TEXT NOT NULL, "
        "UNIQUE (revision, kind, code))"_s,
    };
    for (const QString &statement : statements) {
        if (auto made = database.run(statement); !made)
            return made;
    }
    return database.setIdentity(catalogApplicationId, catalogSchemaVersion);
}

Result<void> writeRevision(SqliteDatabase &database, const CatalogRevision &revision)
{
    const QVariantList values{revision.created.toUTC().toString(Qt::ISODateWithMs),
                              stored(revision.source),
                              stored(revision.sha256),
                              stored(revision.title),
                              kindToken(revision.kind),
                              stored(revision.from),
                              stored(revision.to),
                              revision.entries.size(),
                              revision.notUnderstoodCount};
    auto inserted =
        database.run(u"INSERT INTO revision (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(revisionColumns), values);
    if (!inserted)
        return inserted;
    const qint64 id = database.lastInsertId();
    for (const CatalogEntry &entry : revision.entries) {
        const QVariantList row{kindToken(entry.key.kind), entry.key.code,
                               stored(entry.level),       stored(entry.category),
                               stored(entry.description), id};
        if (auto written = database.run(u"INSERT INTO entry (%1) VALUES (?, ?, ?, ?, ?, ?)"_s.arg(entryColumns), row);
            !written)
            return written;
    }
    return {};
}

Result<std::optional<CatalogRevision>> readNewestRevision(SqliteDatabase &database)
{
    std::optional<CatalogRevision> newest;
    qint64 id = 0;
    auto read = database.forEach(
        u"SELECT %1, id FROM revision WHERE id = (SELECT max(id) FROM revision)"_s.arg(revisionColumns), {},
        [&newest, &id](const QSqlQuery &query) {
            newest = revisionOf(query);
            id = query.value(9).toLongLong();
        });
    if (!read)
        return read.error();
    if (!newest)
        return newest;
    read = database.forEach(u"SELECT %1 FROM entry WHERE revision = ? ORDER BY kind, code"_s.arg(entryColumns), {id},
                            [&newest](const QSqlQuery &query) {
                                if (auto row = entryOf(query))
                                    newest->entries.append(row->entry);
                            });
    if (!read)
        return read.error();
    if (newest->entries.isEmpty() || newest->entries.size() != newest->entryCount)
        newest.reset();
    return newest;
}

std::optional<CatalogRevision> readRevisionRow(SqliteDatabase &database, qint64 id)
{
    std::optional<CatalogRevision> revision;
    const auto read = database.forEach(u"SELECT %1 FROM revision WHERE id = ?"_s.arg(revisionColumns), {id},
                                       [&revision](const QSqlQuery &query) { revision = revisionOf(query); });
    return read ? revision : std::nullopt;
}

std::optional<EntryRow> readEntryRow(SqliteDatabase &database, qint64 id)
{
    std::optional<EntryRow> row;
    const auto read = database.forEach(u"SELECT %1 FROM entry WHERE id = ?"_s.arg(entryColumns), {id},
                                       [&row](const QSqlQuery &query) { row = entryOf(query); });
    return read ? row : std::nullopt;
}

std::optional<qint64> highestRevisionId(SqliteDatabase &database)
{
    return highestId(database, u"revision"_s);
}

std::optional<qint64> highestEntryId(SqliteDatabase &database)
{
    return highestId(database, u"entry"_s);
}

} // namespace evident
