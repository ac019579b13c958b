#pragma once

#include "log.h"
#include "query.h"
#include "resolution.h"
#include "rowset.h"

#include <QList>
#include <QString>

#include <stop_token>
#include <vector>

namespace evident {

/// One value of a facet and how many rows have it. "" is absent.
struct FacetCount
{
    QString value;
    qint64 count = 0;
    bool operator==(const FacetCount &) const = default;
};

/// Most frequent first, ties by value; levels by their weight.
using FacetCounts = QList<FacetCount>;

/// How often each shape and each id stands in some rows. One pass over integers; every facet's counts follow from it.
/// Grows with the log: rows are added once each. A value; one thread at a time.
class RowTally
{
public:
    void add(const Log &log, const RowSet &rows, std::stop_token stop = {});
    /// Rows from `first` up to (not with) `last` of the log's own order.
    void addRange(const Log &log, Row first, Row last);

    qint64 rows() const noexcept { return m_rows; }
    /// Level, Category, Method, Outcome, Owner, User, Application, SourceIp, Code, Kind; no counts for other fields.
    FacetCounts counts(Field field, const Log &log, const Resolution &resolution) const;
    const std::vector<qint64> &shapes() const noexcept { return m_shapes; } ///< by ShapeId

private:
    void addRow(const Log &log, Row row);

    qint64 m_rows = 0;
    std::vector<qint64> m_shapes;
    std::vector<qint64> m_shapesWithoutMethod; ///< of rows that have no method of their own
    std::vector<qint64> m_users;
    std::vector<qint64> m_methods;
    std::vector<qint64> m_applications;
    std::vector<qint64> m_addresses;
};

} // namespace evident
