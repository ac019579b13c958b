#pragma once

#include "catalogsnapshot.h"
#include "log.h"
#include "query.h"
#include "resolution.h"

#include <optional>
#include <stop_token>

namespace evident {

/// Keeps the records of the transaction that a record's fields name; of its activity where they name none. None where
/// they name neither.
std::optional<Query> transactionQuery(const QList<RecordField> &fields);

/// Keeps the records of the sign-in that the record is of, where no transaction says it: its user's, with but short
/// pauses between them. None where the record has no user or no time. Reads columns alone.
std::optional<Query> signInQuery(const Log &log, const Resolution &resolution, const CatalogSnapshot &catalog, Row row,
                                 const std::stop_token &stop = {});
/// The user's records of this time.
Query signInQuery(const QString &user, qint64 begin, qint64 end);

} // namespace evident
