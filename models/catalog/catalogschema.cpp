#include "catalogtables.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

Result<void> runAll(SqliteDatabase &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (auto made = database.run(statement); !made)
            return made;
    }
    return {};
}

/// A note that was removed stays as a row without text: so ids stay small and close together, by which a damaged file
/// is searched.
QStringList tablesOfVersion2()
{
    return {
        u"CREATE TABLE note ("
        "id INTEGER PRIMARY KEY, "
        "kind TEXT NOT NULL, "
        "code BIGINT NOT NULL, "
        "text TEXT NOT NULL, "
        "changed TEXT NOT NULL, "
        "UNIQUE (kind, code))"_s,
        u"CREATE TABLE page_put_away (sha256 TEXT PRIMARY KEY)"_s,
    };
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
        "not_understood_count BIGINT NOT NULL, "
        "origin TEXT NOT NULL DEFAULT 'shipped', "
        "restored BIGINT, "
        "added_count BIGINT NOT NULL DEFAULT 0, "
        "changed_count BIGINT NOT NULL DEFAULT 0, "
        "removed_count BIGINT NOT NULL DEFAULT 0)"_s,
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
    if (auto made = runAll(database, statements + tablesOfVersion2()); !made)
        return made;
    return database.setIdentity(catalogApplicationId, catalogSchemaVersion);
}

Result<void> upgradeCatalogTables(SqliteDatabase &database)
{
    const Result<int> version = database.schemaVersion();
    if (!version)
        return version.error();
    if (version.value() < 2) {
        const QStringList statements{
            u"ALTER TABLE revision ADD COLUMN origin TEXT NOT NULL DEFAULT 'shipped'"_s,
            u"ALTER TABLE revision ADD COLUMN restored BIGINT"_s,
            u"ALTER TABLE revision ADD COLUMN added_count BIGINT NOT NULL DEFAULT 0"_s,
            u"ALTER TABLE revision ADD COLUMN changed_count BIGINT NOT NULL DEFAULT 0"_s,
            u"ALTER TABLE revision ADD COLUMN removed_count BIGINT NOT NULL DEFAULT 0"_s,
            // The first one, the shipped page, was all new.
            u"UPDATE revision SET added_count = entry_count WHERE id = (SELECT min(id) FROM revision)"_s,
        };
        if (auto made = runAll(database, statements + tablesOfVersion2()); !made)
            return made;
    }
    return database.setIdentity(catalogApplicationId, catalogSchemaVersion);
}

} // namespace evident
