#include "catalogtables.h"

#include <QCoreApplication>
#include <QSqlQuery>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr auto entryColumns = "kind, code, level, category, description, revision"_L1;
constexpr auto noteColumns = "kind, code, text, changed"_L1;

/// As they are selected, whatever version the tables have; the id is the last one.
QString revisionColumns(int version)
{
    const auto first =
        "created, source, sha256, title, kind, first_code, last_code, entry_count, not_understood_count"_L1;
    const auto later =
        version < 2 ? "'shipped', NULL, 0, 0, 0"_L1 : "origin, restored, added_count, changed_count, removed_count"_L1;
    return u"%1, %2, id"_s.arg(first, later);
}

constexpr std::pair<CatalogRevision::Origin, QLatin1StringView> originTokens[] = {
    {CatalogRevision::Origin::Shipped, "shipped"_L1},
    {CatalogRevision::Origin::Import, "import"_L1},
    {CatalogRevision::Origin::Restore, "restore"_L1},
};

QString originToken(CatalogRevision::Origin origin)
{
    const auto found = std::ranges::find(originTokens, origin, [](const auto &pair) { return pair.first; });
    return found->second;
}

std::optional<CatalogRevision::Origin> originFromToken(const QString &token)
{
    const auto found = std::ranges::find(originTokens, token, [](const auto &pair) { return QString(pair.second); });
    return found == std::end(originTokens) ? std::nullopt : std::optional(found->first);
}

/// A null string would be stored as NULL.
QString stored(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QString stored(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QVariant stored(std::optional<qint64> number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<qint64>());
}

std::optional<qint64> numberAt(const QSqlQuery &query, int column)
{
    return query.isNull(column) ? std::nullopt : std::optional(query.value(column).toLongLong());
}

QDateTime timeAt(const QSqlQuery &query, int column)
{
    return QDateTime::fromString(query.value(column).toString(), Qt::ISODateWithMs).toUTC();
}

/// Bytes that are no UTF-8 come out as replacement characters.
bool isSound(const QString &text)
{
    return !text.contains(QChar::ReplacementCharacter) && !text.contains(QChar::Null) && text.isValidUtf16();
}

bool isSound(const CatalogEntry &entry)
{
    return kindFromToken(kindToken(entry.key.kind)) && entry.key.code >= 0 && !entry.description.isEmpty()
        && isSound(entry.level) && isSound(entry.category) && isSound(entry.description);
}

/// A name or title with characters that are none still names its page.
QString soundText(const QString &text)
{
    QString sound = QString::fromUtf8(text.toUtf8());
    return stored(sound.remove(QChar::Null).replace(QChar::ReplacementCharacter, u'?'));
}

std::optional<CatalogRevision> revisionOf(const QSqlQuery &query)
{
    const std::optional<Kind> kind = kindFromToken(query.value(4).toString());
    CatalogRevision revision;
    revision.created = timeAt(query, 0);
    revision.source = query.value(1).toString();
    revision.sha256 = query.value(2).toString();
    revision.title = query.value(3).toString();
    revision.kind = kind.value_or(Kind::None);
    revision.from = numberAt(query, 5);
    revision.to = numberAt(query, 6);
    revision.entryCount = query.value(7).toLongLong();
    revision.notUnderstoodCount = query.value(8).toLongLong();
    const std::optional<CatalogRevision::Origin> origin = originFromToken(query.value(9).toString());
    revision.origin = origin.value_or(CatalogRevision::Origin::Shipped);
    revision.restored = query.value(10).toLongLong();
    revision.addedCount = query.value(11).toLongLong();
    revision.changedCount = query.value(12).toLongLong();
    revision.removedCount = query.value(13).toLongLong();
    revision.id = query.value(14).toLongLong();
    const bool sound = kind && origin && revision.id > 0 && revision.created.isValid() && isSound(revision.source)
        && isSound(revision.title);
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
    const bool sound = kind && hasCode && row.revision > 0 && isSound(row.entry);
    return sound ? std::optional(row) : std::nullopt;
}

/// A note with a damaged character, or without its time, is still worth having.
std::optional<NoteRow> noteOf(const QSqlQuery &query)
{
    const std::optional<Kind> kind = kindFromToken(query.value(0).toString());
    bool hasCode = false;
    NoteRow row;
    row.key = {kind.value_or(Kind::None), query.value(1).toLongLong(&hasCode)};
    row.note.text = query.value(2).toString();
    row.note.changed = timeAt(query, 3);
    if (!row.note.changed.isValid())
        row.note.changed = QDateTime::currentDateTimeUtc();
    const bool sound = kind && hasCode && row.key.code >= 0;
    return sound ? std::optional(row) : std::nullopt;
}

/// Damaged files may not tell their version.
int versionOf(SqliteDatabase &database)
{
    const Result<int> version = database.schemaVersion();
    return version ? version.value() : catalogSchemaVersion;
}

std::optional<qint64> highestId(SqliteDatabase &database, const QString &table)
{
    std::optional<qint64> id;
    const auto read = database.forEach(u"SELECT max(id) FROM "_s + table, {},
                                       [&id](const QSqlQuery &query) { id = query.value(0).toLongLong(); });
    return read ? id : std::nullopt;
}

} // namespace

Result<qint64> writeRevision(SqliteDatabase &database, const CatalogRevision &revision)
{
    const auto unsound = std::find_if(revision.entries.begin(), revision.entries.end(),
                                      [](const CatalogEntry &entry) { return !isSound(entry); });
    if (unsound != revision.entries.end()) {
        return Error{QCoreApplication::translate("evident::CatalogStore", "the text of code %1 is missing or damaged")
                         .arg(unsound->key.code)};
    }
    if (revision.entries.isEmpty())
        return Error{QCoreApplication::translate("evident::CatalogStore", "it would have no entry left")};
    const QVariantList values{stored(revision.created),
                              soundText(revision.source),
                              stored(revision.sha256),
                              soundText(revision.title),
                              kindToken(revision.kind),
                              stored(revision.from),
                              stored(revision.to),
                              revision.entries.size(),
                              revision.notUnderstoodCount,
                              originToken(revision.origin),
                              stored(revision.restored > 0 ? std::optional(revision.restored) : std::nullopt),
                              revision.addedCount,
                              revision.changedCount,
                              revision.removedCount};
    auto inserted = database.run(u"INSERT INTO revision (created, source, sha256, title, kind, first_code, last_code, "
                                 "entry_count, not_understood_count, origin, restored, added_count, changed_count, "
                                 "removed_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                 values);
    if (!inserted)
        return inserted.error();
    const qint64 id = database.lastInsertId();
    for (const CatalogEntry &entry : revision.entries) {
        const QVariantList row{kindToken(entry.key.kind), entry.key.code,
                               stored(entry.level),       stored(entry.category),
                               stored(entry.description), id};
        if (auto written = database.run(u"INSERT INTO entry (%1) VALUES (?, ?, ?, ?, ?, ?)"_s.arg(entryColumns), row);
            !written)
            return written.error();
    }
    return id;
}

Result<std::optional<CatalogRevision>> readNewestRevision(SqliteDatabase &database)
{
    const Result<std::optional<qint64>> id = newestRevisionId(database);
    if (!id)
        return id.error();
    return id.value() ? readRevision(database, *id.value()) : std::optional<CatalogRevision>();
}

Result<std::optional<CatalogRevision>> readRevision(SqliteDatabase &database, qint64 id)
{
    std::optional<CatalogRevision> revision;
    auto read = database.forEach(u"SELECT %1 FROM revision WHERE id = ?"_s.arg(revisionColumns(versionOf(database))),
                                 {id}, [&revision](const QSqlQuery &query) { revision = revisionOf(query); });
    if (!read)
        return read.error();
    if (!revision)
        return revision;
    read = database.forEach(u"SELECT %1 FROM entry WHERE revision = ? ORDER BY code, kind"_s.arg(entryColumns), {id},
                            [&revision](const QSqlQuery &query) {
                                if (auto row = entryOf(query))
                                    revision->entries.append(row->entry);
                            });
    if (!read)
        return read.error();
    if (revision->entries.isEmpty() || revision->entries.size() != revision->entryCount)
        revision.reset();
    return revision;
}

Result<QList<CatalogRevision>> readRevisions(SqliteDatabase &database)
{
    QList<CatalogRevision> revisions;
    const auto read =
        database.forEach(u"SELECT %1 FROM revision ORDER BY id DESC"_s.arg(revisionColumns(versionOf(database))), {},
                         [&revisions](const QSqlQuery &query) {
                             if (auto revision = revisionOf(query))
                                 revisions.append(*std::move(revision));
                         });
    return read ? Result<QList<CatalogRevision>>(revisions) : Result<QList<CatalogRevision>>(read.error());
}

Result<std::optional<qint64>> newestRevisionId(SqliteDatabase &database)
{
    std::optional<qint64> id;
    const auto read = database.forEach(u"SELECT max(id) FROM revision"_s, {}, [&id](const QSqlQuery &query) {
        if (!query.isNull(0))
            id = query.value(0).toLongLong();
    });
    return read ? Result<std::optional<qint64>>(id) : Result<std::optional<qint64>>(read.error());
}

Result<QMap<qint64, CatalogEntry>> readEntryOfRevisions(SqliteDatabase &database, const EventKey &key)
{
    QMap<qint64, CatalogEntry> entries;
    const auto read = database.forEach(
        u"SELECT %1 FROM entry WHERE revision IN (SELECT id FROM revision) AND kind = ? AND code = ?"_s.arg(
            entryColumns),
        {kindToken(key.kind), key.code}, [&entries](const QSqlQuery &query) {
            if (auto row = entryOf(query))
                entries.insert(row->revision, row->entry);
        });
    return read ? Result<QMap<qint64, CatalogEntry>>(entries) : Result<QMap<qint64, CatalogEntry>>(read.error());
}

Result<EntryNotes> readNotes(SqliteDatabase &database)
{
    EntryNotes notes;
    if (versionOf(database) < 2)
        return notes;
    const auto read = database.forEach(u"SELECT %1 FROM note"_s.arg(noteColumns), {}, [&notes](const QSqlQuery &query) {
        if (const auto row = noteOf(query); row && !row->note.text.isEmpty())
            notes.insert(row->key, row->note);
    });
    return read ? Result<EntryNotes>(notes) : Result<EntryNotes>(read.error());
}

Result<void> writeNote(SqliteDatabase &database, const EventKey &key, const EntryNote &note)
{
    return database.run(
        u"INSERT INTO note (%1) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (kind, code) DO UPDATE SET text = excluded.text, changed = excluded.changed"_s.arg(noteColumns),
        {kindToken(key.kind), key.code, stored(note.text), stored(note.changed)});
}

Result<bool> isPagePutAway(SqliteDatabase &database, const QString &sha256)
{
    bool isThere = false;
    const auto read = database.forEach(u"SELECT sha256 FROM page_put_away WHERE sha256 = ?"_s, {sha256},
                                       [&isThere](const QSqlQuery &) { isThere = true; });
    return read ? Result<bool>(isThere) : Result<bool>(read.error());
}

Result<void> putPageAway(SqliteDatabase &database, const QString &sha256)
{
    return database.run(u"INSERT INTO page_put_away (sha256) VALUES (?) ON CONFLICT (sha256) DO NOTHING"_s, {sha256});
}

std::optional<CatalogRevision> readRevisionRow(SqliteDatabase &database, qint64 id)
{
    // A damaged file may not tell its version, or a wrong one.
    for (const int version : {catalogSchemaVersion, 1}) {
        std::optional<CatalogRevision> revision;
        const auto read = database.forEach(u"SELECT %1 FROM revision WHERE id = ?"_s.arg(revisionColumns(version)),
                                           {id}, [&revision](const QSqlQuery &query) { revision = revisionOf(query); });
        if (read)
            return revision;
    }
    return std::nullopt;
}

std::optional<EntryRow> readEntryRow(SqliteDatabase &database, qint64 id)
{
    std::optional<EntryRow> row;
    const auto read = database.forEach(u"SELECT %1 FROM entry WHERE id = ?"_s.arg(entryColumns), {id},
                                       [&row](const QSqlQuery &query) { row = entryOf(query); });
    return read ? row : std::nullopt;
}

std::optional<NoteRow> readNoteRow(SqliteDatabase &database, qint64 id)
{
    std::optional<NoteRow> row;
    const auto read = database.forEach(u"SELECT %1 FROM note WHERE id = ?"_s.arg(noteColumns), {id},
                                       [&row](const QSqlQuery &query) { row = noteOf(query); });
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

std::optional<qint64> highestNoteId(SqliteDatabase &database)
{
    return highestId(database, u"note"_s);
}

} // namespace evident
