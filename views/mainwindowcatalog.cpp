// The part of MainWindow that has to do with the catalog as something that changes: imports, notes, history, exports;
// and the ways between it and the logs.

#include "catalogdesk.h"
#include "catalogexporter.h"
#include "catalogimporter.h"
#include "catalogpane.h"
#include "detailspane.h"
#include "icons.h"
#include "logdocument.h"
#include "logpane.h"
#include "logtabs.h"
#include "mainwindow.h"
#include "noteseditor.h"
#include "noticebar.h"
#include "querystate.h"
#include "searchbox.h"
#include "windowactions.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

QSet<EventKey> noted(const CatalogSnapshot &catalog)
{
    const QList<EventKey> keys = catalog.notes().keys();
    return QSet<EventKey>(keys.begin(), keys.end());
}

} // namespace

QWidget *MainWindow::createDesk(const Parts &parts)
{
    m_desk = new CatalogDesk(parts.catalog, m_theme, m_icons, m_zone, this);
    m_desk->exporter()->setFolder(m_settings.lastFolder);
    connect(m_desk->exporter(), &CatalogExporter::folderChanged, this,
            [this](const QString &folder) { m_settings.lastFolder = folder; });
    connect(m_desk, &CatalogDesk::catalogChanged, this, &MainWindow::catalogChanged);
    connect(m_desk->importer(), &CatalogImporter::logsFound, this, &MainWindow::openFiles);
    connect(m_desk->importer(), &CatalogImporter::textFound, this, &MainWindow::openText);
    const QString obstacle = parts.catalogIsKept ? m_desk->notesObstacle()
                                                 : tr("The catalog serves this run only: no notes can be written.");
    NotesEditor::Save save;
    if (obstacle.isEmpty())
        save = [this](const EventKey &key, const QString &text) { return m_desk->saveNote(key, text); };
    m_details->notes()->setSave(save, obstacle);
    m_details->notes()->setCatalog(m_catalog);
    connect(m_details, &DetailsPane::historyRequested, m_desk, &CatalogDesk::showEntryHistory);

    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_desk->notices());
    layout->addWidget(m_tabs, 1);
    return column;
}

void MainWindow::connectCatalogActions()
{
    const auto on = [this](QAction *action, auto call) { connect(action, &QAction::triggered, this, call); };
    on(m_actions->importCatalog, [this] { m_desk->askForPages(); });
    on(m_actions->catalogHistory, [this] { m_desk->showHistory(); });
    on(m_actions->entryHistory, [this] {
        if (const auto key = m_details->entryKey())
            m_desk->showEntryHistory(*key);
    });
    on(m_actions->editNote, [this] {
        if (m_details->entryKey()) {
            m_actions->details->setChecked(true);
            m_details->show();
            m_details->notes()->setFocus();
        }
    });
    on(m_actions->exportCatalog, [this] { m_desk->exporter()->exportEntries(m_catalog->entries()); });
    on(m_actions->exportShown, [this] { m_desk->exporter()->exportEntries(m_catalogPane->shownEntries()); });
    on(m_actions->exportForSiem,
       [this] { m_desk->exporter()->exportForSiem(m_catalogPane->shownEntries(), m_catalogPane->query().toString()); });
    on(m_actions->exportNotes, [this] { m_desk->exporter()->exportNotes(); });
    on(m_actions->importNotes, [this] { m_desk->askForNotes(); });
}

/// Whatever shows the catalog shows the new one. A log is resolved again, and not read again, where that can make a
/// difference: the text of a note makes none.
void MainWindow::catalogChanged()
{
    const CatalogPointer before = std::exchange(m_catalog, m_desk->catalog());
    const bool sameEntries = before->revision() == m_catalog->revision();
    m_catalogPane->setCatalog(m_catalog);
    m_box->setCatalog(m_catalog);
    m_details->notes()->setCatalog(m_catalog);
    if (!sameEntries || noted(*before) != noted(*m_catalog)) {
        for (const LogPane *pane : m_tabs->logs())
            pane->document()->setCatalog(m_catalog);
    }
    updateFacets(!sameEntries);
    updateDetails();
    updateStatus();
}

void MainWindow::openOrImport(const QStringList &paths)
{
    m_desk->importer()->openFiles(paths);
}

void MainWindow::paste()
{
    const QMimeData *data = QApplication::clipboard()->mimeData();
    const QStringList files = data ? localFiles(data) : QStringList();
    if (!files.isEmpty())
        openOrImport(files);
    else if (!data || (data->text().trimmed().isEmpty() && !data->hasHtml()))
        showMessage(tr("The clipboard holds no text."));
    else
        m_desk->importer()->openText(data);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty())
        m_desk->importer()->openText(event->mimeData());
    else
        openOrImport(files);
    event->acceptProposedAction();
}

/// Once a note could not be saved, the window asks before it goes.
bool MainWindow::mayClose()
{
    if (m_closesAnyway)
        return true;
    const Result<void> saved = m_details->notes()->save();
    if (saved)
        return true;
    m_desk->showError(tr("A note could not be saved: %1", "%1 is a sentence").arg(saved.error().message));
    connect(m_desk->notice()->addButton(tr("Close without saving it")), &QPushButton::clicked, this, [this] {
        m_closesAnyway = true;
        close();
    });
    return false;
}

void MainWindow::showCatalog()
{
    m_tabs->showCatalog();
}

void MainWindow::showCatalogEntry(const EventKey &key)
{
    showCatalog();
    if (!m_catalogPane->showEntry(key)) {
        m_catalogQuery->setQuery({});
        m_catalogPane->showEntry(key);
    }
}

void MainWindow::showOccurrences(const EventKey &key)
{
    const QList<LogPane *> panes = m_tabs->logs();
    if (panes.isEmpty()) {
        showMessage(tr("No log is open. Open one to see where this event occurs."));
        return;
    }
    if (panes.size() == 1) {
        occurrencesIn(panes.first(), key);
        return;
    }
    QMenu menu(this);
    for (LogPane *pane : panes) {
        QString text = tr("%1: %Ln record(s)", "1: a log's name", int(pane->document()->countOfCode(key)))
                           .arg(pane->document()->title());
        menu.addAction(m_icons.icon(u"log"_s), text.replace(u'&', u"&&"_s), this,
                       [this, pane, key] { occurrencesIn(pane, key); });
    }
    menu.exec(QCursor::pos());
}

void MainWindow::occurrencesIn(LogPane *pane, const EventKey &key)
{
    m_tabs->setCurrentWidget(pane);
    pane->queryState()->setQuery(Query({{Term{Field::Code, {}, false, {CodeValue{key.code, key.code}}}}}));
    pane->setFocus();
}

} // namespace evident
