#include "rowfilter.h"

#include "hashedrows.h"
#include "rowparts.h"
#include "rowtexts.h"

#include <algorithm>
#include <bit>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr Row rowsBetweenStops = Columns::chunkRows;

/// Of those from `first` up to (not with) `last` of the rows.
HashedRows hashRows(const Log &log, const RowSet &among, Row first, Row last, const std::stop_token &stop)
{
    HashedRows hashed;
    std::vector<Row> rows;
    while (first < last && !stop.stop_requested()) {
        rows.clear();
        const Row end = first + std::min(last - first, rowsBetweenStops);
        for (; first < end; ++first) {
            if (const Row row = among.at(first); log.mayHaveFields(row))
                rows.push_back(row);
        }
        RowTexts texts(log, rows);
        for (const Row row : rows) {
            if (const std::optional<QByteArrayView> text = texts.next())
                hashed.add(row, HashedRows::hashOf(*text));
        }
    }
    return hashed;
}

HashedRows hashedNow(const Log &log, const RowSet &among, const std::stop_token &stop)
{
    std::vector<HashedRows> parts(partsOf(among.size(), rowsBetweenStops));
    forParts(0, among.size(), Row(parts.size()),
             [&](Row part, Row first, Row last) { parts[part] = hashRows(log, among, first, last, stop); });
    HashedRows hashed;
    for (HashedRows &part : parts)
        hashed.append(std::move(part));
    return hashed;
}

/// Those of the rows.
HashedRows chosen(const HashedRows &hashed, const RowSet &among)
{
    HashedRows result;
    Row position = 0;
    for (const std::vector<HashedRows::Entry> &chunk : hashed.chunks()) {
        for (const HashedRows::Entry entry : chunk) {
            const Row row = HashedRows::rowOf(entry);
            while (position < among.size() && among.at(position) < row)
                ++position;
            if (position < among.size() && among.at(position) == row)
                result.add(row, HashedRows::hashOf(entry));
        }
    }
    return result;
}

/// Bits that hashes are marked in.
class HashMarks
{
public:
    explicit HashMarks(size_t count)
        : m_mask(std::bit_ceil(std::max<size_t>(count * bitsPerHash, bitsPerWord)) - 1),
          m_words(m_mask / bitsPerWord + 1)
    { }
    bool isMarked(HashedRows::Entry entry) const { return (wordOf(entry) >> (placeOf(entry) % bitsPerWord) & 1) != 0; }
    void mark(HashedRows::Entry entry)
    {
        m_words[placeOf(entry) / bitsPerWord] |= quint64(1) << (placeOf(entry) % bitsPerWord);
    }

private:
    static constexpr size_t bitsPerHash = 8;
    static constexpr size_t bitsPerWord = 64;

    size_t placeOf(HashedRows::Entry entry) const { return HashedRows::hashOf(entry) & m_mask; }
    quint64 wordOf(HashedRows::Entry entry) const { return m_words[placeOf(entry) / bitsPerWord]; }

    size_t m_mask;
    std::vector<quint64> m_words;
};

/// The rows whose hash another row may have too; equal hashes together, in the order of the rows. Most logs repeat
/// little: what stands alone need not be sorted.
std::vector<HashedRows::Entry> likelyRepeated(const HashedRows &hashed)
{
    const size_t count = hashed.size();
    HashMarks seen(count);
    HashMarks repeated(count);
    for (const std::vector<HashedRows::Entry> &chunk : hashed.chunks()) {
        for (const HashedRows::Entry entry : chunk) {
            if (seen.isMarked(entry))
                repeated.mark(entry);
            seen.mark(entry);
        }
    }
    std::vector<HashedRows::Entry> likely;
    for (const std::vector<HashedRows::Entry> &chunk : hashed.chunks())
        std::ranges::copy_if(chunk, std::back_inserter(likely),
                             [&](HashedRows::Entry entry) { return repeated.isMarked(entry); });
    std::ranges::sort(likely);
    return likely;
}

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

/// Whether a row, whose text this is, names its event: only then is the same text again the same event again.
bool hasEventId(const Log &log, Row row, QByteArrayView text)
{
    const QList<RecordField> fields = log.fieldsOf(row, text);
    return std::ranges::any_of(
        fields, [](const RecordField &field) { return !field.value.isEmpty() && isEventIdName(field.name); });
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
        // Files of several formats may tell different things of one text.
        const size_t part = m_log.partOf(row);
        std::optional<bool> isEvent;
        bool isKnown = false;
        for (const First &first : m_firsts) {
            if (first.text != *text)
                continue;
            isKnown = isKnown || first.hasEventId;
            if (first.part == part)
                isEvent = first.hasEventId;
        }
        if (!isEvent) {
            isEvent = hasEventId(m_log, row, *text);
            m_firsts.push_back({*text, part, *isEvent});
        }
        return *isEvent && isKnown;
    }

private:
    /// Of its file.
    struct First
    {
        QByteArray text;
        size_t part = 0;
        bool hasEventId = false;
    };

    const Log &m_log;
    std::vector<First> m_firsts;
};

/// Ascending.
std::vector<Row> repeatedRows(const Log &log, const HashedRows &hashed, const std::stop_token &stop)
{
    const std::vector<HashedRows::Entry> likely = likelyRepeated(hashed);
    std::vector<Row> repeated;
    for (size_t first = 0; first < likely.size() && !stop.stop_requested();) {
        size_t end = first + 1;
        while (end < likely.size() && HashedRows::hashOf(likely[end]) == HashedRows::hashOf(likely[first]))
            ++end;
        if (end - first > 1) {
            SameHash same(log);
            for (size_t index = first; index < end && !stop.stop_requested(); ++index) {
                if (const Row row = HashedRows::rowOf(likely[index]); same.isDuplicate(row))
                    repeated.push_back(row);
            }
        }
        first = end;
    }
    if (stop.stop_requested())
        return {};
    std::ranges::sort(repeated);
    return repeated;
}

} // namespace

std::vector<Row> duplicateRows(const Log &log, const RowSet &rows, std::stop_token stop)
{
    const HashedRows *kept = log.textHashes();
    if (kept && rows.isAll())
        return repeatedRows(log, *kept, stop);
    return repeatedRows(log, kept ? chosen(*kept, rows) : hashedNow(log, rows, stop), stop);
}

std::vector<Row> duplicateRows(const Log &log, std::stop_token stop)
{
    return duplicateRows(log, RowSet::all(log.columns().size()), std::move(stop));
}

} // namespace evident
