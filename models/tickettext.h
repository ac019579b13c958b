#pragma once

#include "ticket.h"

namespace evident {

/// The forms that a ticket's text may have.
enum class TicketForm { Plain, Markdown, Html, Csv };

/// The ticket in a form, short first: its title, one line of facts, the sentences, the rows. Every text is escaped for
/// the form; control characters and those that turn the direction are shown. Nothing in it becomes markup, a link, an
/// image, a mention or a formula. HTML is a fragment for a clipboard, CSV the rows alone, or the facts where there is
/// none.
QString ticketText(const Ticket &ticket, TicketForm form);

/// The ticket as a section of a page of HTML: its title under a heading of this name ("h3"), looks by the page's style.
QString ticketSection(const Ticket &ticket, QLatin1StringView heading);

} // namespace evident
