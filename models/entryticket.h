#pragma once

#include "recorddetails.h"
#include "ticket.h"

namespace evident {

/// What is known of an event's code, for a ticket: what it means, usual causes, next steps.
Ticket entryTicket(const RecordDetails &details);

} // namespace evident
