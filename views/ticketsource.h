#pragma once

#include "rowset.h"
#include "ticket.h"

#include <optional>

namespace evident {

/// A page that can say what of it goes into a ticket.
class TicketSource
{
public:
    virtual ~TicketSource() = default;
    virtual std::optional<Ticket> ticket() const = 0;
    /// The records that the ticket speaks of: masking knows the names in them, and all users and addresses. None: those
    /// of the whole log, which has to be read for it.
    virtual std::optional<RowSet> ticketRecords() const { return {}; }
    /// What the report of the log tells of this page besides the log's summary, which it makes itself; a section each.
    virtual QList<Ticket> reportSections() const { return {}; }
    /// The user that this page is about, whose story goes into the report; "": none.
    virtual QString reportUser() const { return {}; }
};

} // namespace evident
