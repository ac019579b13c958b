#pragma once

#include "idset.h"
#include "log.h"

#include <compare>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace evident {

/// A record that rules look at.
struct ScannedEvent
{
    qint64 time = noTime;
    Row row = 0;
    ShapeId shape = 0;
};

/// What one pass over a log's columns gives.
struct EventScan
{
    std::vector<ScannedEvent> events; ///< of the wanted shapes, in the order of time; what is there twice is here once
    std::vector<std::optional<ScannedEvent>> firsts; ///< of each shape the first in time
    std::vector<qint64> hours; ///< since 1970, in which there is a record; rising
    qint64 begin = noTime; ///< of all records
    qint64 withoutTime = 0; ///< records that are left out
};

/// Looks at all rows below `count`. `wanted` is by ShapeId, shapes behind its end are not wanted. Ordinary records cost
/// two columns. When stopped, the answer is of no use.
EventScan scanEvents(const Log &log, Row count, const std::vector<bool> &wanted, const std::stop_token &stop = {});

/// Those of the wanted shapes that are of one of these users.
std::vector<ScannedEvent> scanEventsOf(const Log &log, Row count, const std::vector<bool> &wanted, const IdSet &users,
                                       const std::stop_token &stop = {});

/// The order of records of one time: by what they say, never by where they stand in the file.
class ContentOrder
{
public:
    explicit ContentOrder(const Log &log)
        : m_log(log)
    { }

    std::strong_ordering compare(Row left, Row right) const;
    bool isBefore(const ScannedEvent &left, const ScannedEvent &right) const
    {
        return left.time != right.time ? left.time < right.time : compare(left.row, right.row) < 0;
    }

private:
    std::strong_ordering compareShapes(ShapeId left, ShapeId right) const;

    const Log &m_log;
};

} // namespace evident
