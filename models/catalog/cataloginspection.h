#pragma once

#include "catalogrevision.h"
#include "entrynote.h"
#include "sqlitedatabase.h"

#include <QCoreApplication>

#include <optional>

namespace evident {

/// What a database turned out to be.
struct Inspection
{
    Q_DECLARE_TR_FUNCTIONS(evident::CatalogStore)

public:
    enum class State {
        Good,
        Old, ///< good, but with the tables of an earlier version
        New, ///< nothing is in it yet
        Future, ///< written by a newer version of this program
        Damaged, ///< or no catalog at all
        Unavailable, ///< it could not be had just now: locked, unreadable, a folder
    };

    State state = State::Good;
    QString cause; ///< of Future, Damaged and Unavailable: half a sentence
    std::optional<CatalogRevision> newest; ///< of Good and Old
    EntryNotes notes; ///< of Good
    int dataVersion = 0; ///< of Good and Old: the database's before it was read

    /// Opens a file and looks.
    static Inspection open(SqliteDatabase &database, const QString &path, SqliteDatabase::Access access);
    static Inspection of(SqliteDatabase &database);
    /// What the last failure of the database means.
    static Inspection failed(const SqliteDatabase &database, const Error &error);
};

} // namespace evident
