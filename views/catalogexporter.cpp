#include "catalogexporter.h"

#include "catalogwriter.h"
#include "changepack.h"
#include "filequestion.h"
#include "siempack.h"
#include "wholefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QWidget>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

CatalogFormat formatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"json")
        return CatalogFormat::Json;
    if (suffix == u"md" || suffix == u"markdown")
        return CatalogFormat::Markdown;
    return suffix == u"txt" ? CatalogFormat::Text : CatalogFormat::Csv;
}

} // namespace

CatalogExporter::CatalogExporter(CatalogStore &store, QWidget *window)
    : QObject(window),
      m_store(store),
      m_window(window)
{ }

void CatalogExporter::setFolder(const QString &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    emit folderChanged(folder);
}

void CatalogExporter::exportEntries(const QList<CatalogEntry> &entries)
{
    const QStringList filters{tr("Table (*.csv)"), tr("JSON (*.json)"), tr("Markdown (*.md)"), tr("Text (*.txt)")};
    askForNewFile(m_window, {tr("Export the catalog"), m_folder, filters, u"catalog.csv"_s},
                  [this, entries](const QString &path) {
                      write(path, catalogBytes(entries, formatOf(path), entryBackground(m_store, entries)));
                  });
}

void CatalogExporter::exportNotes()
{
    askForNewFile(m_window, {tr("Export notes"), m_folder, {tr("Notes (*.json)")}, u"notes.json"_s},
                  [this](const QString &path) { write(path, notesFile(m_store.snapshot()->notes())); });
}

std::optional<CatalogRevision> CatalogExporter::revision(const std::function<bool(const CatalogRevision &)> &isIt)
{
    const Result<QList<CatalogRevision>> revisions = m_store.revisions();
    if (!revisions) {
        emit failed(revisions.error().message);
        return std::nullopt;
    }
    const auto found = std::ranges::find_if(revisions.value(), isIt);
    return found == revisions.value().end() ? std::nullopt : std::optional(*found);
}

void CatalogExporter::exportForSiem(const QList<CatalogEntry> &entries, const QString &query)
{
    const qint64 now = m_store.snapshot()->revision();
    const auto newest = revision([now](const CatalogRevision &each) { return each.id == now; });
    askAndWrite(tr("Export for the SIEM into a folder"), u"evident-siem"_s,
                siemPack(entries, newest.value_or(CatalogRevision()), query));
}

void CatalogExporter::exportChanges(qint64 before, qint64 after)
{
    const auto older = revision([before](const CatalogRevision &each) { return each.id == before; });
    const auto newer = revision([after](const CatalogRevision &each) { return each.id == after; });
    const auto oldEntries = m_store.entriesOf(before);
    const auto newEntries = m_store.entriesOf(after);
    if (!older || !newer || !oldEntries || !newEntries) {
        if (!oldEntries || !newEntries)
            emit failed(oldEntries ? newEntries.error().message : oldEntries.error().message);
        return;
    }
    askAndWrite(tr("Export the change pack into a folder"), u"evident-changes-%1-%2"_s.arg(before).arg(after),
                changePack(catalogDiff(oldEntries.value(), newEntries.value()), *older, *newer));
}

/// A folder of its own in the one that is chosen: what else lies there is nobody's here.
void CatalogExporter::askAndWrite(const QString &title, const QString &name, const PackFiles &files)
{
    askForFolder(m_window, {title, m_folder, {}, {}}, [this, name, files](const QString &folder) {
        setFolder(folder);
        write(QDir(folder).filePath(name), files, false);
    });
}

void CatalogExporter::write(const QString &folder, const PackFiles &files, bool replace)
{
    const Result<void> written = writePack(folder, files, replace);
    if (written)
        emit done(tr("“%1” is written.").arg(visibleText(folder)));
    else if (written.error().kind == Error::Kind::Question)
        emit asked(written.error().message, [this, folder, files] { write(folder, files, true); });
    else
        emit failed(written.error().message);
}

void CatalogExporter::write(const QString &path, const QByteArray &bytes)
{
    setFolder(QFileInfo(path).path());
    QSaveFile file(path);
    if (writeWhole(file, bytes))
        emit done(tr("“%1” is written.").arg(visibleText(path)));
    else
        emit failed(tr("“%1” cannot be written: %2").arg(visibleText(path), file.errorString()));
}

} // namespace evident
