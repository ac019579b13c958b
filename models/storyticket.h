#pragma once

#include "readstory.h"
#include "ticket.h"

#include <QList>

#include <memory>
#include <vector>

namespace evident {

/// A user's story, short: the states, the last sign-ins and what decided each.
Ticket ticketOf(const ReadStory &read);
/// Of the records that this ticket speaks of, those whose texts the columns do not hold.
std::vector<Row> ticketRows(const ReadStory &read);

/// The story in a log's report, a section each: whose it is, the states, the sign-ins with their steps. Never null.
QList<Ticket> reportSections(const std::shared_ptr<const ReadStory> &read);

} // namespace evident
