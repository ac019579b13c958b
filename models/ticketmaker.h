#pragma once

#include "latestjob.h"
#include "log.h"
#include "result.h"
#include "rowset.h"
#include "ticket.h"
#include "tickettext.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace evident {

class LogDocument;
class Postbox;

/// A ticket in every form.
struct TicketTexts
{
    qint64 rows = 0;
    std::array<QString, 4> texts; ///< by TicketForm
    const QString &of(TicketForm form) const { return texts[size_t(form)]; }
};

/// Makes the texts of a ticket on a thread of its own: it reads records and learns which names are to be masked. A
/// newer ticket takes the place of one that is under way. Of the GUI thread, which never waits for it.
class TicketMaker : public QObject
{
    Q_OBJECT

public:
    explicit TicketMaker(QObject *parent = nullptr);
    ~TicketMaker() override; ///< waits for nobody

    /// Of these records of the document as it is now, with these columns of LogModel. `more` are only counted.
    void startRecords(const LogDocument &document, std::vector<Row> rows, qint64 more, QList<int> columns, bool masked);
    /// Of the transaction that the record is of.
    void startTransaction(const LogDocument &document, Row record, QList<int> columns, bool masked);
    /// Of a ticket that is there already, and of no log where this is null. `records` are those that it speaks of:
    /// masking knows the names in them; none: those of the whole log, which takes long.
    void startTicket(const Ticket &ticket, std::shared_ptr<Log> log, std::optional<RowSet> records, bool masked);
    void cancel();
    bool isRunning() const { return m_isRunning; }

signals:
    void finished(const evident::TicketTexts &texts);
    void failed(const QString &sentence);

private:
    using Make = std::function<Result<Ticket>(const std::stop_token &)>;
    void start(Make make);

    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_job;
    bool m_isRunning = false;
    quint64 m_number = 0; ///< of the newest job; what comes of others is dropped
};

} // namespace evident
