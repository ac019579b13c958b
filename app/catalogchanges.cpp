#include "catalogchanges.h"

#include "importadvice.h"
#include "texttable.h"
#include "wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr qint64 readAtOnce = 1024 * 1024;

/// The bytes of a file; `-` is standard input.
Result<QByteArray> bytesOf(const QString &path, qint64 most)
{
    QFile file(path);
    const bool isOpen = path == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error{file.errorString()};
    QByteArray bytes;
    for (QByteArray more = file.read(readAtOnce); !more.isEmpty() && bytes.size() <= most; more = file.read(readAtOnce))
        bytes += more;
    if (file.error() != QFile::NoError)
        return Error{file.errorString()};
    if (bytes.size() > most) {
        return Error{QCoreApplication::translate("evident::Headless", "The file is larger than %1 MiB.")
                         .arg(most / 1024 / 1024)};
    }
    return bytes;
}

QString nameOf(const QString &path)
{
    return path == u"-"_s ? QCoreApplication::translate("evident::Headless", "standard input")
                          : QFileInfo(path).fileName();
}

} // namespace

CatalogChanges::CatalogChanges(CatalogStore &store, const CommandLine &line, Complain complain)
    : m_store(store),
      m_line(line),
      m_complain(std::move(complain))
{ }

/// `catalog` is what the page is compared with, and what comes of it: when nothing is to be changed, too, so that each
/// page stands behind the one before it.
ImportReport CatalogChanges::importPage(const QString &path, QList<CatalogEntry> &catalog)
{
    ImportReport report;
    report.path = path;
    const Result<QByteArray> bytes = bytesOf(path, largestCatalogPage);
    const Result<CatalogImport> import =
        bytes ? readCatalogImport(bytes.value(), nameOf(path)) : Result<CatalogImport>(bytes.error());
    if (!import) {
        report.error = import.error().message;
        return report;
    }
    report.page = import.value().page;
    report.diff = pageDiff(catalog, report.page);
    const ImportAdvice advice = importAdvice(catalog, report.page, report.diff);
    if (advice.needsLook && !m_line.yes) {
        report.error = advice.warnings.join(u' ') + u' '
            + QCoreApplication::translate("evident::Headless", "--yes takes it all the same.");
        return report;
    }
    if (!m_line.dryRun && report.diff.isEmpty()) {
        // A script that runs each night must not fill the history.
        report.applied = true;
        report.revision = m_store.snapshot()->revision();
    } else if (!m_line.dryRun) {
        const Result<qint64> applied = m_store.apply(import.value(), report.diff, m_store.snapshot()->revision());
        if (!applied) {
            report.error = applied.error().message;
            return report;
        }
        report.applied = true;
        report.revision = applied.value();
    }
    catalog = appliedDiff(catalog, report.diff);
    return report;
}

QByteArray CatalogChanges::importPages()
{
    QList<CatalogEntry> catalog = m_store.snapshot()->entries();
    QList<ImportReport> reports;
    for (const QString &path : m_line.files) {
        reports.append(importPage(path, catalog));
        if (!reports.last().error.isEmpty())
            m_complain(path, reports.last().error);
    }
    return m_line.format == "json"_L1 ? importJson(reports) : importText(reports);
}

QByteArray CatalogChanges::importNotes()
{
    const QString &path = m_line.notesFile;
    const Result<QByteArray> bytes = bytesOf(path, longestNotesFile);
    const Result<NotesTaken> taken =
        bytes ? m_store.importNotes(bytes.value(), nameOf(path)) : Result<NotesTaken>(bytes.error());
    if (!taken) {
        m_complain(path, taken.error().message);
        return {};
    }
    TextTable table({1});
    const auto add = [&table](const QString &name, int count) { table.addRow({name, QString::number(count)}); };
    add(QCoreApplication::translate("evident::Headless", "Notes added"), taken.value().added);
    add(QCoreApplication::translate("evident::Headless", "Notes joined with one's own"), taken.value().joined);
    add(QCoreApplication::translate("evident::Headless", "Notes that were there already"), taken.value().unchanged);
    return table.toString().toUtf8();
}

QByteArray CatalogChanges::exportNotes()
{
    const QString &path = m_line.notesFile;
    if (!m_line.force && QFileInfo::exists(path)) {
        m_complain(path, QCoreApplication::translate("evident::Headless", "The file exists; --force replaces it."));
        return {};
    }
    QSaveFile file(path);
    const QByteArray bytes = notesFile(m_store.snapshot()->notes());
    if (!writeWhole(file, bytes))
        m_complain(path, file.errorString());
    return {};
}

} // namespace evident
