#pragma once

#include "logpane.h"
#include "ticket.h"
#include "tickettext.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

class QAction;
class QLabel;

namespace evident {

class DetailsPane;
class Icons;
class LogTabs;
class NoticeBar;
class RecordExporter;
class ReportMaker;
class Theme;
class TicketMaker;
class WindowActions;
struct Settings;
struct TicketTexts;

/// What leaves the window: tickets to the clipboard, a log's report, exported records; and whether names are masked in
/// all of that.
class TicketDesk : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this. `catalogTicket` is asked while the catalog is in front.
    struct Parts
    {
        const Theme &theme;
        const Icons &icons;
        WindowActions &actions;
        Settings &settings;
        LogTabs *tabs;
        DetailsPane *details;
        QWidget *window; ///< the questions' parent
        std::function<std::optional<Ticket>()> catalogTicket;
    };
    explicit TicketDesk(const Parts &parts);

    void addLog(LogPane *pane); ///< that has just been made
    QLabel *maskNotice() const { return m_maskNotice; } ///< for the status bar; shown while names are masked
    TicketMaker *maker() const { return m_maker; }
    RecordExporter *exporter() const { return m_exporter; }
    /// The strip above a log that tells of its export or report.
    static NoticeBar *noticeOf(const LogPane *pane);

public slots:
    void copyFront(); ///< what is in front, in the form that was chosen last
    void copyTransaction();
    void saveReport();
    void exportRecords();

signals:
    void messageShown(const QString &sentence); ///< for a moment, in the status bar

private:
    void connectActions();
    void connectJobs();
    void copyFrontAs(TicketForm form);
    void copyTicketAs(const Ticket &ticket, std::optional<RowSet> records, TicketForm form);
    void copyRecordsAs(const LogPane &pane, TicketForm form);
    void take(const TicketTexts &texts);
    void sayIfSlow();
    void setMasked(bool on);
    void updateForm();
    bool mayStart(const LogPane *pane);
    void startExport(LogPane *pane, const QString &path);
    void startReport(LogPane *pane, const QString &path);
    void showJob(const QString &sentence, const std::function<void()> &cancel);
    void showEnd(const QString &sentence, Severity severity);
    QString jobText(const QString &percentage) const;
    QString suggestedName(const LogPane *pane, const QString &suffix) const;

    const Theme &m_theme;
    const Icons &m_icons;
    WindowActions &m_actions;
    Settings &m_settings;
    LogTabs *m_tabs;
    DetailsPane *m_details;
    QWidget *m_window;
    std::function<std::optional<Ticket>()> m_catalogTicket;
    QLabel *m_maskNotice;
    TicketMaker *m_maker;
    RecordExporter *m_exporter;
    ReportMaker *m_reporter;
    TicketForm m_form = TicketForm::Plain; ///< of the copy that is under way
    QPointer<LogPane> m_jobPane; ///< whose export or report is under way
    QString m_jobPath;
};

} // namespace evident
