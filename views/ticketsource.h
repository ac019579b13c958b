#pragma once

#include "ticket.h"

#include <optional>

namespace evident {

/// A page that has something to put into a ticket.
class TicketSource
{
public:
    virtual ~TicketSource() = default;
    virtual std::optional<Ticket> ticket() const = 0;
};

} // namespace evident
