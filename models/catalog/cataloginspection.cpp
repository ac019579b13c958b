#include "cataloginspection.h"

#include "catalogtables.h"

namespace evident {

Inspection Inspection::failed(const SqliteDatabase &database, const Error &error)
{
    return {database.failedByDamage() ? State::Damaged : State::Unavailable, error.message, {}, {}};
}

Inspection Inspection::open(SqliteDatabase &database, const QString &path, SqliteDatabase::Access access)
{
    const Result<void> opened = database.open(path, access);
    return opened ? of(database) : failed(database, opened.error());
}

Inspection Inspection::of(SqliteDatabase &database)
{
    // The version comes first: of a file from the future nothing else can be told, so nothing else is judged.
    const Result<int> version = database.schemaVersion();
    if (!version)
        return failed(database, version.error());
    if (version.value() > catalogSchemaVersion) {
        return {State::Future,
                tr("it has version %1 and this program knows versions up to %2")
                    .arg(QString::number(version.value()), QString::number(catalogSchemaVersion)),
                {},
                {}};
    }
    const Result<int> application = database.applicationId();
    if (!application)
        return failed(database, application.error());
    const Result<int> tables = database.tableCount();
    if (!tables)
        return failed(database, tables.error());
    if (version.value() == 0 && application.value() == 0 && tables.value() == 0)
        return {State::New, {}, {}, {}};
    if (version.value() < 1 || application.value() != catalogApplicationId)
        return {State::Damaged, tr("it is a database, but no catalog"), {}, {}};

    if (const Result<void> checked = database.quickCheck(); !checked)
        return failed(database, checked.error());
    const Result<int> dataVersion = database.dataVersion();
    if (!dataVersion)
        return failed(database, dataVersion.error());
    const Result<std::optional<CatalogRevision>> newest = readNewestRevision(database);
    if (!newest)
        return failed(database, newest.error());
    if (!newest.value())
        return {State::Damaged, tr("entries are missing in it"), {}, {}};
    const Result<EntryNotes> notes = readNotes(database);
    if (!notes)
        return failed(database, notes.error());
    const State state = version.value() < catalogSchemaVersion ? State::Old : State::Good;
    return {state, {}, newest.value(), notes.value(), dataVersion.value()};
}

} // namespace evident
