#include "rowfilter.h"

#include "hashedrows.h"
#include "rowparts.h"
#include "rowtexts.h"

#include <algorithm>
#include <bit>
#include <span>

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

/// Two bits a slot, for hashes that were seen there: once, or again.
class HashMarks
{
public:
    /// `factor`, odd, decides which hashes share a slot.
    HashMarks(size_t count, quint32 factor)
        : m_factor(factor),
          m_mask(std::bit_ceil(std::max<size_t>(count * slotsPerHash, slotsPerWord)) - 1),
          m_words(m_mask / slotsPerWord + 1)
    { }
    void mark(HashedRows::Entry entry)
    {
        const size_t slot = slotOf(entry);
        quint64 &word = m_words[slot / slotsPerWord];
        const size_t shift = slot % slotsPerWord * 2;
        word |= (1 | (word >> shift & 1) << 1) << shift;
    }
    bool isRepeated(HashedRows::Entry entry) const
    {
        const size_t slot = slotOf(entry);
        return (m_words[slot / slotsPerWord] >> (slot % slotsPerWord * 2) & 2) != 0;
    }

private:
    static constexpr size_t slotsPerHash = 4;
    static constexpr size_t slotsPerWord = 32;

    size_t slotOf(HashedRows::Entry entry) const
    {
        const quint32 mixed = HashedRows::hashOf(entry) * m_factor;
        return (mixed ^ mixed >> 16) & m_mask;
    }

    quint32 m_factor;
    size_t m_mask;
    std::vector<quint64> m_words;
};

/// Those of the entries whose hash another one may have too.
std::vector<HashedRows::Entry> likelyRepeated(const std::vector<std::vector<HashedRows::Entry>> &chunks, size_t count,
                                              quint32 factor)
{
    HashMarks marks(count, factor);
    for (const std::vector<HashedRows::Entry> &chunk : chunks) {
        for (const HashedRows::Entry entry : chunk)
            marks.mark(entry);
    }
    std::vector<HashedRows::Entry> likely;
    for (const std::vector<HashedRows::Entry> &chunk : chunks) {
        const size_t before = likely.size();
        likely.resize(before + chunk.size());
        HashedRows::Entry *next = likely.data() + before;
        for (const HashedRows::Entry entry : chunk) {
            *next = entry;
            next += marks.isRepeated(entry) ? 1 : 0; // no branch, which nobody could guess
        }
        likely.resize(size_t(next - likely.data()));
    }
    return likely;
}

/// The rows whose hash another row may have too; equal hashes together, in the order of the rows. Most logs repeat
/// little: what stands alone need not be sorted. Hashes that shared a slot by chance hardly do so again.
std::vector<HashedRows::Entry> likelyRepeated(const HashedRows &hashed)
{
    std::vector<std::vector<HashedRows::Entry>> once{likelyRepeated(hashed.chunks(), hashed.size(), 1)};
    std::vector<HashedRows::Entry> likely = likelyRepeated(once, once.front().size(), 0x9e3779b1);
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
        std::optional<QByteArray> text = rowText(m_log, row);
        if (!text)
            return false;
        // Files of several formats may tell different things of one text.
        const size_t part = m_log.partOf(row);
        First *own = nullptr;
        bool isSeen = false;
        bool isKnown = false;
        for (First &first : m_firsts) {
            if (first.text != *text)
                continue;
            isSeen = true;
            isKnown = isKnown || namesEvent(first);
            if (first.part == part)
                own = &first;
        }
        if (!own)
            own = &m_firsts.emplace_back(First{*std::move(text), row, part, {}});
        return isSeen && isKnown && namesEvent(*own);
    }

private:
    /// Of its file.
    struct First
    {
        QByteArray text;
        Row row = 0;
        size_t part = 0;
        std::optional<bool> hasEventId; ///< looked for when the text is seen again
    };

    bool namesEvent(First &first) const
    {
        if (!first.hasEventId)
            first.hasEventId = hasEventId(m_log, first.row, first.text);
        return *first.hasEventId;
    }

    const Log &m_log;
    std::vector<First> m_firsts;
};

/// Appends those of the rows that repeat an earlier one. All have the same hash.
void appendRepeated(const Log &log, std::span<const HashedRows::Entry> sameHash, const std::stop_token &stop,
                    std::vector<Row> &repeated)
{
    SameHash same(log);
    for (const HashedRows::Entry entry : sameHash) {
        if (stop.stop_requested())
            return;
        if (const Row row = HashedRows::rowOf(entry); same.isDuplicate(row))
            repeated.push_back(row);
    }
}

/// Calls visit(span of entries with the same hash) where there are several; they are sorted.
template <typename Visit>
void visitGroups(std::span<const HashedRows::Entry> entries, const Visit &visit)
{
    for (size_t first = 0; first < entries.size();) {
        size_t end = first + 1;
        while (end < entries.size() && HashedRows::hashOf(entries[end]) == HashedRows::hashOf(entries[first]))
            ++end;
        if (end - first > 1)
            visit(entries.subspan(first, end - first));
        first = end;
    }
}

/// The same rows by a hash of their whole texts: so many that each would be compared with too many others.
std::vector<HashedRows::Entry> hashedWholly(const Log &log, std::span<const HashedRows::Entry> entries,
                                            const std::stop_token &stop)
{
    std::vector<HashedRows::Entry> hashed;
    for (const HashedRows::Entry entry : entries) {
        const Row row = HashedRows::rowOf(entry);
        if (const std::optional<QByteArray> text = stop.stop_requested() ? std::nullopt : rowText(log, row))
            hashed.push_back(HashedRows::entryOf(row, quint32(textHash(*text))));
    }
    std::ranges::sort(hashed);
    return hashed;
}

/// Ascending.
std::vector<Row> repeatedRows(const Log &log, const HashedRows &hashed, const std::stop_token &stop)
{
    constexpr size_t largestGroup = 16;
    std::vector<Row> repeated;
    visitGroups(likelyRepeated(hashed), [&](std::span<const HashedRows::Entry> sameHash) {
        if (sameHash.size() <= largestGroup)
            return appendRepeated(log, sameHash, stop, repeated);
        visitGroups(hashedWholly(log, sameHash, stop), [&](std::span<const HashedRows::Entry> sameText) {
            appendRepeated(log, sameText, stop, repeated);
        });
    });
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
