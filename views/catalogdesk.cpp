#include "catalogdesk.h"

#include "catalogexporter.h"
#include "catalogimporter.h"
#include "entryhistorydialog.h"
#include "filequestion.h"
#include "historydialog.h"
#include "icons.h"
#include "noticebar.h"
#include "theme.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

CatalogDesk::CatalogDesk(CatalogStore &store, const Theme &theme, const Icons &icons, const QTimeZone &zone,
                         QWidget *window)
    : QObject(window),
      m_store(store),
      m_theme(theme),
      m_icons(icons),
      m_zone(zone),
      m_window(window),
      m_notices(new QWidget(window)),
      m_offer(new NoticeBar(theme, icons)),
      m_notice(new NoticeBar(theme, icons)),
      m_importer(new CatalogImporter(store, theme, icons, window)),
      m_exporter(new CatalogExporter(store, window))
{
    auto *layout = new QVBoxLayout(m_notices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_offer);
    layout->addWidget(m_notice);
    connect(m_importer, &CatalogImporter::failed, this, &CatalogDesk::showError);
    connect(m_importer, &CatalogImporter::applied, this, &CatalogDesk::applied);
    connect(m_importer, &CatalogImporter::catalogChanged, this, &CatalogDesk::catalogChanged);
    connect(m_exporter, &CatalogExporter::failed, this, &CatalogDesk::showError);
    connect(m_exporter, &CatalogExporter::done, this, &CatalogDesk::showDone);
    connect(m_exporter, &CatalogExporter::asked, this, &CatalogDesk::showQuestion);
}

HistoryDialog *CatalogDesk::history() const
{
    return m_window->findChild<HistoryDialog *>();
}

void CatalogDesk::showError(const QString &sentence)
{
    m_notice->clearButtons();
    m_notice->showNotice(sentence, Severity::Error);
}

void CatalogDesk::showDone(const QString &sentence)
{
    m_notice->clearButtons();
    m_notice->showNotice(sentence);
}

void CatalogDesk::showQuestion(const QString &sentence, const std::function<void()> &replace)
{
    m_notice->clearButtons();
    m_notice->showNotice(sentence, Severity::Warning);
    connect(m_notice->addButton(tr("Replace it")), &QPushButton::clicked, this, replace);
    connect(m_notice->addButton(tr("Leave it")), &QPushButton::clicked, m_notice, &QWidget::hide);
}

void CatalogDesk::addHistoryButton()
{
    connect(m_notice->addButton(tr("History")), &QPushButton::clicked, this, &CatalogDesk::showHistory);
}

void CatalogDesk::applied(const CatalogDiff &diff, qint64 before)
{
    emit catalogChanged();
    const auto count = [](qsizetype number) { return QLocale().toString(qlonglong(number)); };
    showDone(tr("The page is applied: %1 added, %2 changed, %3 removed.")
                 .arg(count(diff.added.size()), count(diff.changed.size()), count(diff.removed.size())));
    connect(m_notice->addButton(tr("Undo")), &QPushButton::clicked, this,
            [this, before] { restore(before, tr("The catalog is again what it was before.")); });
    addHistoryButton();
    connect(m_notice->addButton(tr("Export change pack…")), &QPushButton::clicked, this,
            [this, before, after = m_store.snapshot()->revision()] { m_exporter->exportChanges(before, after); });
    offerShippedPage();
    if (HistoryDialog *dialog = history())
        dialog->reload();
}

void CatalogDesk::restore(qint64 revision, const QString &sentence)
{
    HistoryDialog *dialog = history();
    if (const Result<qint64> restored = m_store.restore(revision); !restored) {
        if (dialog)
            dialog->showError(restored.error().message);
        else
            showError(restored.error().message);
        return;
    }
    emit catalogChanged();
    showDone(sentence);
    addHistoryButton();
    offerShippedPage();
    if (dialog)
        dialog->reload();
}

void CatalogDesk::offerShippedPage()
{
    const std::optional<CatalogImport> offered = m_store.isReadOnly() ? std::nullopt : m_store.offeredPage();
    m_offer->clearButtons();
    m_offer->showNotice(
        offered ? tr("This version of Evident comes with another edition of the vendor's page “%1”. Your catalog has "
                     "not been changed.")
                      .arg(visibleText(offered->page.title))
                : QString());
    if (!offered)
        return;
    connect(m_offer->addButton(tr("Show what would change")), &QPushButton::clicked, this,
            [this, import = *offered] { m_importer->preview(import); });
    connect(m_offer->addButton(tr("Not now")), &QPushButton::clicked, this, [this] {
        const Result<void> declined = m_store.declineOfferedPage();
        m_offer->showNotice({});
        if (!declined)
            showError(declined.error().message);
    });
}

void CatalogDesk::refresh()
{
    if (m_store.refresh())
        emit catalogChanged();
}

QString CatalogDesk::notesObstacle() const
{
    return m_store.isReadOnly() ? tr("The catalog can only be read: no notes can be written.") : QString();
}

Result<void> CatalogDesk::saveNote(const EventKey &key, const QString &text)
{
    Result<void> saved = m_store.saveNote(key, text);
    if (saved)
        emit catalogChanged();
    return saved;
}

void CatalogDesk::askForPages()
{
    const QStringList filters{tr("The vendor's pages (*.html *.htm *.mhtml *.mht *.txt *.md *.csv *.tsv *.json)"),
                              tr("All files (*)")};
    askForFiles(m_window, {tr("Import the vendor's page into the catalog"), m_exporter->folder(), filters, {}},
                [this](const QStringList &paths) {
                    m_exporter->setFolder(QFileInfo(paths.first()).path());
                    m_importer->importFiles(paths);
                });
}

void CatalogDesk::askForNotes()
{
    askForFiles(m_window, {tr("Import notes"), m_exporter->folder(), {tr("Notes (*.json)"), tr("All files (*)")}, {}},
                [this](const QStringList &paths) {
                    for (const QString &path : paths)
                        takeNotes(path);
                });
}

void CatalogDesk::takeNotes(const QString &path)
{
    m_exporter->setFolder(QFileInfo(path).path());
    QFile file(path);
    if (!QFileInfo(path).isFile() || file.size() > longestNotesFile || !file.open(QIODevice::ReadOnly)) {
        showError(tr("“%1” cannot be read as notes.").arg(visibleText(path)));
        return;
    }
    const Result<NotesTaken> taken = m_store.importNotes(file.readAll(), QFileInfo(path).fileName());
    if (!taken) {
        showError(taken.error().message);
        return;
    }
    emit catalogChanged();
    showDone(tr("%1: %Ln note(s) taken.", "1: the name of a file", taken.value().added + taken.value().joined)
                 .arg(visibleText(QFileInfo(path).fileName())));
}

void CatalogDesk::showHistory()
{
    HistoryDialog *dialog = history();
    if (!dialog) {
        dialog = new HistoryDialog(m_theme, m_icons, m_store, m_zone, m_window);
        connect(dialog, &HistoryDialog::changePackRequested, m_exporter, &CatalogExporter::exportChanges);
        connect(dialog, &HistoryDialog::restoreRequested, this, [this](qint64 revision) {
            restore(revision, tr("The catalog is restored from revision %1.").arg(revision));
        });
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void CatalogDesk::showEntryHistory(const EventKey &key)
{
    const Result<QList<EntryVersion>> versions = m_store.historyOf(key);
    if (!versions)
        showError(versions.error().message);
    else
        (new EntryHistoryDialog(m_theme, key, versions.value(), m_zone, m_window))->show();
}

} // namespace evident
