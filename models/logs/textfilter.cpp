#include "textfilter.h"

#include "rowtexts.h"

#include <algorithm>
#include <iterator>

namespace evident {

namespace {

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

std::vector<Row> without(const std::vector<Row> &rows, const std::vector<Row> &others)
{
    std::vector<Row> left;
    std::ranges::set_difference(rows, others, std::back_inserter(left));
    return left;
}

} // namespace

TextFilter::TextFilter(const Log &log)
    : m_log(log)
{ }

void TextFilter::keep(const std::vector<const LoweredTerm *> &terms, std::vector<Row> &rows,
                      const std::stop_token &stop)
{
    std::vector<Row> kept;
    for (const LoweredTerm *term : terms) {
        const std::vector<Row> more = held(*term, rows, stop);
        rows = without(rows, more);
        const auto middle = qptrdiff(kept.size());
        kept.insert(kept.end(), more.begin(), more.end());
        std::inplace_merge(kept.begin(), kept.begin() + middle, kept.end());
    }
    rows = std::move(kept);
}

std::vector<Row> TextFilter::held(const LoweredTerm &term, const std::vector<Row> &rows, const std::stop_token &stop)
{
    TextHits hits = term.on == LoweredTerm::On::Raw ? finder(term)->find(rows, stop) : byFields(term, rows, stop);
    m_undecided += hits.undecided;
    return term.negated ? without(without(rows, hits.rows), hits.unknown) : std::move(hits.rows);
}

/// A value that must stand in the text is looked for there first.
TextHits TextFilter::byFields(const LoweredTerm &term, const std::vector<Row> &rows, const std::stop_token &stop)
{
    TextHits candidates;
    if (TextFinder *values = finder(term))
        candidates = values->find(rows, stop);
    else
        candidates.rows = rows;
    TextHits hits;
    hits.unknown = std::move(candidates.unknown);
    const auto middle = qptrdiff(hits.unknown.size());
    RowTexts texts(m_log, candidates.rows);
    for (const Row row : candidates.rows) {
        if (stop.stop_requested())
            break;
        const std::optional<QByteArrayView> text = texts.next();
        if (!text)
            hits.unknown.push_back(row);
        else if (term.matcher->matchesValue(namedValue(m_log.fieldsOf(row, *text), term.fieldNames)))
            hits.rows.push_back(row);
    }
    std::inplace_merge(hits.unknown.begin(), hits.unknown.begin() + middle, hits.unknown.end());
    return hits;
}

/// None for a term of a field of which the text tells nothing.
TextFinder *TextFilter::finder(const LoweredTerm &term)
{
    const auto [entry, isNew] = m_searches.try_emplace(term.matcher.get());
    Search &search = entry->second;
    if (isNew) {
        search.search =
            term.on == LoweredTerm::On::Raw ? TextSearch::of(*term.matcher) : TextSearch::forValues(*term.matcher);
        if (search.search)
            search.finder = std::make_unique<TextFinder>(m_log, *search.search);
    }
    return search.finder.get();
}

} // namespace evident
