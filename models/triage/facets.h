#pragma once

#include "idcounts.h"
#include "idset.h"
#include "log.h"
#include "query.h"
#include "resolution.h"
#include "rowset.h"

#include <QList>
#include <QString>

#include <array>
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

/// How often each shape and each id stands in some rows: all facets' counts follow from it. Columns are read a block at
/// a time, large ranges by several threads. Grows with the log: rows are added once each. A value; one thread at a
/// time.
class RowTally
{
public:
    /// Counts what the facets of these fields need; shapes always.
    explicit RowTally(const QList<Field> &fields = {Field::Method, Field::User, Field::Application, Field::SourceIp});

    /// When stopped, the counts are of no use.
    void add(const Log &log, const RowSet &rows, std::stop_token stop = {});
    /// Rows from `first` up to (not with) `last` of the log's own order.
    void addRange(const Log &log, Row first, Row last, std::stop_token stop = {});

    qint64 rows() const noexcept { return m_rows; }
    /// Level, Category, Method, Outcome, Owner, User, Application, SourceIp, Code, Kind; no counts for other fields.
    FacetCounts counts(Field field, const Log &log, const Resolution &resolution) const;
    /// The same, but of a field whose values only the log knows no more than the `most` frequent ones, besides those in
    /// `told`. What is listed is told from then on: so that a value once listed is never without a count.
    FacetCounts counts(Field field, const Log &log, const Resolution &resolution, size_t most, IdSet &told) const;
    std::vector<qint64> shapes() const; ///< by ShapeId

private:
    struct Block;
    void addBlock(Block &block);
    template <typename Add>
    void addParts(Row first, Row last, const Add &add);
    void addShapesAndMethods(Block &block);
    void merge(const RowTally &other);

    bool countsMethods() const;

    std::vector<TextColumn> m_columns;
    qint64 m_rows = 0;
    IdCounts m_shapesWithMethod; ///< of rows that have a method of their own; of all when methods are not counted
    IdCounts m_shapesWithoutMethod;
    std::array<IdCounts, 4> m_ids; ///< by TextColumn
};

} // namespace evident
