#pragma once

#include "query.h"
#include "storyreader.h"
#include "ticketsource.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace evident {

class Icons;
class LogDocument;
class LogPane;
class StoryView;
class Theme;
class UserPicker;

/// The people of a log: pick one, and read what the log tells of the account, the methods and the sign-ins. Nothing is
/// read while it is not seen.
class UserPage : public QWidget, public TicketSource
{
    Q_OBJECT

public:
    UserPage(const Theme &theme, const Icons &icons, LogDocument *document, QWidget *parent = nullptr);

    /// Makes it a page of the pane and ties it to the pane's records.
    static UserPage *addTo(LogPane *pane, const Theme &theme, const Icons &icons);

    /// `record`, where it is one of the user's, becomes the current step.
    void showUser(const QString &user, std::optional<quint32> record = {});
    QString user() const { return m_user; } ///< "" while none is picked
    std::optional<Ticket> ticket() const override;
    std::optional<RowSet> ticketRecords() const override;
    QString reportUser() const override;
    StoryView *story() const { return m_story; }
    UserPicker *picker() const { return m_picker; }

signals:
    void recordRequested(quint32 record); ///< to be shown among the others
    void recordSelected(quint32 record); ///< is looked at
    void transactionRequested(quint32 record); ///< all records of its transaction
    void queryRequested(const evident::Query &query);
    void userRecordsRequested(const QString &user); ///< newest first
    void ticketRequested(); ///< ticket() is wanted on the clipboard

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *createBar();
    void connectDocument();
    void pick(const QString &user);
    void showPicker();
    void storyRead();
    void refresh();
    bool isStale() const;

    LogDocument *m_document;
    StoryReader m_reader;
    QLineEdit *m_name;
    QPushButton *m_records;
    QPushButton *m_copy;
    QStackedLayout *m_stack;
    UserPicker *m_picker;
    StoryView *m_story;
    QString m_user;
    std::optional<quint32> m_record; ///< to be the current step when the story is there
    QTimer m_refreshTimer; ///< a log that grows is read again every now and then
    /// What was read last; compared, never used.
    const void *m_readLog = nullptr;
    const void *m_readResolution = nullptr;
    quint32 m_readRecords = 0;
    QTimeZone m_readZone;
};

} // namespace evident
