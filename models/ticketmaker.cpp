#include "ticketmaker.h"

#include "logdocument.h"
#include "masker.h"
#include "partiallog.h"
#include "postbox.h"
#include "recordsticket.h"

#include <utility>

namespace evident {

namespace {

/// What a job uses of a document.
struct Records
{
    explicit Records(const LogDocument &document, QList<int> columns, bool masked)
        : log(document.log()),
          resolution(document.resolution()),
          partial(partialLogText(document))
    {
        wanted.title = document.title();
        wanted.zone = document.zone();
        wanted.columns = std::move(columns);
        wanted.maskable = masked;
    }

    Ticket ticket(std::span<const Row> rows, const std::stop_token &stop) const
    {
        Ticket ticket = recordsTicket(*log, *resolution, rows, wanted, stop);
        if (!partial.isEmpty())
            ticket.sentences.append(partial);
        if (!wanted.maskable)
            return ticket;
        Masker masker;
        masker.learn(*log, rows, stop);
        return masker.masked(ticket);
    }

    std::shared_ptr<Log> log;
    std::shared_ptr<const Resolution> resolution;
    QString partial;
    RecordsTicket wanted;
};

std::vector<Row> rowsOf(const RowSet &set)
{
    std::vector<Row> rows(set.size());
    for (Row position = 0; position < set.size(); ++position)
        rows[position] = set.at(position);
    return rows;
}

TicketTexts textsOf(const Ticket &ticket)
{
    TicketTexts texts;
    texts.rows = ticket.rows.size();
    for (size_t form = 0; form < texts.texts.size(); ++form)
        texts.texts[form] = ticketText(ticket, TicketForm(form));
    return texts;
}

} // namespace

TicketMaker::TicketMaker(QObject *parent)
    : QObject(parent),
      m_postbox(std::make_shared<Postbox>(this))
{ }

TicketMaker::~TicketMaker()
{
    m_postbox->close();
}

void TicketMaker::start(Make make)
{
    m_isRunning = true;
    m_job.set([this, postbox = m_postbox, number = ++m_number, make = std::move(make)](const std::stop_token &stop) {
        const Result<Ticket> ticket = make(stop);
        if (stop.stop_requested())
            return;
        const auto post = [&](auto call) {
            postbox->post([this, number, call] {
                if (number == m_number && std::exchange(m_isRunning, false))
                    call();
            });
        };
        if (ticket)
            post([this, texts = textsOf(ticket.value())] { emit finished(texts); });
        else
            post([this, sentence = ticket.error().message] { emit failed(sentence); });
    });
}

void TicketMaker::startRecords(const LogDocument &document, std::vector<Row> rows, qint64 more, QList<int> columns,
                               bool masked)
{
    Records records(document, std::move(columns), masked);
    records.wanted.more = more;
    start([records = std::move(records), rows = std::move(rows)](const std::stop_token &stop) -> Result<Ticket> {
        return records.ticket(rows, stop);
    });
}

void TicketMaker::startTransaction(const LogDocument &document, Row record, QList<int> columns, bool masked)
{
    start([records = Records(document, std::move(columns), masked), catalog = document.catalog(),
           record](const std::stop_token &stop) mutable -> Result<Ticket> {
        Result<std::vector<Row>> rows = transactionRows(*records.log, *records.resolution, *catalog, record, stop);
        if (!rows)
            return rows.error();
        if (rows.value().empty())
            return Error{tr("This record carries no transaction id.")};
        std::vector<Row> first = std::move(rows).value();
        if (first.size() > RecordsTicket::mostRows) {
            records.wanted.more = qint64(first.size() - RecordsTicket::mostRows);
            first.resize(RecordsTicket::mostRows);
        }
        return records.ticket(first, stop);
    });
}

void TicketMaker::startTicket(const Ticket &ticket, std::shared_ptr<Log> log, std::optional<RowSet> records,
                              bool masked)
{
    start([ticket, log = std::move(log), records = std::move(records),
           masked](const std::stop_token &stop) -> Result<Ticket> {
        if (!masked || !log)
            return ticket;
        Masker masker;
        if (records)
            masker.learn(*log, rowsOf(*records), stop);
        else
            masker.learn(*log, stop);
        return masker.masked(ticket);
    });
}

void TicketMaker::cancel()
{
    m_isRunning = false;
    m_job.stop();
}

} // namespace evident
