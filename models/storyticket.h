#pragma once

#include "readstory.h"
#include "ticket.h"

namespace evident {

/// A user's story, short: the states, the last sign-ins and what decided each.
Ticket ticketOf(const ReadStory &read);

} // namespace evident
