#include "recordsticket.h"

#include "logmodel.h"
#include "lowering.h"
#include "rowcells.h"
#include "transactionquery.h"
#include "words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::RecordsTicket)
};

/// From the first to the last of them, in the zone that is named; "" when none has a time.
QString spanText(const Log &log, std::span<const Row> rows, const QTimeZone &zone)
{
    qint64 first = std::numeric_limits<qint64>::max();
    qint64 last = noTime;
    for (const Row row : rows) {
        const qint64 time = log.columns().time(row);
        first = time == noTime ? first : std::min(first, time);
        last = std::max(last, time);
    }
    const QString zoneName = QString::fromUtf8(zone.id());
    if (last == noTime)
        return {};
    if (first == last)
        return Messages::tr("%1 (%2)", "a moment, name of its time zone").arg(momentText(first, zone), zoneName);
    return Messages::tr("%1 to %2 (%3)", "two moments, name of their time zone")
        .arg(momentText(first, zone), momentText(last, zone), zoneName);
}

/// Without the columns in which no row has anything.
void dropEmptyColumns(Ticket &ticket)
{
    for (qsizetype column = ticket.columns.size() - 1; column >= 0; --column) {
        const bool empty =
            std::ranges::all_of(ticket.rows, [column](const QStringList &row) { return row[column].isEmpty(); });
        if (!empty)
            continue;
        ticket.columns.removeAt(column);
        for (QStringList &row : ticket.rows)
            row.removeAt(column);
    }
}

QStringList columnNames(const QList<int> &columns)
{
    QStringList names;
    names.reserve(columns.size());
    for (const int column : columns)
        names.append(LogModel::columnName(column));
    return names;
}

} // namespace

Ticket recordsTicket(const Log &log, const Resolution &resolution, std::span<const Row> rows,
                     const RecordsTicket &wanted, const std::stop_token &stop)
{
    const RowCells cells(log, resolution, wanted.zone);
    Ticket ticket;
    const qint64 all = qint64(rows.size()) + wanted.more;
    ticket.title = Messages::tr("%Ln record(s) of %1", "1: a log's name", int(all)).arg(wanted.title);
    if (const QString span = spanText(log, rows, wanted.zone); !span.isEmpty())
        ticket.facts.append({Messages::tr("Time"), span});
    ticket.columns = columnNames(wanted.columns);
    ticket.rows.reserve(qsizetype(rows.size()));
    for (const Row row : rows) {
        if (stop.stop_requested())
            return ticket;
        QStringList texts;
        texts.reserve(wanted.columns.size());
        for (const int column : wanted.columns) {
            texts.append(RowCells::beginning(wanted.maskable ? cells.readMaskableText(row, column)
                                                             : cells.readText(row, column)));
        }
        ticket.rows.append(texts);
    }
    if (wanted.more > 0) {
        ticket.sentences.append(
            Messages::tr("The first %1 of them are below, and %Ln more are left out.", nullptr, int(wanted.more))
                .arg(QLocale().toString(qlonglong(rows.size()))));
    }
    dropEmptyColumns(ticket);
    return ticket;
}

Result<std::vector<Row>> transactionRows(const Log &log, const Resolution &resolution, const CatalogSnapshot &catalog,
                                         Row row, const std::stop_token &stop)
{
    const Result<QList<RecordField>> fields = log.fields(row);
    if (!fields)
        return fields.error();
    std::optional<Query> query = transactionQuery(fields.value());
    if (!query)
        query = signInQuery(log, resolution, catalog, row, stop);
    std::vector<Row> rows;
    if (!query)
        return rows;
    const LoweredQuery lowered = lowerQuery(*query, {}, log, resolution);
    filterRows(log, lowered, 0, log.columns().size(), stop, rows);
    std::ranges::stable_sort(rows, {}, [&log](Row each) { return log.columns().time(each); });
    return rows;
}

} // namespace evident
