#include "recordorder.h"

#include "filemerge.h"
#include "normalisedrecord.h"
#include "rowsort.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr quint64 absentKey = std::numeric_limits<quint64>::max();

/// A signed number as a key that sorts alike.
quint64 numberKey(qint64 number)
{
    return quint64(number) ^ (quint64(1) << 63);
}

bool isNumber(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Numbers (event ids are) by their value and before other texts; these without regard to case.
bool isTextBefore(const QString &left, const QString &right)
{
    const bool leftIsNumber = isNumber(left);
    if (leftIsNumber != isNumber(right))
        return leftIsNumber;
    if (leftIsNumber && left.size() != right.size())
        return left.size() < right.size();
    const int order = left.compare(right, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : left < right;
}

bool isLevelBefore(const QString &left, const QString &right)
{
    const Severity leftWeight = severityOf(left);
    const Severity rightWeight = severityOf(right);
    return leftWeight != rightWeight ? leftWeight < rightWeight : isTextBefore(left, right);
}

/// The texts of all rows, each distinct one held once, brought to keys by their rank.
class TextKeys
{
public:
    void add(const QString &text)
    {
        const auto [entry, isNew] = insert(text);
        if (isNew)
            m_texts.append(text);
        m_ids.push_back(entry);
    }

    std::vector<quint64> keys(bool (*isBefore)(const QString &, const QString &)) const
    {
        std::vector<quint32> order(size_t(m_texts.size()));
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(),
                  [&](quint32 left, quint32 right) { return isBefore(m_texts[left], m_texts[right]); });
        std::vector<quint64> ranks(order.size());
        for (size_t rank = 0; rank < order.size(); ++rank)
            ranks[order[rank]] = m_texts[order[rank]].isEmpty() ? absentKey : rank;
        std::vector<quint64> keys;
        keys.reserve(m_ids.size());
        for (const quint32 id : m_ids)
            keys.push_back(ranks[id]);
        return keys;
    }

private:
    std::pair<quint32, bool> insert(const QString &text)
    {
        const auto found = m_idOfText.constFind(text);
        if (found != m_idOfText.constEnd())
            return {*found, false};
        const quint32 id = quint32(m_texts.size());
        m_idOfText.insert(text, id);
        return {id, true};
    }

    QHash<QString, quint32> m_idOfText;
    QStringList m_texts;
    std::vector<quint32> m_ids;
};

/// A column that memory holds, as text; nullopt for one that has to be read from the record.
std::optional<QString> textInMemory(const FilteredLog &filtered, Row row, RecordColumn column)
{
    const Log &log = *filtered.log();
    const Columns &columns = log.columns();
    const ResolvedEvent &event = filtered.resolution()[columns.shape(row)];
    switch (column) {
    case RecordColumn::File:
        return log.info(row).path;
    case RecordColumn::Kind:
        return kindToken(event.kind);
    case RecordColumn::Level:
        return event.level;
    case RecordColumn::Category:
        return event.category;
    case RecordColumn::Description:
        if (!event.description.isEmpty())
            return event.description;
        return std::nullopt;
    case RecordColumn::User:
        return log.texts(TextColumn::User).text(columns.user(row));
    case RecordColumn::SourceIp:
        return log.texts(TextColumn::Address).text(columns.address(row));
    case RecordColumn::Application:
        return log.texts(TextColumn::Application).text(columns.application(row));
    case RecordColumn::Method:
        if (const quint32 method = columns.method(row))
            return log.texts(TextColumn::Method).text(method);
        return event.method;
    case RecordColumn::OwnLevel:
        return log.names().text(log.shape(columns.shape(row)).level);
    default:
        return std::nullopt;
    }
}

std::optional<quint64> numberInMemory(const FilteredLog &filtered, Row row, RecordColumn column)
{
    const Columns &columns = filtered.log()->columns();
    const ResolvedEvent &event = filtered.resolution()[columns.shape(row)];
    switch (column) {
    case RecordColumn::Line:
        return columns.record(row).line;
    case RecordColumn::Time: {
        const qint64 time = columns.time(row);
        return time == noTime ? absentKey : numberKey(time);
    }
    case RecordColumn::Code:
        return event.code == noCode ? absentKey : numberKey(event.code);
    case RecordColumn::Known:
        return event.flags.testFlag(EventFlag::Known) ? 1 : 0;
    default:
        return std::nullopt;
    }
}

std::vector<quint64> sortKeys(const FilteredLog &log, const std::vector<Row> &rows, RecordColumn column)
{
    std::vector<quint64> numbers;
    TextKeys texts;
    for (const Row row : rows) {
        if (const std::optional<quint64> number = numberInMemory(log, row, column)) {
            numbers.push_back(*number);
        } else if (const std::optional<QString> text = textInMemory(log, row, column)) {
            texts.add(*text);
        } else {
            const Result<NormalisedRecord> read = normalisedRecord(*log.log(), row, log.resolution());
            texts.add(read ? recordText(read.value(), column) : QString());
        }
    }
    if (!numbers.empty())
        return numbers;
    const bool byWeight = column == RecordColumn::Level || column == RecordColumn::OwnLevel;
    return texts.keys(byWeight ? isLevelBefore : isTextBefore);
}

} // namespace

std::vector<Row> recordOrder(const FilteredLog &log)
{
    std::vector<Row> rows(log.rows().size());
    for (Row position = 0; position < rows.size(); ++position)
        rows[position] = log.rows().at(position);
    return log.files().size() > 1 && log.log() ? mergedByTime(*log.log(), std::move(rows)) : rows;
}

std::vector<Row> sortedByColumn(const FilteredLog &log, const std::vector<Row> &rows, RecordColumn column,
                                bool descending)
{
    const std::vector<quint64> keys = sortKeys(log, rows, column);
    // Places, and not rows, are what is sorted: equal keys keep the order that the rows have here.
    std::vector<Row> places(rows.size());
    std::iota(places.begin(), places.end(), Row(0));
    const auto keysOf = [&keys](std::span<const Row> some, std::span<quint64> values) {
        std::ranges::transform(some, values.begin(), [&keys](Row place) { return keys[place]; });
    };
    std::vector<Row> sorted = sortedRows(std::move(places), keysOf, descending);
    std::ranges::transform(sorted, sorted.begin(), [&rows](Row place) { return rows[place]; });
    return sorted;
}

} // namespace evident
