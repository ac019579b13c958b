#include "facets.h"

#include "logcolumn.h"
#include "rowparts.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <span>

namespace evident {

namespace {

/// What is worth a thread of its own.
constexpr Row smallestPart = 32 * Columns::chunkRows;
/// Keys so close together are counted in a table that stays in the processor's nearest cache.
constexpr quint32 smallTable = 1024;
/// So many tables are filled in turn: equal keys in a row would wait for each other's count.
constexpr size_t tables = 4;

std::optional<TextColumn> textColumn(Field field)
{
    switch (field) {
    case Field::User:
        return TextColumn::User;
    case Field::Method:
        return TextColumn::Method;
    case Field::Application:
        return TextColumn::Application;
    case Field::SourceIp:
        return TextColumn::Address;
    default:
        return {};
    }
}

void makeRoom(std::vector<quint32> &counts, quint32 id)
{
    if (id >= counts.size())
        counts.resize(std::max<size_t>(size_t(id) + 1, counts.size() * 2), 0);
}

/// Counts keys from `least` to `least + length - 1`, calling add(key, count) for those that there are.
template <typename Add>
void countSmall(std::span<const quint32> keys, quint32 least, quint32 length, const Add &add)
{
    std::array<quint32, tables * smallTable> counts; // NOLINT(cppcoreguidelines-pro-type-member-init): below
    std::fill_n(counts.begin(), tables * length, 0U);
    size_t i = 0;
    for (; i + tables <= keys.size(); i += tables) {
        for (size_t table = 0; table < tables; ++table)
            ++counts[table * length + (keys[i + table] - least)];
    }
    for (; i < keys.size(); ++i)
        ++counts[keys[i] - least];
    for (quint32 key = 0; key < length; ++key) {
        quint32 sum = 0;
        for (size_t table = 0; table < tables; ++table)
            sum += counts[table * length + key];
        if (sum > 0)
            add(least + key, sum);
    }
}

struct IdBounds
{
    quint32 least = std::numeric_limits<quint32>::max();
    quint32 most = 0;
};

/// A plain loop: std::ranges::minmax() compares in pairs, which no compiler makes wide.
IdBounds boundsOf(std::span<const quint32> ids)
{
    IdBounds bounds;
    for (const quint32 id : ids) {
        bounds.least = std::min(bounds.least, id);
        bounds.most = std::max(bounds.most, id);
    }
    return bounds;
}

void addIds(std::vector<quint32> &counts, std::span<const quint32> ids)
{
    const auto [least, most] = boundsOf(ids);
    makeRoom(counts, most);
    if (least == most) {
        counts[least] += quint32(ids.size());
    } else if (most - least < smallTable) {
        countSmall(ids, least, most - least + 1, [&](quint32 id, quint32 count) { counts[id] += count; });
    } else {
        for (const quint32 id : ids)
            ++counts[id];
    }
}

void addCounts(std::vector<quint32> &counts, const std::vector<quint32> &more)
{
    if (more.size() > counts.size())
        counts.resize(more.size());
    for (size_t id = 0; id < more.size(); ++id)
        counts[id] += more[id];
}

/// The ids of the `most` frequent texts (among equally frequent ones those that came first) and those in `told`.
std::vector<quint32> frequentIds(const std::vector<quint32> &counts, size_t most, const IdSet &told)
{
    std::vector<quint32> sizes;
    std::ranges::copy_if(counts, std::back_inserter(sizes), [](quint32 count) { return count > 0; });
    quint32 smallest = 1;
    size_t ofSmallest = sizes.size();
    if (sizes.size() > most) {
        const auto last = sizes.begin() + qsizetype(most) - 1;
        std::ranges::nth_element(sizes, last, std::greater{});
        smallest = *last;
        ofSmallest = size_t(std::count(sizes.begin(), last + 1, smallest));
    }
    std::vector<quint32> ids;
    for (quint32 id = 0; id < counts.size(); ++id) {
        if (counts[id] == 0)
            continue;
        const bool frequent = counts[id] > smallest || (counts[id] == smallest && ofSmallest > 0);
        if (counts[id] == smallest && ofSmallest > 0)
            --ofSmallest;
        if (frequent || told.contains(id))
            ids.push_back(id);
    }
    return ids;
}

QHash<QString, qint64> countsOfTexts(const std::vector<quint32> &counts, const Dictionary &texts, size_t most,
                                     IdSet &told)
{
    QHash<QString, qint64> values;
    for (const quint32 id : frequentIds(counts, most, told)) {
        values[texts.text(id)] += counts[id];
        told.insert(id);
    }
    return values;
}

template <typename Counts, typename ValueOf>
QHash<QString, qint64> countsOfShapes(const Counts &counts, const Resolution &resolution, ValueOf valueOf)
{
    QHash<QString, qint64> values;
    for (std::size_t id = 0; id < counts.size() && qsizetype(id) < resolution.size(); ++id) {
        if (counts[id] > 0)
            values[valueOf(resolution[qsizetype(id)])] += counts[id];
    }
    return values;
}

QString codeText(const ResolvedEvent &event)
{
    return event.code == noCode ? QString() : QString::number(event.code);
}

bool isBefore(const FacetCount &left, const FacetCount &right)
{
    return left.count != right.count ? left.count > right.count : left.value < right.value;
}

bool isCodeBefore(const FacetCount &left, const FacetCount &right)
{
    return left.count != right.count ? left.count > right.count : left.value.toLongLong() < right.value.toLongLong();
}

bool isLevelBefore(const FacetCount &left, const FacetCount &right)
{
    const Severity leftWeight = severityOf(left.value);
    const Severity rightWeight = severityOf(right.value);
    return leftWeight != rightWeight ? leftWeight < rightWeight : isBefore(left, right);
}

FacetCounts sorted(const QHash<QString, qint64> &values, Field field)
{
    FacetCounts counts;
    counts.reserve(values.size());
    for (auto value = values.begin(); value != values.end(); ++value)
        counts.append({value.key(), value.value()});
    const auto before = field == Field::Level ? isLevelBefore : field == Field::Code ? isCodeBefore : isBefore;
    std::sort(counts.begin(), counts.end(), before);
    return counts;
}

} // namespace

/// Where a block's values are read to.
struct RowTally::Block
{
    std::array<quint32, Columns::chunkRows> shapes{};
    std::array<quint32, Columns::chunkRows> ids{};
    Row count = 0;
};

RowTally::RowTally(const QList<Field> &fields)
{
    for (const Field field : fields) {
        if (const std::optional<TextColumn> column = textColumn(field))
            m_columns.push_back(*column);
    }
}

bool RowTally::countsMethods() const
{
    return std::ranges::find(m_columns, TextColumn::Method) != m_columns.end();
}

/// `fetch` reads a column of the block's rows.
template <typename Fetch>
void RowTally::addBlock(Block &block, Row count, const Fetch &fetch)
{
    block.count = count;
    m_rows += count;
    const std::span<quint32> ids = std::span(block.ids).first(count);
    const std::span<quint32> shapes = std::span(block.shapes).first(count);
    fetch(LogColumn::Shape, shapes);
    if (!countsMethods())
        addIds(m_shapesWithMethod, shapes);
    for (const TextColumn column : m_columns) {
        fetch(logColumn(column), ids);
        if (column == TextColumn::Method)
            addShapes(block);
        addIds(m_ids[size_t(column)], ids);
        if (column == TextColumn::Method)
            m_ids[size_t(column)].front() = 0; // rows without one count by their shapes
    }
}

/// By whether the rows have a method of their own; the methods are in the block's ids.
void RowTally::addShapes(Block &block)
{
    const std::span<quint32> methods = std::span(block.ids).first(block.count);
    const std::span<quint32> shapes = std::span(block.shapes).first(block.count);
    const auto [leastMethod, mostMethod] = boundsOf(methods);
    if (mostMethod == 0)
        return addIds(m_shapesWithoutMethod, shapes);
    if (leastMethod > 0)
        return addIds(m_shapesWithMethod, shapes);
    const auto [least, most] = boundsOf(shapes);
    makeRoom(m_shapesWithMethod, most);
    makeRoom(m_shapesWithoutMethod, most);
    if (most - least >= smallTable / 2) {
        for (size_t i = 0; i < shapes.size(); ++i)
            ++(methods[i] == 0 ? m_shapesWithoutMethod : m_shapesWithMethod)[shapes[i]];
        return;
    }
    for (size_t i = 0; i < shapes.size(); ++i)
        shapes[i] = (shapes[i] - least) * 2 + quint32(methods[i] == 0);
    countSmall(shapes, 0, (most - least + 1) * 2, [&, least = least](quint32 key, quint32 count) {
        (key % 2 == 1 ? m_shapesWithoutMethod : m_shapesWithMethod)[least + key / 2] += count;
    });
}

void RowTally::merge(const RowTally &other)
{
    m_rows += other.m_rows;
    addCounts(m_shapesWithMethod, other.m_shapesWithMethod);
    addCounts(m_shapesWithoutMethod, other.m_shapesWithoutMethod);
    for (size_t column = 0; column < m_ids.size(); ++column)
        addCounts(m_ids[column], other.m_ids[column]);
}

/// Parts of the rows are added by add(tally, first, last) at the same time, each to a tally of its own.
template <typename Add>
void RowTally::addParts(Row first, Row last, const Add &add)
{
    const Row parts = first < last ? partsOf(last - first, smallestPart) : 1;
    if (parts == 1)
        return add(*this, first, last);
    RowTally empty{QList<Field>()};
    empty.m_columns = m_columns;
    std::vector<RowTally> tallies(parts, empty);
    forParts(first, last, parts, [&](Row part, Row from, Row to) { add(tallies[part], from, to); });
    for (const RowTally &tally : tallies)
        merge(tally);
}

void RowTally::addRange(const Log &log, Row first, Row last, std::stop_token stop)
{
    addParts(first, last, [&](RowTally &tally, Row from, Row to) {
        Block block;
        for (Row row = from; row < to && !stop.stop_requested();) {
            const Row count = std::min(to - row, Columns::chunkRows - row % Columns::chunkRows);
            tally.addBlock(block, count, [&](LogColumn column, std::span<quint32> values) {
                log.columns().read(column, row, values);
            });
            row += count;
        }
    });
}

void RowTally::add(const Log &log, const RowSet &rows, std::stop_token stop)
{
    if (rows.isAll())
        return addRange(log, 0, rows.size(), stop);
    addParts(0, rows.size(), [&](RowTally &tally, Row from, Row to) {
        Block block;
        for (Row position = from; position < to && !stop.stop_requested();) {
            const std::span<const Row> part =
                rows.rows().subspan(position, std::min(to - position, Columns::chunkRows));
            tally.addBlock(block, Row(part.size()), [&](LogColumn column, std::span<quint32> values) {
                log.columns().gather(column, part, values);
            });
            position += Row(part.size());
        }
    });
}

std::vector<qint64> RowTally::shapes() const
{
    std::vector<qint64> shapes(std::max(m_shapesWithMethod.size(), m_shapesWithoutMethod.size()));
    for (size_t id = 0; id < m_shapesWithMethod.size(); ++id)
        shapes[id] += m_shapesWithMethod[id];
    for (size_t id = 0; id < m_shapesWithoutMethod.size(); ++id)
        shapes[id] += m_shapesWithoutMethod[id];
    return shapes;
}

FacetCounts RowTally::counts(Field field, const Log &log, const Resolution &resolution) const
{
    IdSet told;
    return counts(field, log, resolution, std::numeric_limits<size_t>::max(), told);
}

FacetCounts RowTally::counts(Field field, const Log &log, const Resolution &resolution, size_t most, IdSet &told) const
{
    const auto ofShapes = [&](auto valueOf) { return sorted(countsOfShapes(shapes(), resolution, valueOf), field); };
    const auto ofTexts = [&](TextColumn column) {
        return countsOfTexts(m_ids[size_t(column)], log.texts(column), most, told);
    };
    switch (field) {
    case Field::Level:
        return ofShapes([](const ResolvedEvent &event) { return event.level; });
    case Field::Category:
        return ofShapes([](const ResolvedEvent &event) { return event.category; });
    case Field::Outcome:
        return ofShapes([](const ResolvedEvent &event) { return outcomeToken(event.outcome); });
    case Field::Owner:
        return ofShapes([](const ResolvedEvent &event) { return ownerToken(event.owner); });
    case Field::Kind:
        return ofShapes([](const ResolvedEvent &event) { return kindToken(event.kind); });
    case Field::Code:
        return ofShapes(codeText);
    case Field::Method: {
        QHash<QString, qint64> values = ofTexts(TextColumn::Method);
        const QHash<QString, qint64> fromCatalog =
            countsOfShapes(m_shapesWithoutMethod, resolution, [](const ResolvedEvent &event) { return event.method; });
        for (auto value = fromCatalog.begin(); value != fromCatalog.end(); ++value)
            values[value.key()] += value.value();
        return sorted(values, field);
    }
    case Field::User:
    case Field::Application:
    case Field::SourceIp:
        return sorted(ofTexts(*textColumn(field)), field);
    default:
        return {};
    }
}

} // namespace evident
