#pragma once

#include "query.h"

#include <QTimeZone>

namespace evident {

/// A moment as a query names it, with the zone's offset at that time: it means the same wherever the text goes.
TimePoint timePoint(qint64 utcMs, const QTimeZone &zone);

/// The query with the offsets of the zone in its days and moments that name none: what is saved or shared is read alike
/// in another zone. Times of every day stay.
Query withOffsets(const Query &query, const QTimeZone &zone);

/// The query without the terms that say from when or until when.
Query withoutTimeRange(const Query &query);

} // namespace evident
