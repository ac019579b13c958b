#include "loghighlights.h"

#include "frequenttexts.h"
#include "highlightcounter.h"
#include "lowering.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace evident {

namespace {

/// Levels and methods that are told; a log that has more of them has something else in their place.
constexpr qsizetype mostValues = 20;
/// Users or applications that are looked at closely, each with its spellings.
constexpr size_t mostCandidates = 12;

bool isError(const ResolvedEvent &event)
{
    return severityOf(event.level) <= Severity::Error;
}

/// The counts as the query language has them: spellings that one term keeps are one value, called by its most frequent
/// spelling.
FacetCounts asAsked(Field field, const FacetCounts &counts)
{
    FacetCounts asked;
    QSet<QString> told;
    for (const FacetCount &facet : counts) {
        if (told.contains(facet.value))
            continue;
        if (asked.size() == mostValues)
            break;
        const TermMatcher matcher(valueGroup(field, facet.value).first(), {});
        FacetCount sum{facet.value, 0};
        for (const FacetCount &other : counts) {
            if (matcher.matchesValue(other.value)) {
                sum.count += other.count;
                told.insert(other.value);
            }
        }
        asked.append(sum);
    }
    return asked;
}

bool isMore(const FacetCount &left, const FacetCount &right)
{
    return std::tuple(-left.count, left.value) < std::tuple(-right.count, right.value);
}

/// Puts what the counters know together; lives for the call of logHighlights().
class Highlighter
{
public:
    Highlighter(const Log &log, const Resolution &resolution, const HighlightCounter &counter,
                LogHighlights &highlights)
        : m_log(log),
          m_resolution(resolution),
          m_counter(counter),
          m_highlights(highlights)
    { }

    void addShapes(const std::vector<qint64> &shapes);
    void addUsers();
    void addRising();

private:
    struct Candidate
    {
        LogHighlights::Rising rising;
        qint64 distinct = 0; ///< records of the last hour
    };

    void addCode(const ResolvedEvent &event, qint64 count);
    FacetCounts mostErrors(TextColumn column) const;
    void addRisingCodes(const HourCounts &ordinary);
    void addRisingTexts(TextColumn column, const HourCounts &ordinary);
    void take(std::vector<Candidate> rising);
    HourCounts all() const;
    HourCounts ordinary() const;
    ValueCounts countsOf(TextColumn column, quint32 id) const
    {
        return column == TextColumn::User ? m_counter.ofUser(id) : m_counter.ofApplication(id);
    }
    quint32 idCount(TextColumn column) const
    {
        return column == TextColumn::User ? m_counter.userCount() : m_counter.applicationCount();
    }
    static Field fieldOf(TextColumn column) { return column == TextColumn::User ? Field::User : Field::Application; }
    IdSet asked(TextColumn column, const QString &value) const;
    ValueCounts sum(TextColumn column, const IdSet &ids) const;
    template <typename Score>
    std::vector<quint32> candidates(TextColumn column, size_t most, const Score &score) const;

    const Log &m_log;
    const Resolution &m_resolution;
    const HighlightCounter &m_counter;
    LogHighlights &m_highlights;
    /// By kind and code, with the levels and descriptions of its records.
    struct Bucket
    {
        LogHighlights::Code code;
        FrequentTexts<std::pair<QString, QString>> texts;
    };
    std::map<std::pair<Kind, qint64>, Bucket> m_codes;
};

void Highlighter::addCode(const ResolvedEvent &event, qint64 count)
{
    // Records without a code have nothing in common that a level or a description could say.
    const bool hasCode = event.code != noCode;
    Bucket &bucket = m_codes[{hasCode ? event.kind : Kind::None, event.code}];
    bucket.code.count += count;
    if (hasCode)
        bucket.texts.add({event.level, event.description}, count);
    if (event.flags.testFlag(EventFlag::WordDrift))
        bucket.code.drift += count;
    if (event.flags.testFlag(EventFlag::FormDrift))
        bucket.code.formDrift += count;
    bucket.code.unknown = bucket.code.unknown || event.flags.testFlag(EventFlag::UnknownCode);
}

void Highlighter::addShapes(const std::vector<qint64> &shapes)
{
    QHash<QString, qint64> owners;
    QSet<QString> errorLevels;
    for (size_t shape = 0; shape < shapes.size() && qsizetype(shape) < m_resolution.size(); ++shape) {
        const ResolvedEvent &event = m_resolution[qsizetype(shape)];
        if (isError(event))
            errorLevels.insert(event.level.toCaseFolded());
        if (shapes[shape] == 0)
            continue;
        addCode(event, shapes[shape]);
        if (!isError(event))
            continue;
        m_highlights.errors += shapes[shape];
        owners[ownerToken(event.owner)] += shapes[shape];
    }
    m_highlights.errorLevels = errorLevels.values();
    m_highlights.errorLevels.sort();
    for (auto owner = owners.begin(); owner != owners.end(); ++owner)
        m_highlights.ownersOfErrors.append({owner.key(), owner.value()});
    std::sort(m_highlights.ownersOfErrors.begin(), m_highlights.ownersOfErrors.end(), isMore);
    for (auto &[key, bucket] : m_codes) {
        LogHighlights::Code &code = bucket.code;
        std::tie(code.kind, code.code) = key;
        if (const auto texts = bucket.texts.mostFrequent())
            std::tie(code.level, code.description) = *texts;
        m_highlights.codes.append(code);
        m_highlights.unknownCode += code.unknown ? code.count : 0;
        m_highlights.drift += code.drift;
        m_highlights.formDrift += code.formDrift;
    }
    std::sort(m_highlights.codes.begin(), m_highlights.codes.end(), [](const auto &left, const auto &right) {
        return std::tuple(-left.count, left.code, left.kind) < std::tuple(-right.count, right.code, right.kind);
    });
}

/// The ids that `user:VALUE` keeps.
IdSet Highlighter::asked(TextColumn column, const QString &value) const
{
    const LoweredQuery query = lowerQuery(Query({valueGroup(fieldOf(column), value)}), {}, m_log, {});
    return query.groups.front().front().ids;
}

ValueCounts Highlighter::sum(TextColumn column, const IdSet &ids) const
{
    ValueCounts counts;
    for (quint32 id = 0; id < idCount(column); ++id) {
        if (ids.contains(id))
            counts.add(countsOf(column, id));
    }
    return counts;
}

/// The ids with the highest scores above 0, ties by text; "" is none.
template <typename Score>
std::vector<quint32> Highlighter::candidates(TextColumn column, size_t most, const Score &score) const
{
    std::vector<std::pair<qint64, quint32>> scores;
    for (quint32 id = 1; id < idCount(column); ++id) {
        if (const qint64 value = score(countsOf(column, id)); value > 0)
            scores.emplace_back(value, id);
    }
    const size_t count = std::min(most, scores.size());
    const Dictionary &texts = m_log.texts(column);
    std::partial_sort(scores.begin(), scores.begin() + qsizetype(count), scores.end(),
                      [&texts](const auto &left, const auto &right) {
                          return left.first != right.first ? left.first > right.first
                                                           : texts.utf8(left.second) < texts.utf8(right.second);
                      });
    std::vector<quint32> ids;
    ids.reserve(count);
    for (size_t i = 0; i < count; ++i)
        ids.push_back(scores[i].second);
    return ids;
}

FacetCounts Highlighter::mostErrors(TextColumn column) const
{
    FacetCounts most;
    IdSet told;
    for (const quint32 id :
         candidates(column, mostCandidates, [](const ValueCounts &counts) { return counts.errors; })) {
        if (told.contains(id))
            continue;
        const QString value = m_log.texts(column).text(id);
        const IdSet ids = asked(column, value);
        told.insert(ids);
        most.append({value, sum(column, ids).errors});
    }
    std::sort(most.begin(), most.end(), isMore);
    return most.mid(0, qsizetype(LogHighlights::mostTold));
}

void Highlighter::addUsers()
{
    m_highlights.usersByErrors = mostErrors(TextColumn::User);
    m_highlights.applicationsByErrors = mostErrors(TextColumn::Application);
}

HourCounts Highlighter::all() const
{
    ValueCounts all;
    for (const ValueCounts &counts : m_counter.shapes())
        all.add(counts);
    return all.distinct;
}

HourCounts Highlighter::ordinary() const
{
    ValueCounts all;
    const std::vector<ValueCounts> &shapes = m_counter.shapes();
    for (size_t shape = 0; shape < shapes.size() && qsizetype(shape) < m_resolution.size(); ++shape) {
        if (!isError(m_resolution[qsizetype(shape)]))
            all.add(shapes[shape]);
    }
    return all.distinct;
}

void Highlighter::addRisingCodes(const HourCounts &ordinary)
{
    struct CodeCounts
    {
        ValueCounts counts;
        bool isError = false;
    };
    std::map<std::pair<Kind, qint64>, CodeCounts> codes;
    const std::vector<ValueCounts> &shapes = m_counter.shapes();
    for (size_t shape = 0; shape < shapes.size() && qsizetype(shape) < m_resolution.size(); ++shape) {
        const ResolvedEvent &event = m_resolution[qsizetype(shape)];
        if (event.code == noCode)
            continue;
        CodeCounts &code = codes[{event.kind, event.code}];
        code.counts.add(shapes[shape]);
        code.isError = code.isError || isError(event);
    }
    std::vector<Candidate> rising;
    const HourCounts everything = all();
    for (const auto &[key, code] : codes) {
        const ValueCounts &counts = code.counts;
        // What is ordinary itself is held against all others.
        const HourCounts others = code.isError ? ordinary : everything - counts.distinct;
        if (const auto rise = riseOf(counts.distinct, others, m_highlights.lastHour->hours))
            rising.push_back({{Field::Code,
                               key.first,
                               key.second,
                               {},
                               m_codes[key].code.description,
                               counts.lastHour,
                               counts.hourBefore,
                               *rise},
                              counts.distinct.last});
    }
    take(std::move(rising));
}

void Highlighter::addRisingTexts(TextColumn column, const HourCounts &ordinary)
{
    const double hours = m_highlights.lastHour->hours;
    std::vector<Candidate> rising;
    IdSet told;
    const auto score = [&](const ValueCounts &counts) {
        return riseOf(counts.distinct, ordinary, hours) ? counts.distinct.last : 0;
    };
    for (const quint32 id : candidates(column, mostCandidates, score)) {
        if (told.contains(id))
            continue;
        const QString value = m_log.texts(column).text(id);
        const IdSet ids = asked(column, value);
        told.insert(ids);
        const ValueCounts counts = sum(column, ids);
        if (const auto rise = riseOf(counts.distinct, ordinary, hours))
            rising.push_back(
                {{fieldOf(column), Kind::None, noCode, value, {}, counts.lastHour, counts.hourBefore, *rise},
                 counts.distinct.last});
    }
    take(std::move(rising));
}

/// The first ones, by what does not change when records are repeated.
void Highlighter::take(std::vector<Candidate> rising)
{
    std::stable_sort(rising.begin(), rising.end(), [](const Candidate &left, const Candidate &right) {
        return std::tuple(!left.rising.rise.isNew, -left.distinct)
            < std::tuple(!right.rising.rise.isNew, -right.distinct);
    });
    for (size_t i = 0; i < std::min(rising.size(), size_t(LogHighlights::mostRising)); ++i)
        m_highlights.rising.append(rising[i].rising);
}

void Highlighter::addRising()
{
    if (!m_highlights.lastHour)
        return;
    const HourCounts others = ordinary();
    addRisingCodes(others);
    addRisingTexts(TextColumn::User, others);
    addRisingTexts(TextColumn::Application, others);
}

} // namespace

Group valueGroup(Field field, const QString &value)
{
    return {Term{field, {}, false, {queryValue(field, value).value_or(TextValue{value})}}};
}

Group errorGroup(const QStringList &errorLevels)
{
    QList<Value> values;
    for (const QString &level : errorLevels)
        values.append(TextValue{level});
    if (values.isEmpty())
        values.append(TextValue{QStringLiteral("error")});
    return {Term{Field::Level, {}, false, values}};
}

LogHighlights logHighlights(const Log &log, const Resolution &resolution, const RowSet &rows,
                            const std::stop_token &stop)
{
    LogHighlights highlights;
    highlights.matched = rows.size();
    RowTally tally({Field::Method});
    tally.add(log, rows, stop);
    highlights.levels = asAsked(Field::Level, tally.counts(Field::Level, log, resolution));
    highlights.methods = asAsked(Field::Method, tally.counts(Field::Method, log, resolution));
    highlights.times = bulkSpan(log.columns(), rows, stop);
    if (highlights.times) {
        const LastHour hour(highlights.times->span.first, highlights.times->span.last);
        if (hour.isComparable())
            highlights.lastHour = hour;
    }
    std::vector<char> errors;
    errors.reserve(size_t(resolution.size()));
    for (const ResolvedEvent &event : resolution)
        errors.push_back(isError(event) ? 1 : 0);
    HighlightCounter counter(log, std::move(errors), highlights.lastHour);
    counter.count(rows, stop);
    if (stop.stop_requested())
        return highlights;
    Highlighter highlighter(log, resolution, counter, highlights);
    highlighter.addShapes(tally.shapes());
    highlighter.addUsers();
    highlighter.addRising();
    if (highlights.times)
        highlights.silences = counter.minutes().unusual(highlights.times->span);
    return highlights;
}

} // namespace evident
