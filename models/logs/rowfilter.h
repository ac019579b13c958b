#pragma once

#include "idset.h"
#include "log.h"
#include "matcher.h"
#include "rowset.h"
#include "transactionhash.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace evident {

/// One term of a query brought down to what columns can answer.
struct LoweredTerm
{
    enum class On {
        Shape, ///< `shapes` holds the row's shape
        Text, ///< `ids` holds the row's id in `column`; for Method, a row without its own method asks `shapes`
        Time, ///< `matcher` decides by the row's time
        Ids, ///< what is known of the row's transaction and activity does not rule out that it has one of `hashes`
        Raw, ///< `matcher` decides by the record's raw text
        Named, ///< `matcher` decides by the field `fieldName`, read from the record
        Rows, ///< `rows` holds the row (duplicates, bookmarks)
        File, ///< `ids` holds the file that the row is in
        Constant, ///< `constant` for every row (a fact that nobody has)
    };
    On on = On::Constant;
    bool negated = false;
    TextColumn column = TextColumn::User;
    IdSet ids;
    IdSet shapes;
    std::vector<quint64> hashes; ///< of ids of this kind; see transactionhash.h
    IdKind kind = IdKind::None;
    std::shared_ptr<const TermMatcher> matcher;
    QStringList
        fieldNames; ///< of On::Named: the names it may have in the formats; the first that the record has counts
    std::shared_ptr<const std::vector<Row>> rows; ///< ascending
    bool constant = false;
};

/// A query brought down to columns: an `and` of groups of alternatives. Immutable once shared.
struct LoweredQuery
{
    std::vector<std::vector<LoweredTerm>> groups;
    /// Whether every row is kept.
    bool isEmpty() const noexcept { return groups.empty(); }
};

/// Appends to `kept` the rows from `first` up to (not with) `last` that the query keeps, ascending. Columns are asked a
/// chunk at a time, and only the rows that they leave have their text read. Large ranges are shared among threads.
/// Stops soon when asked to; what it has appended by then is of no use. Any thread.
/// Returns for how many records a regular expression ran into its limits: for these a term with it holds neither plain
/// nor negated, and whoever asked is to be told.
qint64 filterRows(const Log &log, const LoweredQuery &query, Row first, Row last, std::stop_token stop,
                  std::vector<Row> &kept);

/// Those of the rows (ascending) whose text repeats that of an earlier one of them, event id included. Reads only the
/// texts of records that say the same by columns (see samerecords.h): in any case such a record counts once, but that
/// it is the very same event only its id tells. Any thread.
std::vector<Row> duplicateRows(const Log &log, const RowSet &rows, std::stop_token stop = {});
/// The same of all rows.
std::vector<Row> duplicateRows(const Log &log, std::stop_token stop = {});
/// How many of these rows, ascending, are in the set.
qint64 countRows(const std::vector<Row> &rows, const RowSet &set);

} // namespace evident
