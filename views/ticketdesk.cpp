#include "ticketdesk.h"

#include "detailspane.h"
#include "filequestion.h"
#include "logtabs.h"
#include "noticebar.h"
#include "partiallog.h"
#include "recordexport.h"
#include "recordsticket.h"
#include "reportmaker.h"
#include "reportpdf.h"
#include "settings.h"
#include "ticketmaker.h"
#include "ticketsource.h"
#include "windowactions.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// What takes longer than this is said to be under way.
constexpr int slowMs = 300;
constexpr int maskNoticeMargin = 8;
const QString noticeName = u"jobNotice"_s;

TicketForm chosenForm(const Settings &settings)
{
    return settings.ticketsInMarkdown ? TicketForm::Markdown : TicketForm::Plain;
}

QString nothingSelected()
{
    return TicketDesk::tr("Nothing is selected that could be copied.");
}

QString percentage(qint64 done, qint64 total)
{
    return QLocale().toString(qlonglong(total > 0 ? done * 100 / total : 0));
}

/// What the pane's pages tell.
void addPages(ReportSource &report, const LogPane *pane)
{
    for (const QWidget *widget : pane->findChildren<QWidget *>()) {
        const auto *source = dynamic_cast<const TicketSource *>(widget);
        if (!source)
            continue;
        report.findings += source->reportSections();
        if (const QString user = source->reportUser(); !user.isEmpty())
            report.user = user;
    }
}

} // namespace

TicketDesk::TicketDesk(const Parts &parts)
    : QObject(parts.window),
      m_theme(parts.theme),
      m_icons(parts.icons),
      m_actions(parts.actions),
      m_settings(parts.settings),
      m_tabs(parts.tabs),
      m_details(parts.details),
      m_window(parts.window),
      m_catalogTicket(parts.catalogTicket),
      m_maskNotice(new QLabel(tr("Names are masked in what is copied."), m_window)),
      m_maker(new TicketMaker(this)),
      m_exporter(new RecordExporter(this)),
      m_reporter(new ReportMaker(this))
{
    m_maskNotice->setTextFormat(Qt::PlainText);
    m_maskNotice->setContentsMargins(maskNoticeMargin, 0, maskNoticeMargin, 0);
    m_maskNotice->setToolTip(
        tr("In copied rows and tickets, in reports and in exports; not in a text that you select and "
           "copy yourself."));
    connectActions();
    connectJobs();
    m_actions.maskNames->setChecked(m_settings.maskNames);
    setMasked(m_settings.maskNames);
    updateForm();
}

void TicketDesk::connectActions()
{
    connect(m_actions.copyTicket, &QAction::triggered, this, &TicketDesk::copyFront);
    connect(m_actions.copyTransaction, &QAction::triggered, this, &TicketDesk::copyTransaction);
    connect(m_actions.saveReport, &QAction::triggered, this, &TicketDesk::saveReport);
    connect(m_actions.exportRecords, &QAction::triggered, this, &TicketDesk::exportRecords);
    connect(m_actions.maskNames, &QAction::toggled, this, &TicketDesk::setMasked);
    connect(m_actions.copyTicketAs, &QMenu::triggered, this, [this](const QAction *action) {
        const auto form = TicketForm(action->data().toInt());
        if (form == TicketForm::Plain || form == TicketForm::Markdown)
            m_settings.ticketsInMarkdown = form == TicketForm::Markdown;
        updateForm();
        copyFrontAs(form);
    });
}

void TicketDesk::connectJobs()
{
    connect(m_maker, &TicketMaker::finished, this, &TicketDesk::take);
    connect(m_maker, &TicketMaker::failed, this, &TicketDesk::messageShown);
    // Who copies something else meanwhile keeps that.
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, m_maker, &TicketMaker::cancel);
    const auto progressed = [this](qint64 done, qint64 total) {
        if (NoticeBar *bar = m_jobPane ? noticeOf(m_jobPane) : nullptr; bar && bar->isVisibleTo(m_jobPane))
            bar->showNotice(jobText(percentage(done, total)));
    };
    connect(m_exporter, &RecordExporter::progressed, this, progressed);
    connect(m_reporter, &ReportMaker::progressed, this, progressed);
    connect(m_exporter, &RecordExporter::finished, this, [this](const QString &path, qint64 records) {
        showEnd(tr("“%1” is written: %Ln record(s).", nullptr, int(records)).arg(visibleText(path)), Severity::Notice);
    });
    connect(m_reporter, &ReportMaker::finished, this,
            [this](const QString &path) { showEnd(tr("“%1” is written.").arg(visibleText(path)), Severity::Notice); });
    const auto failed = [this](const QString &sentence) { showEnd(sentence, Severity::Error); };
    connect(m_exporter, &RecordExporter::failed, this, failed);
    connect(m_reporter, &ReportMaker::failed, this, failed);
}

void TicketDesk::addLog(LogPane *pane)
{
    pane->setNamesMasked(m_settings.maskNames);
    pane->addMenuActions({m_actions.copyTicket, m_actions.copyTransaction});
    auto *bar = new NoticeBar(m_theme, m_icons);
    bar->setObjectName(noticeName);
    pane->addNotice(bar);
}

NoticeBar *TicketDesk::noticeOf(const LogPane *pane)
{
    return pane->findChild<NoticeBar *>(noticeName);
}

void TicketDesk::setMasked(bool on)
{
    m_settings.maskNames = on;
    m_maskNotice->setVisible(on);
    m_details->setNamesMasked(on);
    for (LogPane *pane : m_tabs->logs())
        pane->setNamesMasked(on);
}

/// The check tells which form the key copies.
void TicketDesk::updateForm()
{
    for (QAction *action : m_actions.copyTicketAs->actions())
        action->setChecked(action->data().toInt() == int(chosenForm(m_settings)));
}

void TicketDesk::copyFront()
{
    copyFrontAs(chosenForm(m_settings));
}

void TicketDesk::copyFrontAs(TicketForm form)
{
    const LogPane *pane = m_tabs->currentLog();
    if (pane && !pane->currentPage()) {
        copyRecordsAs(*pane, form);
        return;
    }
    const auto *source = pane ? dynamic_cast<const TicketSource *>(pane->currentPage()) : nullptr;
    std::optional<Ticket> ticket;
    if (source)
        ticket = source->ticket();
    else if (m_tabs->isCatalogInFront())
        ticket = m_catalogTicket();
    if (ticket)
        copyTicketAs(*ticket, source ? source->ticketRecords() : std::nullopt, form);
    else
        emit messageShown(pane ? tr("This page has nothing for a ticket.") : nothingSelected());
}

void TicketDesk::copyRecordsAs(const LogPane &pane, TicketForm form)
{
    std::vector<Row> rows = pane.selectedRecords(RecordsTicket::mostRows);
    if (rows.empty()) {
        emit messageShown(nothingSelected());
        return;
    }
    m_form = form;
    const qint64 more = pane.selectedCount() - qint64(rows.size());
    m_maker->startRecords(*pane.document(), std::move(rows), more, pane.shownColumns(), m_settings.maskNames);
    sayIfSlow();
}

void TicketDesk::copyTicketAs(const Ticket &ticket, std::optional<RowSet> records, TicketForm form)
{
    m_form = form;
    const LogPane *pane = m_tabs->currentLog();
    Ticket whole = ticket;
    if (const QString partial = pane ? partialLogText(*pane->document()) : QString(); !partial.isEmpty())
        whole.sentences.append(partial);
    m_maker->startTicket(whole, pane ? pane->document()->log() : nullptr, std::move(records), m_settings.maskNames);
    sayIfSlow();
}

void TicketDesk::copyTransaction()
{
    const LogPane *pane = m_tabs->currentLog();
    const std::optional<Row> record = pane ? pane->currentRecord() : std::nullopt;
    if (!record) {
        emit messageShown(nothingSelected());
        return;
    }
    m_form = chosenForm(m_settings);
    m_maker->startTransaction(*pane->document(), *record, pane->shownColumns(), m_settings.maskNames);
    sayIfSlow();
}

void TicketDesk::sayIfSlow()
{
    QTimer::singleShot(slowMs, this, [this] {
        if (m_maker->isRunning())
            emit messageShown(tr("The ticket is being made. Copy something else to end that."));
    });
}

void TicketDesk::take(const TicketTexts &texts)
{
    auto *data = new QMimeData;
    data->setText(texts.of(m_form));
    if (m_form == TicketForm::Csv)
        data->setData(u"text/csv"_s, texts.of(m_form).toUtf8());
    else
        data->setHtml(texts.of(TicketForm::Html));
    if (m_form == TicketForm::Markdown)
        data->setData(u"text/markdown"_s, texts.of(m_form).toUtf8());
    QGuiApplication::clipboard()->setMimeData(data);
    const QString copied = texts.rows > 0 ? tr("The ticket is copied, with %Ln record(s).", nullptr, int(texts.rows))
                                          : tr("The ticket is copied.");
    emit messageShown(m_settings.maskNames ? copied + u' ' + tr("Names in it are masked.") : copied);
}

bool TicketDesk::mayStart(const LogPane *pane)
{
    if (!pane || !pane->document()->log()) {
        emit messageShown(tr("No log is in front."));
        return false;
    }
    if (m_exporter->isRunning() || m_reporter->isRunning()) {
        emit messageShown(tr("Another export is under way. Wait for its end, or cancel it."));
        return false;
    }
    if (pane->document()->isLoading() || pane->document()->isFiltering()) {
        emit messageShown(tr("The log is still being read. Wait until all of its records are there."));
        return false;
    }
    return true;
}

QString TicketDesk::jobText(const QString &percentage) const
{
    const QString path = visibleText(m_jobPath);
    return m_reporter->isRunning() ? tr("Writing the report “%1”: %2 %").arg(path, percentage)
                                   : tr("Exporting to “%1”: %2 %").arg(path, percentage);
}

QString TicketDesk::suggestedName(const LogPane *pane, const QString &suffix) const
{
    const QString base = QFileInfo(pane->document()->title()).completeBaseName();
    const QString name = m_settings.maskNames || base.isEmpty() ? tr("log", "a file's name") : base;
    return name + suffix;
}

void TicketDesk::exportRecords()
{
    LogPane *pane = m_tabs->currentLog();
    if (!mayStart(pane))
        return;
    const QStringList filters{tr("Table (*.csv)"), tr("JSON lines (*.ndjson)"), tr("The records' own text (*.txt)")};
    askForNewFile(
        m_window,
        {tr("Export the records shown"), m_settings.lastFolder, filters, suggestedName(pane, u"-records.csv"_s)},
        [this, pane = QPointer(pane)](const QString &path) { startExport(pane, path); });
}

void TicketDesk::startExport(LogPane *pane, const QString &path)
{
    if (!mayStart(pane)) // the question took its time
        return;
    m_settings.lastFolder = QFileInfo(path).path();
    m_jobPane = pane;
    m_jobPath = path;
    showJob(jobText(percentage(0, 1)), [this] { m_exporter->cancel(); });
    m_exporter->start(RecordExport(*pane->document(), path, exportFormOf(path), m_settings.maskNames));
}

void TicketDesk::saveReport()
{
    LogPane *pane = m_tabs->currentLog();
    if (!mayStart(pane))
        return;
    askForNewFile(m_window,
                  {tr("Save a report of the log"),
                   m_settings.lastFolder,
                   {tr("Web page (*.html)"), tr("PDF (*.pdf)")},
                   suggestedName(pane, u"-report.html"_s)},
                  [this, pane = QPointer(pane)](const QString &path) { startReport(pane, path); });
}

void TicketDesk::startReport(LogPane *pane, const QString &path)
{
    if (!mayStart(pane))
        return;
    m_settings.lastFolder = QFileInfo(path).path();
    ReportSource source(*pane->document());
    addPages(source, pane);
    source.selected = pane->selectedRecords(RecordsTicket::mostRows);
    source.moreSelected = pane->selectedCount() - qint64(source.selected.size());
    source.columns = pane->shownColumns();
    source.masked = m_settings.maskNames;
    m_jobPane = pane;
    m_jobPath = path;
    showJob(tr("Writing the report “%1”.").arg(visibleText(path)), [this] { m_reporter->cancel(); });
    m_reporter->start(source, path, writeReport);
}

void TicketDesk::showJob(const QString &sentence, const std::function<void()> &cancel)
{
    NoticeBar *bar = noticeOf(m_jobPane);
    bar->clearButtons();
    bar->showNotice(sentence);
    connect(bar->addButton(tr("Cancel")), &QPushButton::clicked, this, [this, cancel] {
        cancel();
        showEnd(tr("Cancelled. Nothing was written."), Severity::Notice);
    });
}

void TicketDesk::showEnd(const QString &sentence, Severity severity)
{
    if (NoticeBar *bar = m_jobPane ? noticeOf(m_jobPane) : nullptr) {
        bar->clearButtons();
        bar->showNotice(sentence, severity);
    } else {
        emit messageShown(sentence);
    }
}

} // namespace evident
