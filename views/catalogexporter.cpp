#include "catalogexporter.h"

#include "catalogwriter.h"
#include "filequestion.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QWidget>

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

void CatalogExporter::write(const QString &path, const QByteArray &bytes)
{
    m_folder = QFileInfo(path).path();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        emit done(tr("“%1” is written.").arg(visibleText(path)));
    else
        emit failed(tr("“%1” cannot be written: %2").arg(visibleText(path), file.errorString()));
}

} // namespace evident
