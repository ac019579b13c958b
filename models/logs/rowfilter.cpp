#include "rowfilter.h"

#include "rowtexts.h"

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

/// The value of the first of the names that the record has, "" when it has none.
QString namedValue(const QList<RecordField> &fields, const QStringList &names)
{
    for (const QString &name : names) {
        const auto field = std::ranges::find_if(fields, [&](const RecordField &candidate) {
            return !candidate.value.isEmpty() && candidate.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        if (field != fields.end())
            return field->value;
    }
    return {};
}

bool needsText(const LoweredTerm &term)
{
    return term.on == LoweredTerm::On::Raw || term.on == LoweredTerm::On::Named;
}

/// Answers a query for one row after another.
class RowFilter
{
public:
    enum class Verdict { Kept, Dropped, AskText };

    RowFilter(const Log &log, const LoweredQuery &query)
        : m_log(log),
          m_query(query)
    { }

    /// By columns alone, as far as they tell.
    Verdict byColumns(Row row) const
    {
        Verdict verdict = Verdict::Kept;
        for (const std::vector<LoweredTerm> &group : m_query.groups) {
            if (anyByColumns(group, row))
                continue;
            if (std::ranges::none_of(group, needsText))
                return Verdict::Dropped;
            verdict = Verdict::AskText;
        }
        return verdict;
    }

    bool byText(Row row, QByteArrayView text) const
    {
        std::optional<QList<RecordField>> fields;
        const auto holds = [&](const LoweredTerm &term) {
            if (!needsText(term))
                return false;
            if (term.on == LoweredTerm::On::Raw)
                return term.matcher->matchesRaw(text) != term.negated;
            if (!fields)
                fields = m_log.fieldsOf(row, text);
            return term.matcher->matchesValue(namedValue(*fields, term.fieldNames)) != term.negated;
        };
        return std::ranges::all_of(m_query.groups, [&](const std::vector<LoweredTerm> &group) {
            return anyByColumns(group, row) || std::ranges::any_of(group, holds);
        });
    }

private:
    bool anyByColumns(const std::vector<LoweredTerm> &group, Row row) const
    {
        return std::ranges::any_of(group, [&](const LoweredTerm &term) {
            return !needsText(term) && holdsByColumns(term, row) != term.negated;
        });
    }

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

/// Rows first … last - 1: by columns, then those that columns cannot decide by their text.
void filterStretch(const Log &log, const RowFilter &filter, Row first, Row last, std::vector<Row> &kept)
{
    std::vector<Row> asked; // that need their text
    std::vector<Row> candidates;
    for (Row row = first; row < last; ++row) {
        const RowFilter::Verdict verdict = filter.byColumns(row);
        if (verdict == RowFilter::Verdict::Dropped)
            continue;
        candidates.push_back(row);
        if (verdict == RowFilter::Verdict::AskText)
            asked.push_back(row);
    }
    RowTexts texts(log, asked);
    auto nextAsked = asked.cbegin();
    for (const Row row : candidates) {
        if (nextAsked != asked.cend() && *nextAsked == row) {
            ++nextAsked;
            const std::optional<QByteArrayView> text = texts.next();
            if (!text || !filter.byText(row, *text))
                continue;
        }
        kept.push_back(row);
    }
}

} // namespace

void IdSet::insert(quint32 id)
{
    if (id >= m_bits.size())
        m_bits.resize(size_t(id) + 1);
    m_bits[id] = true;
}

void filterRows(const Log &log, const LoweredQuery &query, Row first, Row last, std::stop_token stop,
                std::vector<Row> &kept)
{
    const RowFilter filter(log, query);
    for (Row row = first; row < last && !stop.stop_requested();) {
        const Row stretch = std::min(last - row, rowsBetweenStops);
        filterStretch(log, filter, row, row + stretch, kept);
        row += stretch;
    }
}

} // namespace evident
