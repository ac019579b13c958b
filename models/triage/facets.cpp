#include "facets.h"

#include <QHash>

namespace evident {

namespace {

void count(std::vector<qint64> &counts, quint32 id)
{
    if (id >= counts.size())
        counts.resize(std::max<std::size_t>(id + 1, counts.size() * 2), 0);
    ++counts[id];
}

QHash<QString, qint64> countsOfTexts(const std::vector<qint64> &counts, const Dictionary &texts)
{
    QHash<QString, qint64> values;
    for (quint32 id = 0; id < counts.size(); ++id) {
        if (counts[id] > 0)
            values[texts.text(id)] += counts[id];
    }
    return values;
}

template <typename ValueOf>
QHash<QString, qint64> countsOfShapes(const std::vector<qint64> &counts, const Resolution &resolution, ValueOf valueOf)
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

void RowTally::add(const Log &log, const RowSet &rows, std::stop_token stop)
{
    constexpr Row stopInterval = 4096;
    for (Row position = 0; position < rows.size(); ++position) {
        if (position % stopInterval == 0 && stop.stop_requested())
            return;
        addRow(log, rows.at(position));
    }
}

void RowTally::addRange(const Log &log, Row first, Row last)
{
    for (Row row = first; row < last; ++row)
        addRow(log, row);
}

void RowTally::addRow(const Log &log, Row row)
{
    const Columns &columns = log.columns();
    const ShapeId shape = columns.shape(row);
    const quint32 method = columns.method(row);
    ++m_rows;
    count(m_shapes, shape);
    if (method == 0)
        count(m_shapesWithoutMethod, shape);
    else
        count(m_methods, method);
    count(m_users, columns.user(row));
    count(m_applications, columns.application(row));
    count(m_addresses, columns.address(row));
}

FacetCounts RowTally::counts(Field field, const Log &log, const Resolution &resolution) const
{
    const auto ofShapes = [&](auto valueOf) { return sorted(countsOfShapes(m_shapes, resolution, valueOf), field); };
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
        QHash<QString, qint64> values = countsOfTexts(m_methods, log.texts(TextColumn::Method));
        const QHash<QString, qint64> fromCatalog =
            countsOfShapes(m_shapesWithoutMethod, resolution, [](const ResolvedEvent &event) { return event.method; });
        for (auto value = fromCatalog.begin(); value != fromCatalog.end(); ++value)
            values[value.key()] += value.value();
        return sorted(values, field);
    }
    case Field::User:
        return sorted(countsOfTexts(m_users, log.texts(TextColumn::User)), field);
    case Field::Application:
        return sorted(countsOfTexts(m_applications, log.texts(TextColumn::Application)), field);
    case Field::SourceIp:
        return sorted(countsOfTexts(m_addresses, log.texts(TextColumn::Address)), field);
    default:
        return {};
    }
}

} // namespace evident
