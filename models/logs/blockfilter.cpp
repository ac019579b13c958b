#include "blockfilter.h"

#include "logcolumn.h"

#include <algorithm>
#include <numeric>

namespace evident {

namespace {

void invert(std::span<quint8> marks)
{
    for (quint8 &mark : marks)
        mark ^= 1;
}

void keepBoth(std::span<quint8> marks, const quint8 *others)
{
    for (size_t i = 0; i < marks.size(); ++i)
        marks[i] &= others[i];
}

void keepEither(std::span<quint8> marks, const quint8 *others)
{
    for (size_t i = 0; i < marks.size(); ++i)
        marks[i] |= others[i];
}

} // namespace

BlockFilter::BlockFilter(const Log &log, const LoweredQuery &query)
    : m_log(log),
      m_texts(log)
{
    for (const std::vector<LoweredTerm> &lowered : query.groups) {
        Group group;
        for (const LoweredTerm &term : lowered) {
            if (TextFilter::isFor(term)) {
                group.texts.push_back(&term);
                continue;
            }
            Term &prepared = group.terms.emplace_back();
            prepared.lowered = &term;
            if (term.on == LoweredTerm::On::Time) {
                prepared.intervals = term.matcher->timeIntervals();
                prepared.absent = term.matcher->matchesTime(std::nullopt);
            }
        }
        if (group.texts.empty())
            m_columnGroups.push_back(std::move(group));
        else
            m_textGroups.emplace_back().group = std::move(group);
    }
}

void BlockFilter::filter(Row first, Row last, const std::stop_token &stop, std::vector<Row> &kept)
{
    m_first = first;
    m_last = last;
    if (!markBlock())
        return;
    if (readsTexts())
        filterTexts(stop);
    appendMarked(m_marks, kept);
}

void BlockFilter::appendMarked(Marks &marks, std::vector<Row> &rows) const
{
    const size_t before = rows.size();
    rows.resize(before + (m_last - m_first));
    Row *next = rows.data() + before;
    if (&marks == &m_marks && m_answer == Answer::Yes) {
        std::iota(next, next + (m_last - m_first), m_first);
        return;
    }
    for (Row row = m_first; row < m_last; ++row) {
        *next = row;
        next += marks[row - m_first];
    }
    rows.resize(size_t(next - rows.data()));
}

/// Asks the columns for every group. False when they leave no row.
bool BlockFilter::markBlock()
{
    m_answer = Answer::Yes;
    for (const Group &group : m_columnGroups) {
        switch (markGroup(group, m_answer == Answer::Yes ? m_marks : m_group)) {
        case Answer::No:
            return false;
        case Answer::Yes:
            continue;
        case Answer::Mixed:
            break;
        }
        if (m_answer == Answer::Mixed)
            keepBoth(inUse(m_marks), m_group.data());
        m_answer = Answer::Mixed;
        if (std::ranges::find(inUse(m_marks), quint8(1)) == inUse(m_marks).end())
            return false;
    }
    for (TextGroup &text : m_textGroups)
        text.answer = markGroup(text.group, text.marks);
    return true;
}

/// Of the terms that columns answer.
BlockFilter::Answer BlockFilter::markGroup(const Group &group, Marks &marks)
{
    Answer any = Answer::No;
    for (const Term &term : group.terms) {
        Answer answer = markTerm(term);
        if (term.lowered->negated) {
            answer = answer == Answer::No ? Answer::Yes : answer == Answer::Yes ? Answer::No : Answer::Mixed;
            if (answer == Answer::Mixed)
                invert(inUse(m_term));
        }
        if (answer == Answer::Yes)
            return answer;
        if (answer == Answer::No)
            continue;
        if (any == Answer::Mixed)
            keepEither(inUse(marks), m_term.data());
        else
            std::ranges::copy(inUse(m_term), marks.begin());
        any = Answer::Mixed;
    }
    return any;
}

/// Marks m_term when the answer is mixed.
BlockFilter::Answer BlockFilter::markTerm(const Term &term)
{
    const LoweredTerm &lowered = *term.lowered;
    switch (lowered.on) {
    case LoweredTerm::On::Shape:
        return markIds(lowered.shapes, LogColumn::Shape);
    case LoweredTerm::On::Text:
        if (lowered.column == TextColumn::Method)
            return markMethods(lowered);
        return markIds(lowered.ids, logColumn(lowered.column));
    case LoweredTerm::On::Time:
        return markTimes(term);
    case LoweredTerm::On::Rows:
        return lowered.rows ? markRows(*lowered.rows) : Answer::No;
    case LoweredTerm::On::File:
        return markFiles(lowered.ids);
    case LoweredTerm::On::Ids:
        return markIds(lowered);
    case LoweredTerm::On::Constant:
        return lowered.constant ? Answer::Yes : Answer::No;
    case LoweredTerm::On::Raw:
    case LoweredTerm::On::Named:
        break;
    }
    return Answer::No;
}

BlockFilter::Answer BlockFilter::markIds(const IdSet &set, LogColumn column)
{
    const Columns &columns = m_log.columns();
    if (const std::optional<ColumnBounds> bounds = columns.bounds(column, m_first)) {
        switch (set.holds(quint32(bounds->least), quint32(bounds->most))) {
        case IdSet::Holds::None:
            return Answer::No;
        case IdSet::Holds::All:
            return Answer::Yes;
        case IdSet::Holds::Some:
            break;
        }
    }
    const std::span<quint32> ids = std::span(m_ids).first(m_last - m_first);
    columns.read(column, m_first, ids);
    set.mark(ids, inUse(m_term));
    return Answer::Mixed;
}

/// Files come one after another: mostly a chunk has the rows of one.
BlockFilter::Answer BlockFilter::markFiles(const IdSet &files)
{
    const Row last = m_last - 1;
    if (m_log.partOf(m_first) == m_log.partOf(last))
        return files.contains(quint32(m_log.partOf(last))) ? Answer::Yes : Answer::No;
    for (Row row = m_first; row < m_last; ++row)
        m_term[row - m_first] = files.contains(quint32(m_log.partOf(row))) ? 1 : 0;
    return Answer::Mixed;
}

/// A record without a method of its own has the catalog's.
BlockFilter::Answer BlockFilter::markMethods(const LoweredTerm &term)
{
    const std::optional<ColumnBounds> bounds = m_log.columns().bounds(LogColumn::Method, m_first);
    if (bounds && bounds->least > 0)
        return markIds(term.ids, LogColumn::Method);
    const Answer catalog = markIds(term.shapes, LogColumn::Shape);
    if (bounds && bounds->most == 0)
        return catalog;
    if (catalog != Answer::Mixed)
        std::ranges::fill(inUse(m_term), quint8(catalog == Answer::Yes));
    std::ranges::copy(inUse(m_term), m_other.begin());
    const std::span<quint32> ids = std::span(m_ids).first(m_last - m_first);
    m_log.columns().read(LogColumn::Method, m_first, ids);
    term.ids.mark(ids, inUse(m_term));
    for (size_t i = 0; i < ids.size(); ++i) {
        const auto none = quint8(ids[i] == 0);
        m_term[i] = quint8((m_other[i] & none) | (m_term[i] & (none ^ 1)));
    }
    return Answer::Mixed;
}

BlockFilter::Answer BlockFilter::markTimes(const Term &term)
{
    const std::optional<ColumnBounds> bounds = m_log.columns().bounds(LogColumn::Time, m_first);
    const Answer absent = term.absent ? Answer::Yes : Answer::No;
    if (bounds && bounds->least > bounds->most)
        return absent;
    if (bounds && term.intervals) {
        const auto next = std::ranges::find_if(
            *term.intervals, [&](const ZoneClock::Interval &interval) { return interval.end > bounds->least; });
        const bool none = next == term.intervals->end() || next->begin > bounds->most;
        const bool all = !none && next->begin <= bounds->least && next->end > bounds->most;
        const Answer answer = all ? Answer::Yes : Answer::No;
        if ((none || all) && (!bounds->missing || answer == absent))
            return answer;
    }
    const std::span<qint64> times = std::span(m_times).first(m_last - m_first);
    m_log.columns().read(LogColumn::Time, m_first, times);
    if (term.intervals) {
        std::ranges::fill(inUse(m_term), quint8(0));
        for (const ZoneClock::Interval &interval : *term.intervals) {
            for (size_t i = 0; i < times.size(); ++i)
                m_term[i] |= quint8(times[i] >= interval.begin) & quint8(times[i] < interval.end);
        }
    } else {
        term.lowered->matcher->markTimes(times, inUse(m_term));
    }
    for (size_t i = 0; i < times.size() && (!bounds || bounds->missing); ++i)
        m_term[i] = times[i] == noTime ? quint8(term.absent) : m_term[i];
    return Answer::Mixed;
}

/// The column has one id of a record, its transaction's where it has one: of the other it tells nothing.
BlockFilter::Answer BlockFilter::markIds(const LoweredTerm &term)
{
    const bool isOpen = term.kind == IdKind::Activity;
    const auto mayHave = [&](quint64 hash) {
        const IdKind kind = idKind(hash);
        return kind == IdKind::Unclear || (isOpen && kind == IdKind::Transaction)
            || std::ranges::find(term.hashes, hash) != term.hashes.end();
    };
    const Columns &columns = m_log.columns();
    if (const std::optional<ColumnBounds> bounds = columns.bounds(LogColumn::Transaction, m_first))
        return mayHave(quint64(bounds->least)) ? Answer::Yes : Answer::No;
    const std::span<qint64> hashes = std::span(m_times).first(m_last - m_first);
    columns.read(LogColumn::Transaction, m_first, hashes);
    quint8 any = 0;
    for (size_t i = 0; i < hashes.size(); ++i) {
        m_term[i] = quint8(mayHave(quint64(hashes[i])));
        any |= m_term[i];
    }
    return any == 0 ? Answer::No : Answer::Mixed;
}

BlockFilter::Answer BlockFilter::markRows(const std::vector<Row> &rows)
{
    const auto begin = std::ranges::lower_bound(rows, m_first);
    const auto end = std::lower_bound(begin, rows.end(), m_last);
    if (begin == end)
        return Answer::No;
    std::ranges::fill(inUse(m_term), quint8(0));
    for (auto row = begin; row != end; ++row)
        m_term[*row - m_first] = 1;
    return Answer::Mixed;
}

/// Group by group, those rows are searched that are still kept and that columns leave open.
void BlockFilter::filterTexts(const std::stop_token &stop)
{
    if (m_answer == Answer::Yes)
        std::ranges::fill(inUse(m_marks), quint8(1));
    m_answer = Answer::Mixed;
    for (const TextGroup &text : m_textGroups) {
        if (text.answer == Answer::Yes)
            continue;
        std::ranges::copy(inUse(m_marks), m_other.begin());
        for (size_t i = 0; i < m_last - m_first && text.answer == Answer::Mixed; ++i)
            m_other[i] &= text.marks[i] ^ 1;
        std::vector<Row> rows;
        appendMarked(m_other, rows);
        for (const Row row : rows)
            m_marks[row - m_first] = 0;
        m_texts.keep(text.group.texts, rows, stop);
        for (const Row row : rows)
            m_marks[row - m_first] = 1;
    }
}

} // namespace evident
