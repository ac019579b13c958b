#include "commandline.h"

#include "commandlineoptions.h"
#include "encoding.h"
#include "format.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Reads the options one after another; the first that is wrong stays in error().
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser)
        : m_parser(parser)
    { }

    Result<CommandLine> read();

private:
    void fail(const QString &message)
    {
        if (!m_error)
            m_error = Error{message};
    }
    bool isSet(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }

    void readAction();
    void checkOptions();
    void readFiles();
    void readFormat();
    void readCodes();
    void readQuery();
    void readSort();
    void readLogOptions();
    void readSpool();
    void readExport();
    void readNotesFile();
    void readPack();
    qint64 readRevision(const QString &option);
    QTimeZone readZone(const QString &option);

    const QCommandLineParser &m_parser;
    CommandLine m_line;
    std::optional<Error> m_error;
};

const QList<std::pair<Action, QString>> &actions()
{
    static const QList<std::pair<Action, QString>> list{
        {Action::Lookup, u"lookup"_s},
        {Action::Catalog, u"catalog"_s},
        {Action::Summary, u"summary"_s},
        {Action::Print, u"print"_s},
        {Action::ImportCatalog, u"import-catalog"_s},
        {Action::ExportCatalog, u"export-catalog"_s},
        {Action::ImportNotes, u"import-notes"_s},
        {Action::ExportNotes, u"export-notes"_s},
        {Action::SiemPack, u"siem-pack"_s},
        {Action::ChangePack, u"change-pack"_s},
    };
    return list;
}

void Reader::readAction()
{
    QString chosen;
    for (const auto &[action, name] : actions()) {
        if (!isSet(name))
            continue;
        if (!chosen.isEmpty()) {
            fail(QCoreApplication::translate("evident::CommandLine",
                                             "--%1 and --%2 do not go together; call the program once for each.")
                     .arg(chosen, name));
        }
        chosen = name;
        m_line.action = action;
    }
}

void Reader::checkOptions()
{
    for (const CommandLineOption &option : commandLineOptions()) {
        if (!isSet(option.name))
            continue;
        if (!option.valueName.isEmpty() && m_parser.values(option.name).size() > 1) {
            fail(QCoreApplication::translate("evident::CommandLine", "--%1 can be given once only.").arg(option.name));
        } else if (!option.actions.isEmpty() && !option.actions.contains(m_line.action)) {
            QStringList fitting;
            for (const auto &[action, name] : actions()) {
                if (option.actions.contains(action))
                    fitting.append(u"--"_s + name);
            }
            fail(QCoreApplication::translate("evident::CommandLine", "--%1 belongs to %2.")
                     .arg(option.name, fitting.join(u", "_s)));
        }
    }
}

void Reader::readFiles()
{
    m_line.files = m_parser.positionalArguments();
    const bool needsFiles =
        m_line.action == Action::Summary || m_line.action == Action::Print || m_line.action == Action::ImportCatalog;
    if (needsFiles && m_line.files.isEmpty())
        fail(QCoreApplication::translate("evident::CommandLine", "No file is named; - stands for standard input."));
    const bool takesFiles = needsFiles || m_line.action == Action::Window;
    if (!takesFiles && !m_line.files.isEmpty()) {
        fail(QCoreApplication::translate("evident::CommandLine", "“%1” is one argument too many.")
                 .arg(m_line.files.first()));
    }
    if (m_line.files.count(u"-"_s) > 1)
        fail(QCoreApplication::translate("evident::CommandLine", "Standard input (-) can be read once only."));
}

void Reader::readFormat()
{
    static const QHash<Action, QStringList> formats{
        {Action::Lookup, {u"text"_s, u"json"_s}},
        {Action::Catalog, {u"text"_s, u"csv"_s, u"json"_s, u"markdown"_s}},
        {Action::Summary, {u"text"_s, u"json"_s}},
        {Action::Print, {u"text"_s, u"csv"_s, u"ndjson"_s}},
        {Action::ImportCatalog, {u"text"_s, u"json"_s}},
    };
    const QStringList known = formats.value(m_line.action);
    if (known.isEmpty())
        return;
    m_line.format = isSet(u"format"_s) ? value(u"format"_s) : known.first();
    if (!known.contains(m_line.format)) {
        fail(QCoreApplication::translate("evident::CommandLine", "“%1” is no format of this output; there are %2.")
                 .arg(m_line.format, known.join(u", "_s)));
    }
}

void Reader::readCodes()
{
    if (m_line.action != Action::Lookup)
        return;
    for (const QString &item : value(u"lookup"_s).split(u',')) {
        LookupCode code;
        QString number = item.trimmed();
        if (const qsizetype colon = number.indexOf(u':'); colon >= 0) {
            code.kind = kindFromToken(number.left(colon));
            if (!code.kind) {
                fail(QCoreApplication::translate("evident::CommandLine",
                                                 "“%1” is no kind of event; there are user, system, admin, am and idr.")
                         .arg(number.left(colon)));
            }
            number = number.mid(colon + 1);
        }
        const bool digits = !number.isEmpty()
            && std::all_of(number.begin(), number.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        bool fits = false;
        code.code = number.toLongLong(&fits);
        if (!digits || !fits) {
            fail(QCoreApplication::translate("evident::CommandLine",
                                             "“%1” is no event code; write a number such as 702, or user:702.")
                     .arg(item));
        }
        m_line.codes.append(code);
    }
}

void Reader::readQuery()
{
    if (!isSet(u"where"_s))
        return;
    const QString text = value(u"where"_s);
    const QueryParse parse = Query::parse(text);
    m_line.query = parse.query;
    if (parse.ok())
        return;
    // The wrong place is underlined as far as a terminal can: what stands before it may be written longer than it is.
    const qsizetype before = visibleText(text.left(parse.error->position)).size();
    const qsizetype length = visibleText(text.mid(parse.error->position, parse.error->length)).size();
    fail(QCoreApplication::translate("evident::CommandLine", "The query is wrong at character %1: %2")
             .arg(parse.error->position + 1)
             .arg(parse.error->reason)
         + u"\n  "_s + visibleText(text) + u"\n  "_s + QString(before, u' ')
         + QString(std::max<qsizetype>(length, 1), u'^'));
}

void Reader::readSort()
{
    if (isSet(u"sort"_s)) {
        const QString text = value(u"sort"_s);
        const QString name = text.section(u':', 0, 0);
        const QString order = text.section(u':', 1);
        m_line.sortColumn = recordColumnFromName(name);
        m_line.sortDescending = order == "desc"_L1;
        QStringList columns = recordColumnNames();
        columns.removeLast(); // raw
        if (!m_line.sortColumn || *m_line.sortColumn == RecordColumn::Raw) {
            fail(QCoreApplication::translate("evident::CommandLine", "“%1” is no column to sort by; there are %2.")
                     .arg(name, columns.join(u", "_s)));
        } else if (!order.isEmpty() && order != "desc"_L1 && order != "asc"_L1) {
            fail(QCoreApplication::translate("evident::CommandLine", "“%1” is no order; write %2 or %2:desc.")
                     .arg(order, name));
        }
    }
    if (isSet(u"limit"_s)) {
        bool isNumber = false;
        m_line.limit = value(u"limit"_s).toLongLong(&isNumber);
        if (!isNumber || *m_line.limit < 0)
            fail(QCoreApplication::translate("evident::CommandLine", "“%1” is no number of records.")
                     .arg(value(u"limit"_s)));
    }
}

QTimeZone Reader::readZone(const QString &option)
{
    if (!isSet(option)) {
        const QTimeZone system = QTimeZone::systemTimeZone();
        return system.isValid() ? system : QTimeZone::utc();
    }
    const QTimeZone zone(value(option).toUtf8());
    if (!zone.isValid()) {
        fail(QCoreApplication::translate(
                 "evident::CommandLine",
                 "“%1” is no time zone that is known here; write one such as Europe/Berlin or UTC.")
                 .arg(value(option)));
    }
    return zone;
}

void Reader::readSpool()
{
    if (!isSet(u"max-spool"_s))
        return;
    const QString text = value(u"max-spool"_s);
    QString number = text;
    int shift = 0;
    if (!number.isEmpty()) {
        const qsizetype unit = u"KMGT"_s.indexOf(number.back().toUpper());
        if (unit >= 0) {
            shift = 10 * int(unit + 1);
            number.chop(1);
        }
    }
    bool isNumber = false;
    const qint64 count = number.toLongLong(&isNumber);
    if (!isNumber || count < 0 || count > (std::numeric_limits<qint64>::max() >> shift)) {
        fail(QCoreApplication::translate("evident::CommandLine", "“%1” is no size; write one such as 500M or 2G.")
                 .arg(text));
        return;
    }
    m_line.logOptions.maxSpool = count << shift;
}

void Reader::readLogOptions()
{
    if (isSet(u"input-format"_s)) {
        m_line.logOptions.formatName = value(u"input-format"_s);
        if (!formatNames().contains(m_line.logOptions.formatName)) {
            fail(QCoreApplication::translate("evident::CommandLine", "“%1” is no format of a log; there are %2.")
                     .arg(m_line.logOptions.formatName, formatNames().join(u", "_s)));
        }
    }
    if (isSet(u"encoding"_s)) {
        if (const Result<QString> name = encodingName(value(u"encoding"_s)))
            m_line.logOptions.encoding = name.value();
        else
            fail(name.error().message);
    }
    m_line.zone = readZone(u"zone"_s);
    m_line.zoneIsGiven = isSet(u"zone"_s);
    m_line.logOptions.inputZone = readZone(u"input-zone"_s);
    readSpool();
    m_line.logOptions.allowLargeSpool = m_line.yes;
}

void Reader::readExport()
{
    if (m_line.action != Action::ExportCatalog)
        return;
    static const QHash<QString, QString> formats{
        {u"csv"_s, u"csv"_s}, {u"json"_s, u"json"_s}, {u"md"_s, u"markdown"_s}};
    m_line.exportFile = value(u"export-catalog"_s);
    m_line.format = formats.value(QFileInfo(m_line.exportFile).suffix().toLower());
    if (m_line.format.isEmpty()) {
        fail(QCoreApplication::translate(
                 "evident::CommandLine",
                 "“%1” does not say how the catalog is to be written; end it with .csv, .json or .md.")
                 .arg(m_line.exportFile));
    }
}

void Reader::readNotesFile()
{
    if (m_line.action == Action::ImportNotes)
        m_line.notesFile = value(u"import-notes"_s);
    else if (m_line.action == Action::ExportNotes)
        m_line.notesFile = value(u"export-notes"_s);
    else
        return;
    if (m_line.notesFile.isEmpty())
        fail(QCoreApplication::translate("evident::CommandLine", "No file of notes is named."));
}

qint64 Reader::readRevision(const QString &option)
{
    bool isNumber = false;
    const qint64 revision = value(option).toLongLong(&isNumber);
    if (!isNumber || revision < 1) {
        fail(QCoreApplication::translate("evident::CommandLine",
                                         "“%1” is no revision of the catalog; write its number, such as 2.")
                 .arg(value(option)));
    }
    return revision;
}

void Reader::readPack()
{
    if (m_line.action != Action::SiemPack && m_line.action != Action::ChangePack)
        return;
    const QString option = m_line.action == Action::SiemPack ? u"siem-pack"_s : u"change-pack"_s;
    m_line.packFolder = value(option);
    if (m_line.packFolder.isEmpty())
        fail(QCoreApplication::translate("evident::CommandLine", "--%1 names no folder.").arg(option));
    if (m_line.action == Action::SiemPack)
        return;
    if (isSet(u"from"_s)) {
        m_line.fromRevision = readRevision(u"from"_s);
    } else {
        fail(QCoreApplication::translate("evident::CommandLine",
                                         "--change-pack needs --from, the number of the earlier revision."));
    }
    if (isSet(u"to"_s))
        m_line.toRevision = readRevision(u"to"_s);
}

Result<CommandLine> Reader::read()
{
    if (isSet(u"help"_s)) {
        m_line.action = Action::Help;
        return m_line;
    }
    if (isSet(u"version"_s)) {
        m_line.action = Action::Version;
        return m_line;
    }
    readAction();
    checkOptions();
    m_line.yes = isSet(u"yes"_s);
    m_line.dryRun = isSet(u"dry-run"_s);
    readFiles();
    readFormat();
    readCodes();
    readQuery();
    readSort();
    readLogOptions();
    readExport();
    readNotesFile();
    readPack();
    m_line.force = isSet(u"force"_s);
    m_line.fold = isSet(u"fold"_s);
    m_line.mask = isSet(u"mask"_s);
    m_line.progress = isSet(u"progress"_s);
    m_line.dataDir =
        isSet(u"data-dir"_s) ? value(u"data-dir"_s) : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    if (m_line.dataDir.isEmpty())
        fail(QCoreApplication::translate("evident::CommandLine", "--data-dir names no folder."));
    if (m_error)
        return *m_error;
    return m_line;
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addCommandLineOptions(parser);
    if (!parser.parse(arguments))
        return Error{parser.errorText()};
    return Reader(parser).read();
}

QString commandLineHelp()
{
    QCommandLineParser parser;
    addCommandLineOptions(parser);
    parser.addPositionalArgument(
        u"FILE"_s, QCoreApplication::translate("evident::CommandLine", "Logs to read; - is standard input."),
        u"[FILE…]"_s);
    parser.setApplicationDescription(
        QCoreApplication::translate("evident::CommandLine",
                                    "Explains the events of RSA Cloud Access Service and finds them in exported logs. "
                                    "With an action (--lookup, --catalog, "
                                    "--summary, --print, --import-catalog, --export-catalog, --import-notes, "
                                    "--export-notes, --siem-pack, --change-pack) no window opens."));
    return parser.helpText();
}

} // namespace evident
