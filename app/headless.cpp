#include "headless.h"

#include "bookmarkstore.h"
#include "catalogchanges.h"
#include "catalogwriter.h"
#include "changepack.h"
#include "findings.h"
#include "findingtexts.h"
#include "logfiles.h"
#include "lowering.h"
#include "masker.h"
#include "recordorder.h"
#include "recordwriter.h"
#include "siempack.h"
#include "statefolder.h"
#include "summarywriter.h"
#include "wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <future>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

CatalogFormat catalogFormat(const QString &name)
{
    if (name == "csv"_L1)
        return CatalogFormat::Csv;
    if (name == "json"_L1)
        return CatalogFormat::Json;
    return name == "markdown"_L1 ? CatalogFormat::Markdown : CatalogFormat::Text;
}

RecordWriter::Format recordFormat(const QString &name)
{
    if (name == "csv"_L1)
        return RecordWriter::Format::Csv;
    return name == "ndjson"_L1 ? RecordWriter::Format::Ndjson : RecordWriter::Format::Text;
}

FindingsPointer findingsOf(const FilteredLog &log, const RuleSet &rules)
{
    return std::make_shared<const Findings>(findFindings(*log.log(), log.resolution(), rules, ruleLanguage()));
}

} // namespace

QByteArray terminalLine(const QString &text)
{
    return visibleText(text, true).toUtf8() + '\n';
}

Headless::Headless(const CommandLine &line, QIODevice &output, QIODevice &errors)
    : m_line(line),
      m_output(output),
      m_errors(errors)
{ }

int Headless::run()
{
    switch (m_line.action) {
    case Action::Help:
        m_output.write(commandLineHelp().toUtf8());
        return ExitDone;
    case Action::Version:
        m_output.write("evident " EVIDENT_VERSION "\n");
        return ExitDone;
    default:
        break;
    }
    if (!openCatalog())
        return m_exitCode;
    switch (m_line.action) {
    case Action::Lookup:
        lookup();
        break;
    case Action::Catalog:
        catalog();
        break;
    case Action::ExportCatalog:
        exportCatalog();
        break;
    case Action::ImportCatalog:
    case Action::ImportNotes:
    case Action::ExportNotes:
        changeCatalog();
        break;
    case Action::SiemPack:
        siemPack();
        break;
    case Action::ChangePack:
        changePack();
        break;
    case Action::Summary:
        summary();
        break;
    case Action::Print:
        print();
        break;
    default:
        break;
    }
    return m_exitCode;
}

void Headless::say(const QString &line)
{
    m_errors.write(terminalLine(u"evident: "_s + line));
}

void Headless::complain(const QString &place, const QString &reason)
{
    m_exitCode = ExitNotAll;
    // Reasons may begin with the place themselves, as text for people writes it.
    const QString quoted = u"“%1”: "_s.arg(place);
    QString line = place + u": "_s + (reason.startsWith(quoted) ? reason.mid(quoted.size()) : reason);
    say(line.replace(u'\n', u' '));
}

bool Headless::openCatalog()
{
    Result<CatalogResources> resources = shippedCatalogResources();
    if (!resources) {
        complain(u"catalog"_s, resources.error().message);
        return false;
    }
    Result<std::unique_ptr<CatalogStore>> store = CatalogStore::open(m_line.dataDir, std::move(resources).value());
    if (!store) {
        complain(m_line.dataDir, store.error().message);
        return false;
    }
    m_store = std::move(store).value();
    for (const QString &notice : m_store->notices())
        say(notice);
    m_catalog = m_store->snapshot();
    return true;
}

void Headless::lookup()
{
    QList<CatalogEntry> found;
    for (const LookupCode &code : m_line.codes) {
        QList<CatalogEntry> entries;
        if (!code.kind)
            entries = m_catalog->findCode(code.code);
        else if (const CatalogEntry *entry = m_catalog->find({*code.kind, code.code}))
            entries.append(*entry);
        found += entries;
        if (!entries.isEmpty())
            continue;
        QString reason = QCoreApplication::translate("evident::Headless", "The catalog has no such event.");
        const bool onUserPages = !code.kind || *code.kind == Kind::User || *code.kind == Kind::System;
        if (const QString page = pageForUnknownCode(code.code); onUserPages && !page.isEmpty())
            reason += u' ' + page;
        const QString number = QString::number(code.code);
        complain(code.kind ? kindToken(*code.kind) + u':' + number : number, reason);
    }
    m_output.write(m_line.format == "json"_L1 ? bytesOf(found) : lookupText(*m_catalog, found));
}

/// In the format asked for.
QByteArray Headless::bytesOf(const QList<CatalogEntry> &entries) const
{
    return catalogBytes(entries, catalogFormat(m_line.format), entryBackground(*m_store, entries));
}

QList<CatalogEntry> Headless::keptEntries() const
{
    const QueryMatcher matcher(m_line.query, {m_line.zone, {}});
    const Breadth breadth = m_catalog->breadthOf(m_line.query);
    QList<CatalogEntry> kept;
    for (const CatalogEntry &entry : m_catalog->entries()) {
        if (matcher.matches(EntrySubject(*m_catalog, entry, breadth)))
            kept.append(entry);
    }
    return kept;
}

void Headless::catalog()
{
    m_output.write(bytesOf(keptEntries()));
}

void Headless::exportCatalog()
{
    if (!m_line.force && QFileInfo::exists(m_line.exportFile)) {
        complain(m_line.exportFile,
                 QCoreApplication::translate("evident::Headless", "The file exists; --force replaces it."));
        return;
    }
    QSaveFile file(m_line.exportFile);
    const QByteArray bytes = bytesOf(keptEntries());
    if (!writeWhole(file, bytes))
        complain(m_line.exportFile, file.errorString());
}

void Headless::changeCatalog()
{
    CatalogChanges changes(*m_store, m_line,
                           [this](const QString &path, const QString &reason) { complain(path, reason); });
    if (m_line.action == Action::ImportCatalog)
        m_output.write(changes.importPages());
    else
        m_output.write(m_line.action == Action::ImportNotes ? changes.importNotes() : changes.exportNotes());
}

std::optional<CatalogRevision> Headless::revision(std::optional<qint64> id)
{
    const Result<QList<CatalogRevision>> revisions = m_store->revisions();
    if (!revisions) {
        complain(u"catalog"_s, revisions.error().message);
        return std::nullopt;
    }
    for (const CatalogRevision &revision : revisions.value()) {
        if (!id || revision.id == *id)
            return revision;
    }
    complain(QString::number(id.value_or(0)),
             QCoreApplication::translate("evident::Headless", "The catalog has no such revision."));
    return std::nullopt;
}

void Headless::write(const PackFiles &files)
{
    const Result<void> written = writePack(m_line.packFolder, files, m_line.force);
    if (written)
        return;
    const QString wayOn = written.error().kind == Error::Kind::Question
        ? u' ' + QCoreApplication::translate("evident::Headless", "--force replaces it.")
        : QString();
    complain(m_line.packFolder, written.error().message + wayOn);
}

void Headless::siemPack()
{
    if (const std::optional<CatalogRevision> revision = this->revision(m_catalog->revision()))
        write(evident::siemPack(keptEntries(), *revision, m_line.query.toString()));
}

void Headless::changePack()
{
    const std::optional<CatalogRevision> before = revision(m_line.fromRevision);
    const std::optional<CatalogRevision> after = revision(m_line.toRevision);
    if (!before || !after)
        return;
    const Result<QList<CatalogEntry>> earlier = m_store->entriesOf(before->id);
    const Result<QList<CatalogEntry>> later = m_store->entriesOf(after->id);
    for (const auto &entries : {earlier, later}) {
        if (!entries) {
            complain(u"catalog"_s, entries.error().message);
            return;
        }
    }
    write(evident::changePack(catalogDiff(earlier.value(), later.value()), *before, *after));
}

/// Called for each batch; a line for each tenth of a file is enough.
void Headless::sayProgress(const QString &path, FilteredLog::Phase phase, qint64 done, qint64 total)
{
    const qint64 tenths = total > 0 ? done * 10 / total : 0;
    const bool preparing = phase == FilteredLog::Phase::Preparing;
    const QString what = preparing ? path + u'\n' : path;
    if (what == m_progressOf && tenths <= m_progressTenths)
        return;
    m_progressOf = what;
    m_progressTenths = tenths;
    const QString text = preparing ? QCoreApplication::translate("evident::Headless", "%1: %2 % unpacked or converted")
                                   : QCoreApplication::translate("evident::Headless", "%1: %2 % read");
    say(text.arg(path).arg(tenths * 10));
}

void Headless::complainAbout(const FilteredLog::File &file)
{
    if (file.error.isEmpty())
        return;
    const QString wayOn =
        file.asks ? u' ' + QCoreApplication::translate("evident::Headless", "--yes reads it all the same.") : QString();
    complain(file.path, file.error + wayOn);
}

/// A folder, or a pattern where no such file exists, stands for the logs in it; what is none is said. Where nothing is
/// found, opening the path tells why.
void Headless::openFiles(FilteredLog &log, const QString &path)
{
    const Result<LogFiles> found = findLogFiles({path});
    const LogFiles files = found ? found.value() : LogFiles{{path}};
    const bool chooses = files.searched && files.paths.size() > 1;
    for (const QString &other : log.open(files.paths, chooses ? Log::Take::Logs : Log::Take::All))
        say(QCoreApplication::translate("evident::Headless", "%1: left out, as it is no log of events").arg(other));
}

FilteredLog Headless::readFiles()
{
    FilteredLog::Progress progress;
    if (m_line.progress)
        progress = [this](const QString &path, FilteredLog::Phase phase, qint64 done, qint64 total) {
            sayProgress(path, phase, done, total);
        };
    FilteredLog log(m_catalog, m_line.logOptions, progress);
    for (const QString &path : m_line.files)
        openFiles(log, path);
    log.read();
    for (const FilteredLog::File &file : log.files())
        complainAbout(file);
    if (log.log() && asksForFindings(m_line.query)) {
        if (const std::optional<RuleSet> rules = readRules())
            log.setFindings(findingsOf(log, *rules));
    }
    if (log.log() && asksForBookmarks(m_line.query))
        log.setBookmarked(bookmarkedRows(*log.log()));
    log.filter(m_line.query, m_line.zone);
    for (const FilteredLog::File &file : log.files()) {
        if (file.undecided > 0) {
            complain(file.path,
                     QCoreApplication::translate(
                         "evident::Headless", "%n record(s) left out: the regular expression takes too long on them.",
                         nullptr, int(file.undecided)));
        }
    }
    if (m_line.fold)
        m_folded = log.fold();
    return log;
}

/// Those that the window of the same data folder would show.
std::vector<Row> Headless::bookmarkedRows(const Log &log)
{
    StateFolder state(QDir(m_line.dataDir).filePath(u"state"_s));
    BookmarkSearch search(BookmarkStore(state).all());
    for (const QString &problem : state.takeProblems())
        say(problem);
    search.extend(log);
    std::vector<Row> rows;
    const QHash<Row, Bookmark> found = search.found(log);
    rows.assign(found.keyBegin(), found.keyEnd());
    std::ranges::sort(rows);
    return rows;
}

void Headless::summary()
{
    FilteredLog log = readFiles();
    // Neither needs what the other finds.
    const std::optional<RuleSet> rules = log.log() && !log.findings() ? readRules() : std::nullopt;
    std::future<FindingsPointer> findings =
        std::async(std::launch::async, [&log, &rules] { return rules ? findingsOf(log, *rules) : log.findings(); });
    log.findDuplicates();
    SummaryReport report = summaryReport(log, m_line.zone, m_line.logOptions.inputZone);
    report.folded = m_folded;
    if (const FindingsPointer found = findings.get())
        report.findings = found->list;
    if (m_line.mask) {
        Masker masker;
        if (log.log())
            masker.learn(*log.log());
        report = maskedReport(report, masker);
    }
    m_output.write(m_line.format == "json"_L1 ? summaryJson(report) : summaryText(report));
}

/// Those that came with the program and the user's own; none, after a word on stderr, where the former are damaged.
std::optional<RuleSet> Headless::readRules()
{
    Result<RuleSet> shipped = RuleSet::shipped();
    if (!shipped) {
        complain(u"rules"_s, shipped.error().message);
        return {};
    }
    RuleSet rules = std::move(shipped).value();
    rules.addFolder(QDir(m_line.dataDir).filePath(u"rules"_s));
    for (const QString &problem : rules.problems())
        say(problem);
    return rules;
}

void Headless::print()
{
    const FilteredLog log = readFiles();
    Masker masker;
    if (m_line.mask && log.log())
        masker.learn(*log.log());
    std::vector<Row> rows = recordOrder(log);
    if (m_line.sortColumn)
        rows = sortedByColumn(log, rows, *m_line.sortColumn, m_line.sortDescending);
    if (m_line.limit && *m_line.limit < qint64(rows.size()))
        rows.resize(size_t(*m_line.limit));

    const auto writer = RecordWriter::make(recordFormat(m_line.format), &m_output, m_line.zone);
    QSet<QString> complained;
    bool written = writer->begin();
    for (auto row = rows.begin(); row != rows.end() && written; ++row) {
        const Result<NormalisedRecord> record = normalisedRecord(*log.log(), *row, log.resolution());
        const QString &path = log.log()->info(*row).path;
        if (record) {
            written = writer->write(m_line.mask ? masker.masked(record.value()) : record.value());
        } else if (!complained.contains(path)) {
            complained.insert(path);
            complain(path, record.error().message);
        }
    }
    if (written)
        writer->finish();
}

} // namespace evident
