#include "rowfilter.h"

#include "textfilter.h"

#include <algorithm>

namespace evident {

namespace {

/// After so many rows the stop is looked at again.
constexpr Row rowsBetweenStops = Columns::chunkRows;

quint32 textId(const Columns &columns, TextColumn column, Row row)
{
    switch (column) {
    case TextColumn::User:
        break;
    case TextColumn::Method:
        return columns.method(row);
    case TextColumn::Application:
        return columns.application(row);
    case TextColumn::Address:
        return columns.address(row);
    }
    return columns.user(row);
}

/// Answers a query for one row after another, as far as columns tell.
class RowFilter
{
public:
    RowFilter(const Log &log, const LoweredQuery &query)
        : m_log(log),
          m_query(query)
    { }

    /// Whether a group that columns answer alone drops the row.
    bool isDropped(Row row) const
    {
        return std::ranges::any_of(m_query.groups, [&](const std::vector<LoweredTerm> &group) {
            return std::ranges::none_of(group, TextFilter::isFor) && !anyByColumns(group, row);
        });
    }

    bool anyByColumns(const std::vector<LoweredTerm> &group, Row row) const
    {
        return std::ranges::any_of(group, [&](const LoweredTerm &term) {
            return !TextFilter::isFor(term) && holdsByColumns(term, row) != term.negated;
        });
    }

private:
    bool holdsByColumns(const LoweredTerm &term, Row row) const
    {
        const Columns &columns = m_log.columns();
        switch (term.on) {
        case LoweredTerm::On::Shape:
            return term.shapes.contains(columns.shape(row));
        case LoweredTerm::On::Text: {
            const quint32 id = textId(columns, term.column, row);
            // A record without a method of its own has the catalog's.
            if (term.column == TextColumn::Method && id == 0)
                return term.shapes.contains(columns.shape(row));
            return term.ids.contains(id);
        }
        case LoweredTerm::On::Time: {
            const qint64 time = columns.time(row);
            return term.matcher->matchesTime(time == noTime ? std::nullopt : std::optional(time));
        }
        case LoweredTerm::On::Rows:
            return term.rows && std::ranges::binary_search(*term.rows, row);
        case LoweredTerm::On::Constant:
            return term.constant;
        case LoweredTerm::On::Raw:
        case LoweredTerm::On::Named:
            break;
        }
        return false;
    }

    const Log &m_log;
    const LoweredQuery &m_query;
};

/// Rows first … last - 1: by columns, then group by group those that columns leave open by their texts.
void filterStretch(const LoweredQuery &query, const RowFilter &filter, TextFilter &texts, Row first, Row last,
                   const std::stop_token &stop, std::vector<Row> &kept)
{
    std::vector<Row> rows;
    for (Row row = first; row < last; ++row) {
        if (!filter.isDropped(row))
            rows.push_back(row);
    }
    for (const std::vector<LoweredTerm> &group : query.groups) {
        if (std::ranges::none_of(group, TextFilter::isFor))
            continue;
        const auto open =
            std::stable_partition(rows.begin(), rows.end(), [&](Row row) { return filter.anyByColumns(group, row); });
        std::vector<Row> asked(open, rows.end());
        texts.keep(group, asked, stop);
        rows.erase(open, rows.end());
        const auto middle = qptrdiff(rows.size());
        rows.insert(rows.end(), asked.begin(), asked.end());
        std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end());
    }
    kept.insert(kept.end(), rows.begin(), rows.end());
}

} // namespace

void IdSet::insert(quint32 id)
{
    if (id >= m_bits.size())
        m_bits.resize(size_t(id) + 1);
    m_bits[id] = true;
}

qint64 filterRows(const Log &log, const LoweredQuery &query, Row first, Row last, std::stop_token stop,
                  std::vector<Row> &kept)
{
    const RowFilter filter(log, query);
    TextFilter texts(log);
    for (Row row = first; row < last && !stop.stop_requested();) {
        const Row stretch = std::min(last - row, rowsBetweenStops);
        filterStretch(query, filter, texts, row, row + stretch, stop, kept);
        row += stretch;
    }
    return texts.undecided();
}

} // namespace evident
