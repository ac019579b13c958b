// The half of MainWindow that opens files, and reads them otherwise.

#include "codepatterndialog.h"
#include "logdocument.h"
#include "logfiles.h"
#include "lognotices.h"
#include "logpane.h"
#include "logtabs.h"
#include "mainwindow.h"
#include "querystate.h"
#include "readasmenu.h"
#include "summarytab.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QToolButton>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// Files that get a tab each when they are opened at once; more are one log.
constexpr qsizetype mostTabsAtOnce = 20;

QStringList absolutePaths(const QStringList &paths)
{
    QStringList absolute;
    for (const QString &path : paths)
        absolute.append(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    absolute.removeDuplicates();
    return absolute;
}

} // namespace

LogPane *MainWindow::openFile(const QString &path)
{
    return openTogether({path});
}

LogPane *MainWindow::openTogether(const QStringList &paths)
{
    const QStringList absolute = absolutePaths(paths);
    if (LogPane *pane = m_tabs->logOfFiles(absolute)) {
        m_tabs->setCurrentWidget(pane);
        return pane;
    }
    m_settings.addRecentFile(Settings::recentEntry(absolute));
    m_settings.lastFolder = QFileInfo(absolute.first()).path();
    updateRecentFiles();
    LogPane *pane = addLog(std::make_unique<LogDocument>(absolute, m_logOptions, m_catalog));
    SummaryTab::of(pane)->showFirstIfLarge();
    return pane;
}

QList<LogPane *> MainWindow::openFiles(const QStringList &paths)
{
    const QStringList absolute = absolutePaths(paths);
    if (absolute.size() > mostTabsAtOnce)
        return {openTogether(absolute)};
    QList<LogPane *> panes;
    for (const QString &path : absolute)
        panes.append(openFile(path));
    if (panes.size() > 1) {
        for (LogPane *pane : panes)
            pane->notices()->offerTogether(absolute);
    }
    return panes;
}

void MainWindow::openMembers(LogPane *first, const std::vector<LogLocation> &members)
{
    QWidget *front = m_tabs->currentWidget();
    const QString archive = first->document()->path();
    QList<LogPane *> panes{first};
    for (const LogLocation &location : members) {
        if (panes.size() == mostTabsAtOnce)
            break;
        panes.append(addLog(std::make_unique<LogDocument>(location, m_logOptions, m_catalog)));
        panes.last()->queryState()->setQuery(first->queryState()->query());
    }
    const int logs = int(members.size()) + 1;
    for (const LogPane *pane : panes)
        pane->notices()->offerWhole(archive, logs);
    if (panes.size() < logs) {
        first->notices()->setRemark(
            tr("“%1” holds %Ln log(s). The first %2 are open.", nullptr, logs)
                .arg(QFileInfo(archive).fileName(), QLocale().toString(qlonglong(panes.size()))));
    }
    m_tabs->setCurrentWidget(front);
    front->setFocus();
}

/// In place of the tabs that show one of them, with the query of the tab in front.
void MainWindow::showTogether(const QStringList &paths)
{
    const Query query = currentQuery()->query();
    LogPane *together = openTogether(paths);
    together->queryState()->setQuery(query);
    const QStringList absolute = absolutePaths(paths);
    for (LogPane *pane : m_tabs->logs()) {
        const LogDocument *document = pane->document();
        const bool isOne = document->isFile() && document->paths().size() == 1;
        if (isOne && pane != together
            && (absolute.contains(document->path()) || absolute.contains(wholeArchive(document->path()))))
            m_tabs->closeTab(m_tabs->indexOf(pane));
    }
    m_tabs->setCurrentWidget(together);
    together->setFocus();
}

QStringList MainWindow::askForFiles(const QString &title)
{
    return QFileDialog::getOpenFileNames(
        this, title, m_settings.lastFolder,
        tr("Logs (*.json *.jsonl *.ndjson *.csv *.log *.txt *.gz *.zst *.xz *.bz2 *.zip)") + u";;"_s
            + tr("All files (*)"));
}

void MainWindow::openDialog()
{
    if (const QStringList paths = askForFiles(tr("Open logs")); !paths.isEmpty())
        openOrImport(paths);
}

void MainWindow::openTogetherDialog()
{
    if (const QStringList paths = askForFiles(tr("Open several files as one log")); !paths.isEmpty())
        openTogether(paths);
}

void MainWindow::openFolderDialog()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Open the logs of a folder as one"), m_settings.lastFolder);
    if (!folder.isEmpty())
        openFile(folder);
}

void MainWindow::updateReadAs()
{
    const LogPane *pane = currentLog();
    m_readAs->setVisible(pane != nullptr);
    m_readAsMenu->setDocument(pane ? pane->document() : nullptr);
    if (!pane)
        return;
    const QString text = ReadAsMenu::shortText(*pane->document());
    m_readAs->setText(text);
    m_readAs->setToolTip(ReadAsMenu::reasonText(*pane->document()) + u'\n' + tr("Click to read the log otherwise."));
    m_readAs->setAccessibleName(tr("Read as: %1").arg(text));
    m_readAs->setAccessibleDescription(m_readAs->toolTip());
}

void MainWindow::editCodePattern()
{
    const LogPane *pane = currentLog();
    auto *dialog = new CodePatternDialog(m_theme, m_settings.textPattern,
                                         pane ? pane->document()->log() : std::shared_ptr<Log>(), this);
    connect(dialog, &CodePatternDialog::patternChosen, this, &MainWindow::setCodePattern);
    dialog->open();
}

void MainWindow::setCodePattern(const QString &pattern)
{
    m_settings.textPattern = pattern;
    m_logOptions.textPattern = pattern;
    if (!m_store.save(m_settings))
        showMessage(tr("The pattern could not be saved; it holds until the window is closed."));
    LogPane *pane = currentLog();
    if (!pane || !pane->document()->log() || pane->document()->log()->info().formatName != "text"_L1)
        return;
    LogOptions options = pane->document()->options();
    options.textPattern = pattern;
    pane->document()->reload(options);
}

} // namespace evident
