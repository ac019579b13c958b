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

void addCounts(IdCounts &counts, const IdCounts &more)
{
    if (more.size() > counts.size())
        counts.resize(more.size());
    for (size_t id = 0; id < more.size(); ++id)
        counts[id] += more[id];
}

/// The ids of the `most` frequent texts (among equally frequent ones those that came first) and those in `told`.
std::vector<quint32> frequentIds(const IdCounts &counts, size_t most, const IdSet &told)
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

QHash<QString, qint64> countsOfTexts(const IdCounts &counts, const Dictionary &texts, size_t most, IdSet &told)
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

/// Some rows whose values are read together, and where to.
struct RowTally::Block
{
    const Columns &columns;
    Row first = 0; ///< the rows from it on, where they are not listed
    Row count = 0;
    std::span<const Row> listed = {};
    std::array<quint32, Columns::chunkRows> shapes{};
    std::array<quint32, Columns::chunkRows> methods{};

    void read(LogColumn column, std::span<quint32> values) const
    {
        if (listed.empty())
            columns.read(column, first, values);
        else
            columns.gather(column, listed, values);
    }
    void addCounts(LogColumn column, IdCounts &counts)
    {
        if (listed.empty())
            return columns.addCounts(column, first, count, counts);
        const std::span<quint32> ids = std::span(methods).first(count);
        columns.gather(column, listed, ids);
        addIds(counts, ids);
    }
    IdBounds boundsIn(LogColumn column, std::span<const quint32> values) const
    {
        const std::optional<ColumnBounds> bounds = listed.empty() ? columns.bounds(column, first) : std::nullopt;
        return bounds ? IdBounds{quint32(bounds->least), quint32(bounds->most)} : boundsOf(values);
    }
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

void RowTally::addBlock(Block &block)
{
    m_rows += block.count;
    if (countsMethods())
        addShapesAndMethods(block);
    else
        block.addCounts(LogColumn::Shape, m_shapesWithMethod);
    for (const TextColumn column : m_columns) {
        if (column != TextColumn::Method)
            block.addCounts(logColumn(column), m_ids[size_t(column)]);
    }
}

/// Shapes by whether the rows have a method of their own: those without one count by their shapes.
void RowTally::addShapesAndMethods(Block &block)
{
    IdCounts &own = m_ids[size_t(TextColumn::Method)];
    const std::span<quint32> methods = std::span(block.methods).first(block.count);
    const std::span<quint32> shapes = std::span(block.shapes).first(block.count);
    block.read(LogColumn::Method, methods);
    block.read(LogColumn::Shape, shapes);
    const IdBounds method = block.boundsIn(LogColumn::Method, methods);
    const IdBounds shape = block.boundsIn(LogColumn::Shape, shapes);
    makeRoom(own, method.most);
    makeRoom(m_shapesWithMethod, shape.most);
    makeRoom(m_shapesWithoutMethod, shape.most);
    const quint64 shapeCount = quint64(shape.most - shape.least) + 1;
    const auto count = [&](quint32 width, const auto &methodAt, const auto &add) {
        countSmall(
            shapes.size(), quint32(shapeCount) * width,
            [&](size_t i) { return (shapes[i] - shape.least) * width + methodAt(i); },
            [&](quint32 key, quint32 times) { add(shape.least + key / width, key % width, times); });
    };
    // Both at once where few keys tell them; else one after the other.
    if (const quint64 width = quint64(method.most - method.least) + 1; shapeCount * width <= smallTable) {
        count(
            quint32(width), [&](size_t i) { return methods[i] - method.least; },
            [&](quint32 shapeId, quint32 place, quint32 times) {
                const quint32 methodId = method.least + place;
                (methodId == 0 ? m_shapesWithoutMethod : m_shapesWithMethod)[shapeId] += times;
                own[methodId] += methodId == 0 ? 0 : times;
            });
        return;
    }
    addIds(own, methods);
    own.front() = 0;
    if (shapeCount * 2 <= smallTable) {
        count(
            2, [&](size_t i) { return quint32(methods[i] == 0); },
            [&](quint32 shapeId, quint32 none, quint32 times) {
                (none != 0 ? m_shapesWithoutMethod : m_shapesWithMethod)[shapeId] += times;
            });
        return;
    }
    for (size_t i = 0; i < shapes.size(); ++i)
        ++(methods[i] == 0 ? m_shapesWithoutMethod : m_shapesWithMethod)[shapes[i]];
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
        Block block{log.columns()};
        for (block.first = from; block.first < to && !stop.stop_requested(); block.first += block.count) {
            block.count = std::min(to - block.first, Columns::chunkRows - block.first % Columns::chunkRows);
            tally.addBlock(block);
        }
    });
}

void RowTally::add(const Log &log, const RowSet &rows, std::stop_token stop)
{
    if (rows.isAll())
        return addRange(log, 0, rows.size(), stop);
    addParts(0, rows.size(), [&](RowTally &tally, Row from, Row to) {
        Block block{log.columns()};
        for (Row position = from; position < to && !stop.stop_requested(); position += block.count) {
            block.count = std::min(to - position, Columns::chunkRows);
            block.listed = rows.rows().subspan(position, block.count);
            tally.addBlock(block);
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
