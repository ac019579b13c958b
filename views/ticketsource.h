#pragma once

#include "ticket.h"

#include <optional>

namespace evident {

/// A page that can say what of it goes into a ticket.
class TicketSource
{
public:
    virtual ~TicketSource() = default;
    virtual std::optional<Ticket> ticket() const = 0;
};

} // namespace evident
