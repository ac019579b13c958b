#include "textfinder.h"

#include "source.h"

#include <algorithm>

namespace evident {

namespace {

/// Bytes of no interest that are searched along sooner than that a second read is made.
constexpr qint64 largestGap = 8 * 1024;

} // namespace

TextFinder::TextFinder(const Log &log, const TextSearch &search, qint64 blockBytes)
    : m_log(log),
      m_search(search),
      m_blockBytes(blockBytes)
{ }

TextHits TextFinder::find(std::span<const Row> rows, const std::stop_token &stop)
{
    m_rows = rows;
    m_stop = stop;
    m_states.assign(rows.size(), State::Open);
    readPlaces();
    TextHits hits;
    for (size_t first = 0; first < rows.size();) {
        const size_t last = blockEnd(first);
        if (!searchBlock(first, last))
            break;
        collect(first, last, hits);
        first = last;
    }
    return hits;
}

void TextFinder::readPlaces()
{
    m_places.resize(m_rows.size());
    std::vector<qint64> offsets(m_rows.size());
    std::vector<quint32> lengths(m_rows.size());
    m_log.columns().gather(LogColumn::Offset, m_rows, offsets);
    m_log.columns().gather(LogColumn::Length, m_rows, lengths);
    for (size_t i = 0; i < m_rows.size(); ++i)
        m_places[i] = {offsets[i], offsets[i] + std::min<qint64>(lengths[i], Log::longestText)};
}

/// Behind the last row that is read together with the row at `first`.
size_t TextFinder::blockEnd(size_t first) const
{
    size_t last = first + 1;
    while (last < m_places.size() && m_places[last].end - m_places[first].begin <= m_blockBytes
           && m_places[last].begin - m_places[last - 1].end <= largestGap)
        ++last;
    return last;
}

/// False when stopped.
bool TextFinder::searchBlock(size_t first, size_t last)
{
    if (m_stop.stop_requested())
        return false;
    m_textBegin = m_places[first].begin;
    const qint64 size = endOf(last - 1);
    if (m_buffer.size() < size)
        m_buffer.resize(size);
    const Result<qint64> got = m_log.source().read(m_textBegin, {m_buffer.data(), size_t(size)});
    m_text = QByteArrayView(m_buffer).first(got ? got.value() : 0);
    for (; last > first && endOf(last - 1) > m_text.size(); --last)
        m_states[last - 1] = State::Unread;
    if (first == last)
        return true;

    m_text = m_text.first(endOf(last - 1));
    if (m_strategy == Strategy::Undecided)
        chooseStrategy(first, last);
    if (m_strategy == Strategy::Required) {
        searchRequired(first, last);
        return !m_stop.stop_requested();
    }
    const bool asWhole = !m_search.ways().empty() && (!m_search.needsText() || isPlainText(m_text));
    const bool answered = asWhole && std::ranges::all_of(m_search.ways(), [&](const TextSearch::Way &way) {
                              return searchWhole(way, first, last);
                          });
    for (size_t i = first; i < last && !answered && !m_stop.stop_requested(); ++i)
        ask(i);
    return !m_stop.stop_requested();
}

/// By what the first block is like: where few records have what is required, only they are asked.
void TextFinder::chooseStrategy(size_t first, size_t last)
{
    size_t fewest = last - first + 1;
    for (const std::shared_ptr<const BytePattern> &pattern : m_search.required()) {
        size_t count = 0;
        visitMatches(*pattern, first, last, [&](size_t, bool) { ++count; });
        if (count < fewest) {
            fewest = count;
            m_rarest = pattern.get();
        }
    }
    const bool isFrequent = fewest > (last - first) / 2;
    m_strategy = !m_rarest || (isFrequent && !m_search.ways().empty()) ? Strategy::Whole : Strategy::Required;
}

void TextFinder::searchRequired(size_t first, size_t last)
{
    visitMatches(*m_rarest, first, last, [&](size_t record, bool) {
        if (hasRequired(record))
            ask(record);
    });
}

bool TextFinder::hasRequired(size_t index)
{
    return std::ranges::all_of(m_search.required(), [&](const std::shared_ptr<const BytePattern> &pattern) {
        return m_matcher.find(*pattern, textOf(index)).outcome != ByteMatcher::Match::Outcome::None;
    });
}

/// Calls visit(record, whether the match ends in it) for every record in which a match begins, by the first of these.
/// False when the pattern ran into its limits.
template <typename Visit>
bool TextFinder::visitMatches(const BytePattern &pattern, size_t first, size_t last, Visit visit)
{
    size_t record = first;
    for (qsizetype position = 0; position < m_text.size() && !m_stop.stop_requested();) {
        const ByteMatcher::Match match = m_matcher.find(pattern, m_text, position);
        if (match.outcome == ByteMatcher::Match::Outcome::Undecided)
            return false;
        if (match.outcome == ByteMatcher::Match::Outcome::None)
            return true;
        record = recordAt(match.begin, record, last);
        if (record == last)
            return true;
        // A match that begins between records, or ends in another, hides none in a record but the one it begins in.
        if (match.begin < beginOf(record)) {
            position = beginOf(record);
            continue;
        }
        position = endOf(record);
        visit(record, match.end <= position);
    }
    return true;
}

/// False when the records have to be asked one by one.
bool TextFinder::searchWhole(const TextSearch::Way &way, size_t first, size_t last)
{
    if (way.needs != '\0' && !m_text.contains(way.needs))
        return true;
    return visitMatches(*way.pattern, first, last, [&](size_t record, bool isInside) {
        if (way.isSure && isInside)
            m_states[record] = State::Yes;
        else if (m_states[record] == State::Open)
            ask(record);
    });
}

/// The first record from `from` on that ends behind the position.
size_t TextFinder::recordAt(qsizetype position, size_t from, size_t last) const
{
    size_t step = 1;
    for (; from + step < last && endOf(from + step) <= position; step *= 2)
        from += step;
    const auto begin = m_places.begin() + qptrdiff(from);
    const auto end = m_places.begin() + qptrdiff(std::min(from + step + 1, last));
    const auto found =
        std::partition_point(begin, end, [&](const Place &place) { return place.end - m_textBegin <= position; });
    return size_t(found - m_places.begin());
}

void TextFinder::ask(size_t index)
{
    if (m_states[index] == State::Yes)
        return;
    switch (m_search.verdict(textOf(index), m_matcher)) {
    case Verdict::No:
        m_states[index] = State::No;
        break;
    case Verdict::Yes:
        m_states[index] = State::Yes;
        break;
    case Verdict::Unknown:
        m_states[index] = State::Unknown;
        break;
    }
}

void TextFinder::collect(size_t first, size_t last, TextHits &hits) const
{
    for (size_t i = first; i < last; ++i) {
        if (m_states[i] == State::Yes)
            hits.rows.push_back(m_rows[i]);
        else if (m_states[i] == State::Unknown || m_states[i] == State::Unread)
            hits.unknown.push_back(m_rows[i]);
        hits.undecided += m_states[i] == State::Unknown ? 1 : 0;
    }
}

QByteArrayView TextFinder::textOf(size_t index) const
{
    return m_text.sliced(beginOf(index), endOf(index) - beginOf(index));
}

} // namespace evident
