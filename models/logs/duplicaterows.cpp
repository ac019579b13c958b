#include "rowfilter.h"

#include "rowparts.h"
#include "rowtexts.h"
#include "texthash.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr Row rowsBetweenStops = Columns::chunkRows;

/// A row and a hash of its text in one number: sorted, equal hashes stand together in the order of the rows.
using HashedRow = quint64;

HashedRow hashedRow(QByteArrayView text, Row row)
{
    const quint64 hash = textHash(text);
    return (hash ^ hash >> 32) << 32 | row;
}

void hashRows(const Log &log, Row first, Row last, const std::stop_token &stop, std::vector<HashedRow> &hashed)
{
    std::vector<Row> rows;
    hashed.reserve(last - first);
    for (; first < last && !stop.stop_requested(); first += Row(rows.size())) {
        rows.resize(std::min(last - first, rowsBetweenStops));
        std::iota(rows.begin(), rows.end(), first);
        RowTexts texts(log, rows);
        for (const Row row : rows) {
            if (const std::optional<QByteArrayView> text = texts.next())
                hashed.push_back(hashedRow(*text, row));
        }
    }
}

/// Bits that hashes are marked in.
class HashMarks
{
public:
    explicit HashMarks(size_t count)
        : m_mask(std::bit_ceil(std::max<size_t>(count * bitsPerHash, bitsPerWord)) - 1),
          m_words(m_mask / bitsPerWord + 1)
    { }
    bool isMarked(HashedRow hashed) const { return (wordOf(hashed) >> (placeOf(hashed) % bitsPerWord) & 1) != 0; }
    void mark(HashedRow hashed)
    {
        m_words[placeOf(hashed) / bitsPerWord] |= quint64(1) << (placeOf(hashed) % bitsPerWord);
    }

private:
    static constexpr size_t bitsPerHash = 8;
    static constexpr size_t bitsPerWord = 64;

    size_t placeOf(HashedRow hashed) const { return size_t(hashed >> 32) & m_mask; }
    quint64 wordOf(HashedRow hashed) const { return m_words[placeOf(hashed) / bitsPerWord]; }

    size_t m_mask;
    std::vector<quint64> m_words;
};

/// The rows whose hash another row may have too; equal hashes together, in the order of the rows. Most logs repeat
/// little: what stands alone need not be sorted.
std::vector<HashedRow> likelyRepeated(const std::vector<std::vector<HashedRow>> &parts)
{
    size_t count = 0;
    for (const std::vector<HashedRow> &part : parts)
        count += part.size();
    HashMarks seen(count);
    HashMarks repeated(count);
    for (const std::vector<HashedRow> &part : parts) {
        for (const HashedRow hashed : part) {
            if (seen.isMarked(hashed))
                repeated.mark(hashed);
            seen.mark(hashed);
        }
    }
    std::vector<HashedRow> likely;
    for (const std::vector<HashedRow> &part : parts)
        std::ranges::copy_if(part, std::back_inserter(likely),
                             [&](HashedRow hashed) { return repeated.isMarked(hashed); });
    std::ranges::sort(likely);
    return likely;
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
        const std::optional<QByteArray> text = rowText(m_log, row);
        if (!text)
            return false;
        for (const First &first : m_firsts) {
            if (first.text == *text)
                return first.hasEventId;
        }
        m_firsts.push_back({*text, hasEventId(m_log, row, *text)});
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
    const Row size = log.columns().size();
    std::vector<std::vector<HashedRow>> parts(partsOf(size, rowsBetweenStops));
    forParts(0, size, Row(parts.size()),
             [&](Row part, Row first, Row last) { hashRows(log, first, last, stop, parts[part]); });
    const std::vector<HashedRow> hashed = likelyRepeated(parts);
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
