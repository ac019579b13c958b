#include "commandlineoptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

QList<CommandLineOption> commandLineOptions()
{
    const auto say = [](const char *text) { return QCoreApplication::translate("evident::CommandLine", text); };
    using enum Action;
    return {
        {u"lookup"_s, u"[KIND:]CODE[,…]"_s, say(QT_TRANSLATE_NOOP("evident::CommandLine", "Explain event codes.")), {}},
        {u"catalog"_s, {}, say(QT_TRANSLATE_NOOP("evident::CommandLine", "List the catalog of events.")), {}},
        {u"summary"_s, {}, say(QT_TRANSLATE_NOOP("evident::CommandLine", "Say what is in the files.")), {}},
        {u"print"_s,
         {},
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Print the records of the files, normalised.")),
         {}},
        {u"import-catalog"_s,
         {},
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Read pages of the vendor into the catalog.")),
         {}},
        {u"export-catalog"_s,
         u"FILE"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Write the catalog to a .csv, .json or .md file.")),
         {}},
        {u"import-notes"_s,
         u"FILE"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Take the notes of a file; none of one's own is lost.")),
         {}},
        {u"export-notes"_s,
         u"FILE"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Write all notes to a file, for others to take.")),
         {}},
        {u"siem-pack"_s,
         u"DIR"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine",
                               "Write the catalog for Splunk, Sentinel, Elastic and Sigma into a folder.")),
         {}},
        {u"change-pack"_s,
         u"DIR"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine",
                               "Write what changed between two revisions of the catalog into a folder.")),
         {}},
        {u"from"_s,
         u"REVISION"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "The earlier revision of a change pack.")),
         {ChangePack}},
        {u"to"_s,
         u"REVISION"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "The later revision of a change pack, instead of the newest.")),
         {ChangePack}},
        {u"where"_s,
         u"QUERY"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Keep only what the query keeps.")),
         {Window, Catalog, Summary, Print, ExportCatalog, SiemPack}},
        {u"format"_s,
         u"NAME"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine",
                               "How the answer is written: text, json, csv, ndjson or markdown.")),
         {Lookup, Catalog, Summary, Print, ImportCatalog}},
        {u"sort"_s,
         u"COLUMN[:desc]"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Sort the printed records by a column.")),
         {Print}},
        {u"limit"_s, u"N"_s, say(QT_TRANSLATE_NOOP("evident::CommandLine", "Print no more than N records.")), {Print}},
        {u"dry-run"_s,
         {},
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Say what an import would change, and change nothing.")),
         {ImportCatalog}},
        {u"yes"_s,
         {},
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Do it without being asked, however much it is.")),
         {Summary, Print, ImportCatalog}},
        {u"force"_s,
         {},
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Replace an existing file, or the pack in an existing folder.")),
         {ExportCatalog, ExportNotes, SiemPack, ChangePack}},
        {u"input-format"_s,
         u"NAME"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "The files' format, instead of finding out.")),
         {}},
        {u"encoding"_s,
         u"NAME"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "The files' encoding, instead of finding out.")),
         {}},
        {u"zone"_s,
         u"ZONE"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Time zone of display and of the query's times.")),
         {}},
        {u"input-zone"_s,
         u"ZONE"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Time zone of records that name none.")),
         {}},
        {u"fold"_s, {}, say(QT_TRANSLATE_NOOP("evident::CommandLine", "Drop records that repeat an earlier one.")), {}},
        {u"mask"_s,
         {},
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Replace names, addresses and devices by masks.")),
         {}},
        {u"max-spool"_s,
         u"SIZE"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "How much may be unpacked to disk, such as 500M or 2G.")),
         {}},
        {u"data-dir"_s,
         u"DIR"_s,
         say(QT_TRANSLATE_NOOP("evident::CommandLine", "Where the catalog and the settings live.")),
         {}},
        {u"progress"_s, {}, say(QT_TRANSLATE_NOOP("evident::CommandLine", "Say on stderr how far reading is.")), {}},
        {u"version"_s, {}, say(QT_TRANSLATE_NOOP("evident::CommandLine", "Say the program's version.")), {}},
        {u"help"_s, {}, say(QT_TRANSLATE_NOOP("evident::CommandLine", "Show this help.")), {}},
    };
}

void addCommandLineOptions(QCommandLineParser &parser)
{
    for (const CommandLineOption &option : commandLineOptions())
        parser.addOption(QCommandLineOption(option.name, option.description, option.valueName));
}

} // namespace evident
