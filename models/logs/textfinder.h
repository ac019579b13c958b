#pragma once

#include "log.h"
#include "textsearch.h"

#include <span>
#include <stop_token>
#include <vector>

namespace evident {

/// What a search says of the rows that it was asked about: a match, unknown, or (all others) no match. Ascending.
struct TextHits
{
    std::vector<Row> rows; ///< whose text matches
    std::vector<Row> unknown; ///< whose text cannot be read, or TextSearch::Verdict::Unknown
    qint64 undecided = 0; ///< how many of the unknown are the latter
};

/// Finds rows by their text: reads large blocks of the source and searches each as a whole. One thread at a time.
class TextFinder
{
public:
    static constexpr qint64 usualBlock = 256 * 1024; // what a processor's second cache holds

    /// Both outlive this. `blockBytes`: what is read and searched at once, unless one record is longer; the answers do
    /// not depend on it.
    TextFinder(const Log &log, const TextSearch &search, qint64 blockBytes = usualBlock);

    /// Searches the rows, which ascend. Stops early, with what it has, when asked to.
    TextHits find(std::span<const Row> rows, const std::stop_token &stop);

private:
    using Verdict = TextSearch::Verdict;
    struct Place
    {
        qint64 begin = 0; ///< in the source
        qint64 end = 0;
    };
    enum class State : quint8 { Open, No, Yes, Unknown, Unread };

    void readPlaces();
    size_t blockEnd(size_t first) const;
    bool searchBlock(size_t first, size_t last);
    void chooseStrategy(size_t first, size_t last);
    void searchRequired(size_t first, size_t last);
    bool hasRequired(size_t index);
    template <typename Visit>
    bool visitMatches(const BytePattern &pattern, size_t first, size_t last, Visit visit);
    bool searchWhole(const TextSearch::Way &way, size_t first, size_t last);
    size_t recordAt(qsizetype position, size_t from, size_t last) const;
    void ask(size_t index);
    void collect(size_t first, size_t last, TextHits &hits) const;
    QByteArrayView textOf(size_t index) const;
    qsizetype beginOf(size_t index) const { return m_places[index].begin - m_textBegin; }
    qsizetype endOf(size_t index) const { return m_places[index].end - m_textBegin; }

    const Log &m_log;
    const TextSearch &m_search;
    const qint64 m_blockBytes;
    ByteMatcher m_matcher;

    enum class Strategy {
        Undecided,
        Required, ///< who has what is required is asked
        Whole, ///< by the search's ways
    };
    Strategy m_strategy = Strategy::Undecided;
    const BytePattern *m_rarest = nullptr; ///< of what is required

    // Of the call at hand:
    std::span<const Row> m_rows;
    std::stop_token m_stop;
    // By index in m_rows:
    std::vector<Place> m_places;
    std::vector<State> m_states;
    QByteArray m_buffer;
    QByteArrayView m_text; ///< of the block
    qint64 m_textBegin = 0; ///< in the source
};

} // namespace evident
