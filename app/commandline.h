#pragma once

#include "logoptions.h"
#include "query.h"
#include "recordwriter.h"
#include "result.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>

namespace evident {

enum class Action {
    Window,
    Lookup,
    Catalog,
    Summary,
    Print,
    ImportCatalog,
    ExportCatalog,
    ImportNotes,
    ExportNotes,
    SiemPack,
    ChangePack,
    Version,
    Help,
};

/// One code of `--lookup`; without a kind it is looked up in every kind.
struct LookupCode
{
    std::optional<Kind> kind;
    qint64 code = 0;
    bool operator==(const LookupCode &) const = default;
};

/// What the program was called with, checked and ready to be done.
struct CommandLine
{
    Action action = Action::Window;
    QStringList files; ///< in the order given; "-" is standard input
    Query query;
    QString format; ///< one that the action has, its default when none was given
    QList<LookupCode> codes;
    std::optional<RecordColumn> sortColumn;
    bool sortDescending = false;
    std::optional<qint64> limit;
    QString exportFile;
    QString notesFile; ///< of ImportNotes and ExportNotes; "-" is standard input
    QString packFolder;
    qint64 fromRevision = 0;
    std::optional<qint64> toRevision; ///< absent: the newest
    bool force = false;
    bool dryRun = false;
    bool yes = false; ///< do it without being asked
    LogOptions logOptions;
    bool zoneIsGiven = false;
    QTimeZone zone = QTimeZone::systemTimeZone();
    bool fold = false;
    bool mask = false;
    bool progress = false;
    QString dataDir; ///< where the catalog and the settings live
};

/// `arguments` start with the program's name. An error is a whole sentence that says what is wrong with the call and
/// how it goes. Needs no application object.
Result<CommandLine> parseCommandLine(const QStringList &arguments);

/// The text of `--help`, translated. Needs the application object.
QString commandLineHelp();

} // namespace evident
