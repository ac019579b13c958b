#pragma once

#include "catalogsnapshot.h"
#include "log.h"
#include "resolution.h"
#include "ticket.h"

#include <QTimeZone>

#include <span>
#include <stop_token>

namespace evident {

/// What records go into a ticket as.
struct RecordsTicket
{
    /// Rows that one ticket takes: more, nobody reads.
    static constexpr Row mostRows = 1000;

    QString title; ///< of the log
    QTimeZone zone; ///< of display
    QList<int> columns; ///< of LogModel, in their order
    qint64 more = 0; ///< records besides, that are only counted
    bool maskable = false; ///< left out is what masking could not make safe
};

/// The records with these columns, but for those that are empty throughout, and what they have in common as facts.
/// Reads the file: never on the GUI thread.
Ticket recordsTicket(const Log &log, const Resolution &resolution, std::span<const Row> rows,
                     const RecordsTicket &wanted, const std::stop_token &stop = {});

/// The rows, in the order of time, of the transaction that the row is of, as Ctrl+T shows them; of its sign-in where it
/// names none. Empty when it tells of neither. Reads the file.
Result<std::vector<Row>> transactionRows(const Log &log, const Resolution &resolution, const CatalogSnapshot &catalog,
                                         Row row, const std::stop_token &stop = {});

} // namespace evident
