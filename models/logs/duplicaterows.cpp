#include "rowfilter.h"

#include "rowtexts.h"

#include <QHashFunctions>

#include <algorithm>
#include <numeric>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr Row rowsBetweenStops = Columns::chunkRows;

/// A row and a hash of its text in one number: sorted, equal hashes stand together in the order of the rows.
using HashedRow = quint64;

HashedRow hashedRow(QByteArrayView text, Row row)
{
    const quint64 hash = qHashBits(text.data(), size_t(text.size()), QHashSeed::globalSeed());
    return (hash ^ hash >> 32) << 32 | row;
}

std::vector<HashedRow> hashedRows(const Log &log, const std::stop_token &stop)
{
    const Row size = log.columns().size();
    std::vector<HashedRow> hashed;
    std::vector<Row> rows;
    hashed.reserve(size);
    for (Row first = 0; first < size && !stop.stop_requested(); first += std::min(size - first, rowsBetweenStops)) {
        rows.resize(std::min(size - first, rowsBetweenStops));
        std::iota(rows.begin(), rows.end(), first);
        RowTexts texts(log, rows);
        for (const Row row : rows) {
            if (const std::optional<QByteArrayView> text = texts.next())
                hashed.push_back(hashedRow(*text, row));
        }
    }
    return hashed;
}

/// Texts of one hash: which are the same, and have an event id.
class SameHash
{
public:
    explicit SameHash(const Log &log)
        : m_log(log)
    { }

    bool isDuplicate(Row row)
    {
        const Result<QByteArray> text = m_log.raw(row);
        if (!text)
            return false;
        for (const First &first : m_firsts) {
            if (first.text == text.value())
                return first.hasEventId;
        }
        m_firsts.push_back({text.value(), hasEventId(m_log, row, text.value())});
        return false;
    }

private:
    struct First
    {
        QByteArray text;
        bool hasEventId = false;
    };

    const Log &m_log;
    std::vector<First> m_firsts;
};

/// `eventId`, or as tables write it: `eventId_s`, `Event ID`.
bool isEventIdName(QStringView name)
{
    constexpr auto exact = "eventId"_L1;
    if (name.compare("Event ID"_L1, Qt::CaseInsensitive) == 0)
        return true;
    if (!name.startsWith(exact, Qt::CaseInsensitive))
        return false;
    const QStringView type = name.sliced(exact.size());
    return type.isEmpty() || (type.size() == 2 && type[0] == u'_' && u"sdtbg"_s.contains(type[1]));
}

} // namespace

bool hasEventId(const Log &log, Row row, QByteArrayView text)
{
    const QList<RecordField> fields = log.fieldsOf(row, text);
    return std::ranges::any_of(
        fields, [](const RecordField &field) { return !field.value.isEmpty() && isEventIdName(field.name); });
}

std::vector<Row> duplicateRows(const Log &log, std::stop_token stop)
{
    std::vector<HashedRow> hashed = hashedRows(log, stop);
    std::ranges::sort(hashed);
    std::vector<Row> duplicates;
    for (size_t first = 0; first < hashed.size() && !stop.stop_requested();) {
        size_t end = first + 1;
        while (end < hashed.size() && hashed[end] >> 32 == hashed[first] >> 32)
            ++end;
        if (end - first > 1) {
            SameHash same(log);
            for (size_t index = first; index < end && !stop.stop_requested(); ++index) {
                if (const Row row = Row(hashed[index]); same.isDuplicate(row))
                    duplicates.push_back(row);
            }
        }
        first = end;
    }
    if (stop.stop_requested())
        return {};
    std::ranges::sort(duplicates);
    return duplicates;
}

} // namespace evident
