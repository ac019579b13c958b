#pragma once

#include "rowfilter.h"
#include "textfilter.h"
#include "timefilter.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace evident {

/// Answers a query for the rows of one chunk after another: term by term, each for all rows, then the texts of those
/// that the columns leave open. One thread at a time.
class BlockFilter
{
public:
    /// Both outlive this.
    BlockFilter(const Log &log, const LoweredQuery &query);

    /// Appends the rows from `first` up to (not with) `last` that the query keeps. They belong to one chunk.
    void filter(Row first, Row last, const std::stop_token &stop, std::vector<Row> &kept);
    /// Whether some terms need texts.
    bool readsTexts() const noexcept { return !m_textGroups.empty(); }
    /// For how many rows a regular expression ran into its limits so far.
    qint64 undecided() const noexcept { return m_texts.undecided(); }

private:
    /// 1 for a row that holds, else 0; by row from the block's first.
    using Marks = std::array<quint8, Columns::chunkRows>;
    /// What is known of all rows of a block; of `Mixed`, marks say it row by row.
    enum class Answer { No, Mixed, Yes };

    struct Term
    {
        const LoweredTerm *lowered = nullptr;
        std::optional<std::vector<ZoneClock::Interval>> intervals; ///< of On::Time, when it is no time of every day
        bool absent = false; ///< of On::Time: what it says of a row without time
    };
    struct Group
    {
        std::vector<Term> terms; ///< that columns answer
        std::vector<const LoweredTerm *> texts;
    };
    /// A group with terms that need texts, and what columns say of it.
    struct TextGroup
    {
        Group group;
        Answer answer = Answer::No;
        Marks marks{};
    };

    Answer markIds(const IdSet &set, LogColumn column);
    Answer markMethods(const LoweredTerm &term);
    Answer markTimes(const Term &term);
    Answer markFiles(const IdSet &files);
    Answer markIds(const LoweredTerm &term);
    Answer markRows(const std::vector<Row> &rows);
    Answer markTerm(const Term &term);
    Answer markGroup(const Group &group, Marks &marks);
    bool markBlock();
    void filterTexts(const std::stop_token &stop);

    std::span<quint8> inUse(Marks &marks) const { return std::span(marks).first(m_last - m_first); }
    void appendMarked(Marks &marks, std::vector<Row> &rows) const;

    const Log &m_log;
    std::vector<Group> m_columnGroups;
    std::vector<TextGroup> m_textGroups;
    TextFilter m_texts;

    // Of the block at hand:
    Row m_first = 0;
    Row m_last = 0;
    Answer m_answer = Answer::Yes; ///< of the groups that columns answer alone
    Marks m_marks{};
    Marks m_group{};
    Marks m_term{};
    Marks m_other{};
    std::array<quint32, Columns::chunkRows> m_ids{};
    std::array<qint64, Columns::chunkRows> m_times{}; ///< or hashes
};

} // namespace evident
