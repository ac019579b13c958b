#include "timelinecounter.h"

#include "rowparts.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace evident {

namespace {

/// Some bytes each, and enough to zoom in on a hundredth without looking at a row.
constexpr int mostFineBins = 16'384;
/// Methods or codes that have a colour of their own.
constexpr qsizetype mostParts = 7;
/// As many as a chunk of the log's columns has: of all rows of a log, chunks tell their times at once.
constexpr Row blockRows = Columns::chunkRows;
/// What is worth a thread of its own.
constexpr Row smallestPart = 32 * blockRows;
/// Times beyond, of millions of years, are in no fine bin: so that no sum of times overflows.
constexpr qint64 farAway = qint64(1) << 60;

/// The same rows in the log's own order, in which reading costs least.
RowSet inLogOrder(const RowSet &rows)
{
    const std::span<const Row> order = rows.rows();
    if (std::ranges::is_sorted(order))
        return rows;
    const size_t end = size_t(std::ranges::max(order)) + 1;
    if (end == order.size())
        return RowSet::all(Row(end));
    std::vector<bool> kept(end);
    for (const Row row : order)
        kept[row] = true;
    std::vector<Row> sorted;
    sorted.reserve(order.size());
    for (size_t row = 0; row < end; ++row) {
        if (kept[row])
            sorted.push_back(Row(row));
    }
    return RowSet::of(std::move(sorted));
}

/// Behind it are only rows that may become others.
Row settledEnd(const RowSet &rows, Row settledRows)
{
    Row end = rows.size();
    while (end > 0 && rows.at(end - 1) >= settledRows)
        --end;
    return end;
}

/// Adds the positions from `first` up to (not with) `last` to a timeline or a tally.
template <typename Counts>
void addPositions(Counts &counts, const Log &log, const RowSet &rows, Row first, Row last, const std::stop_token &stop)
{
    if (rows.isAll()) {
        counts.addRange(log, first, last, stop);
    } else if (first == 0 && last == rows.size()) {
        counts.add(log, rows, stop);
    } else {
        const std::span<const Row> part = rows.rows().subspan(first, last - first);
        counts.add(log, RowSet::of({part.begin(), part.end()}), stop);
    }
}

Field fieldOf(TimelineGrouping grouping)
{
    return grouping == TimelineGrouping::Method ? Field::Method : Field::Code;
}

QString codeText(const ResolvedEvent &event)
{
    return event.code == noCode ? QString() : QString::number(event.code);
}

} // namespace

void TimelineCounter::startOver(const Question &question)
{
    m_number = question.number;
    m_rows = question.rows.isAll() ? question.rows : inLogOrder(question.rows);
    m_isReordered = question.rows.rows().data() != m_rows.rows().data();
    m_grouping = question.grouping;
    m_parts.clear();
    m_partsOf = 0;
    m_tally = RowTally(m_grouping == TimelineGrouping::Method ? QList{Field::Method} : QList<Field>());
    m_tallied = 0;
    m_resolution.reset();
    forgetCounts();
    m_spans.clear();
    m_strays = TimelineStrays();
}

void TimelineCounter::forgetCounts()
{
    m_counts = Timeline(TimelineBins(), m_series);
    m_counted = 0;
}

/// Who is among the most frequent may change while rows come: they are chosen again when there are twice as many, and
/// when all are there. Only other parts need a new count. False when stopped.
bool TimelineCounter::chooseParts(const Question &question, const std::stop_token &stop)
{
    const Row size = question.rows.size();
    const bool isFixed = m_grouping == TimelineGrouping::Level || m_grouping == TimelineGrouping::Owner;
    if (isFixed) {
        const int count = m_grouping == TimelineGrouping::Level ? int(Severity::Unknown) + 1 : int(Owner::Nobody) + 1;
        m_parts = QList<TimelinePart>(count);
        return true;
    }
    if (!m_parts.isEmpty() && size / 2 < m_partsOf && (!question.isComplete || size == m_partsOf))
        return true;
    if (m_tallied < size) {
        RowTally tally = m_tally;
        addPositions(tally, *question.log, question.rows, m_tallied, size, stop);
        if (stop.stop_requested())
            return false;
        m_tally = std::move(tally);
        m_tallied = size;
    }
    const FacetCounts values = m_tally.counts(fieldOf(m_grouping), *question.log, *question.resolution);
    const qsizetype own = values.size() <= mostParts + 1 ? values.size() : mostParts;
    QList<TimelinePart> parts;
    for (const FacetCount &value : values.first(own))
        parts.append({value.value, false});
    parts.append({{}, true});
    m_partsOf = size;
    if (parts == m_parts)
        return true;
    m_parts = std::move(parts);
    m_resolution.reset();
    forgetCounts();
    return true;
}

void TimelineCounter::updateSeries(const Question &question)
{
    if (m_resolution == question.resolution)
        return;
    m_resolution = question.resolution;
    QHash<QString, int> places;
    for (int i = 0; i + 1 < m_parts.size(); ++i)
        places.insert(m_parts[i].value, i);
    const int count = int(m_parts.size());
    const auto placeOf = [&](const QString &value) { return places.value(value, count - 1); };
    const Resolution &resolution = *m_resolution;
    switch (m_grouping) {
    case TimelineGrouping::Level:
        m_series = TimelineSeries::bySeverity(resolution);
        break;
    case TimelineGrouping::Owner:
        m_series = TimelineSeries::by(resolution, count, [](const ResolvedEvent &event) { return int(event.owner); });
        break;
    case TimelineGrouping::Code:
        m_series =
            TimelineSeries::by(resolution, count, [&](const ResolvedEvent &event) { return placeOf(codeText(event)); });
        break;
    case TimelineGrouping::Method: {
        m_series =
            TimelineSeries::by(resolution, count, [&](const ResolvedEvent &event) { return placeOf(event.method); });
        const Dictionary &methods = question.log->texts(TextColumn::Method);
        m_series.ofMethod.reserve(methods.size());
        for (quint32 id = 0; id < methods.size(); ++id)
            m_series.ofMethod.push_back(quint16(placeOf(methods.text(id))));
        break;
    }
    }
    m_counts.setSeries(m_series);
}

/// Those that are in no bin.
std::vector<Row> TimelineCounter::straysBeside(const Log &log, const TimelineBins &bins) const
{
    std::vector<Row> rows;
    std::ranges::copy_if(m_strays.rows(), std::back_inserter(rows),
                         [&](Row row) { return bins.binOf(log.columns().time(row)) < 0; });
    return rows;
}

/// Fine bins for a span, with what was counted before. Where more rows are to come, they mostly come behind: there is
/// room for half as many again.
void TimelineCounter::makeRoom(const TimeSpan &span, const Question &question)
{
    const TimelineBins bins = m_counts.bins();
    TimeSpan room{std::max(span.first, -farAway), std::min(span.last, farAway)};
    if (bins.count() > 0) {
        const TimeSpan before{bins.begin(0), bins.end(bins.count() - 1) - 1};
        if (room.first >= before.first && room.last <= before.last)
            return;
        const bool isLater = room.last > before.last;
        room = {std::min(room.first, before.first), std::max(room.last, before.last)};
        if (isLater)
            room.last = std::min(room.last + (room.last - room.first) / 2, farAway);
    }
    const TimelineBins wider = TimelineBins::toMakeOthersOf(room, mostFineBins, question.zone);
    if (wider.areMadeOf(bins)) {
        const std::vector<Row> strays = straysBeside(*question.log, bins);
        m_counts = m_counts.inBins(wider);
        std::vector<Row> inBins;
        for (const Row row : strays) {
            if (row < question.rows.at(m_counted) && wider.binOf(question.log->columns().time(row)) >= 0)
                inBins.push_back(row);
        }
        m_counts.add(*question.log, RowSet::of(std::move(inBins)));
    } else {
        m_counts = Timeline(wider, m_series);
        m_counted = 0;
    }
}

/// From when to when the rows of each block are, so that a zoom passes over the others.
void TimelineCounter::findSpans(const Question &question, Row end)
{
    const Columns &columns = question.log->columns();
    m_spans.resize((end - 1) / blockRows + 1);
    forParts(m_counted, end, partsOf(end - m_counted, smallestPart), [&](Row, Row first, Row last) {
        while (first < last) {
            const Row next = std::min(last, first - first % blockRows + blockRows);
            std::optional<TimeSpan> &span = m_spans[first / blockRows];
            span = united(span, timeSpan(columns, question.rows, first, next));
            first = next;
        }
    });
}

/// False when stopped.
bool TimelineCounter::countSettled(const Question &question, const std::stop_token &stop)
{
    const Log &log = *question.log;
    const Row end = settledEnd(question.rows, log.settledRows());
    if (end <= m_counted)
        return true;
    findSpans(question, end);
    if (!m_strays.update(log.columns(), question.rows, end, question.isComplete, m_spans, blockRows, stop))
        forgetCounts();
    if (stop.stop_requested())
        return false;
    if (m_strays.bulk())
        makeRoom(m_strays.bulk()->span, question);
    Timeline counts = m_counts;
    addPositions(counts, log, question.rows, m_counted, end, stop);
    if (stop.stop_requested())
        return false;
    m_counts = std::move(counts);
    m_counted = end;
    return true;
}

/// The few rows that may become others are looked at anew each time.
void TimelineCounter::tellSpans(TimelineReading &reading, const Question &question) const
{
    const Columns &columns = question.log->columns();
    std::optional<BulkSpan> bulk = m_strays.bulk();
    for (Row position = m_counted; position < question.rows.size(); ++position) {
        const qint64 time = columns.time(question.rows.at(position));
        if (time == noTime)
            continue;
        if (!bulk)
            bulk = BulkSpan{{time, time}, {time, time}, {-farAway, farAway}, 0, 0};
        bulk->add(time);
    }
    if (!bulk)
        return;
    reading.whole = bulk->whole;
    reading.bulk = bulk->span;
    reading.straysBefore = bulk->before;
    reading.straysAfter = bulk->after;
}

/// Adds what was counted already, of the blocks that have rows within the bins.
void TimelineCounter::countIn(Timeline &counts, const Question &question, const std::stop_token &stop) const
{
    const TimelineBins &bins = counts.bins();
    const auto isWithin = [&](const std::optional<TimeSpan> &span) {
        return span && span->last >= bins.begin(0) && span->first < bins.end(bins.count() - 1);
    };
    // Most blocks with a stray have it far from the bins.
    const bool hasStrays = straysBeside(*question.log, bins).size() < m_strays.rows().size();
    const TimelineStrays::BlockSpans &spans = hasStrays ? m_spans : m_strays.spans();
    for (size_t block = 0; block < spans.size();) {
        if (!isWithin(spans[block])) {
            ++block;
            continue;
        }
        const size_t first = block;
        while (block < spans.size() && isWithin(spans[block]))
            ++block;
        addPositions(counts, *question.log, question.rows, Row(first) * blockRows,
                     std::min(m_counted, Row(block) * blockRows), stop);
    }
}

std::optional<TimelineReading> TimelineCounter::read(const Question &asked, const Wanted &wanted,
                                                     const std::stop_token &stop, const std::stop_token &stopCounting)
{
    Question question = asked;
    if (m_number != question.number || m_grouping != question.grouping)
        startOver(question);
    if (m_isReordered)
        question.rows = m_rows;
    if (!chooseParts(question, stopCounting))
        return {};
    updateSeries(question);
    if (!countSettled(question, stopCounting))
        return {};

    TimelineReading reading;
    reading.grouping = m_grouping;
    reading.parts = m_parts;
    reading.rows = question.rows.size();
    reading.isComplete = question.isComplete;
    const Log &log = *question.log;
    tellSpans(reading, question);
    const auto &shown = wanted.span ? wanted.span : wanted.withStrays ? reading.whole : reading.bulk;
    const TimelineBins bins = shown ? TimelineBins(*shown, wanted.bins, question.zone) : TimelineBins();
    const bool areSums = bins.areMadeOf(m_counts.bins());
    reading.counts = areSums ? m_counts.inBins(bins) : Timeline(bins, m_series);
    // The few rows that may become others are counted anew each time.
    addPositions(reading.counts, log, question.rows, m_counted, question.rows.size(), stop);
    reading.withoutTime = reading.counts.withoutTime() + (areSums ? 0 : m_counts.withoutTime());
    if (areSums)
        reading.counts.add(log, RowSet::of(straysBeside(log, m_counts.bins())), stop);
    else
        countIn(reading.counts, question, stop);
    if (stop.stop_requested())
        return {};
    return reading;
}

} // namespace evident
