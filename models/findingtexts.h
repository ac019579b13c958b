#pragma once

#include "finding.h"
#include "log.h"
#include "query.h"
#include "resolution.h"
#include "ticket.h"

#include <QString>
#include <QTimeZone>

namespace evident {

/// The language of the window, in which rules' words are taken: "en".
QString ruleLanguage();

/// By what a finding is known again: its rule, how bad it is, of whom, since when.
QString findingKey(const Finding &finding);

/// Keeps exactly the finding's records.
Query findingQuery(const Finding &finding);

/// "2026-01-15 09:14:02 – 09:21:40", with a second day where it is another.
QString spanText(qint64 begin, qint64 end, const QTimeZone &zone);

/// Those of its records that its ticket has.
RowSet ticketRows(const Finding &finding);
/// With its records as far as the columns know them.
Ticket ticketOf(const Finding &finding, const Log &log, const Resolution &resolution, const QTimeZone &zone);

} // namespace evident
