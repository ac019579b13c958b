#include "samerecords.h"

#include "hashedrow.h"
#include "rowparts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <utility>

namespace evident {

namespace {

/// What is worth a thread of its own.
constexpr Row smallestPart = 16 * Columns::chunkRows;

/// Hashes what the columns say of rows, a block at a time. Not of all columns: these tell nearly all records apart.
class RowHasher
{
public:
    RowHasher(const Log &log, const RowSet &rows, const SameRecordsAmong &among)
        : m_columns(log.columns()),
          m_rows(rows),
          m_earliest(among.earliest),
          m_isCompared(log.shapeCount(), 1)
    {
        for (ShapeId shape = 0; among.understoodOnly && shape < m_isCompared.size(); ++shape)
            m_isCompared[shape] = log.shape(shape).understood ? 1 : 0;
    }

    std::vector<HashedRow> hash(Row first, Row last, const std::stop_token &stop)
    {
        std::vector<HashedRow> hashed;
        hashed.reserve(last - first);
        while (first < last && !stop.stop_requested()) {
            const Row count = std::min(last - first, Columns::chunkRows - first % Columns::chunkRows);
            addBlock(first, count, hashed);
            first += count;
        }
        return hashed;
    }

private:
    void addBlock(Row first, Row count, std::vector<HashedRow> &hashed)
    {
        read(LogColumn::Time, first, std::span(m_times).first(count));
        if (std::all_of(m_times.begin(), m_times.begin() + count, [this](qint64 time) { return time < m_earliest; }))
            return;
        read(LogColumn::Shape, first, std::span(m_shapes).first(count));
        read(LogColumn::User, first, std::span(m_users).first(count));
        read(LogColumn::Transaction, first, std::span(m_transactions).first(count));
        const size_t before = hashed.size();
        hashed.resize(before + count);
        HashedRow *next = hashed.data() + before;
        for (Row i = 0; i < count; ++i) {
            *next = hashedRow(m_rows.at(first + i), hashAt(i));
            next += m_times[i] >= m_earliest ? m_isCompared[m_shapes[i]] : 0; // no branch, which nobody could guess
        }
        hashed.resize(size_t(next - hashed.data()));
    }

    template <typename Value>
    void read(LogColumn column, Row first, std::span<Value> values) const
    {
        if (m_rows.isAll())
            m_columns.read(column, first, values);
        else
            m_columns.gather(column, m_rows.rows().subspan(first, values.size()), values);
    }

    quint32 hashAt(size_t row) const
    {
        quint64 hash = quint64(m_times[row]) * 0x9E3779B97F4A7C15ULL + m_shapes[row] * 0xC2B2AE3D27D4EB4FULL
            + m_users[row] * 0x165667B19E3779F9ULL + quint64(m_transactions[row]) * 0xD6E8FEB86659FD93ULL;
        hash = (hash ^ hash >> 32) * 0xFF51AFD7ED558CCDULL;
        return quint32(hash >> 32);
    }

    const Columns &m_columns;
    const RowSet &m_rows;
    const qint64 m_earliest;
    std::vector<quint8> m_isCompared; ///< by shape
    std::array<qint64, Columns::chunkRows> m_times{};
    std::array<quint32, Columns::chunkRows> m_shapes{};
    std::array<quint32, Columns::chunkRows> m_users{};
    std::array<qint64, Columns::chunkRows> m_transactions{};
};

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
    void mark(HashedRow row)
    {
        const size_t slot = slotOf(row);
        quint64 &word = m_words[slot / slotsPerWord];
        const size_t shift = slot % slotsPerWord * 2;
        word |= (1 | (word >> shift & 1) << 1) << shift;
    }
    bool isRepeated(HashedRow row) const
    {
        const size_t slot = slotOf(row);
        return (m_words[slot / slotsPerWord] >> (slot % slotsPerWord * 2) & 2) != 0;
    }

private:
    static constexpr size_t slotsPerHash = 4;
    static constexpr size_t slotsPerWord = 32;

    size_t slotOf(HashedRow row) const
    {
        const quint32 mixed = hashOf(row) * m_factor;
        return (mixed ^ mixed >> 16) & m_mask;
    }

    quint32 m_factor;
    size_t m_mask;
    std::vector<quint64> m_words;
};

/// Those of the rows whose hash another one may have too.
std::vector<HashedRow> likelyRepeated(const std::vector<std::vector<HashedRow>> &parts, quint32 factor)
{
    size_t count = 0;
    for (const std::vector<HashedRow> &part : parts)
        count += part.size();
    HashMarks marks(count, factor);
    for (const std::vector<HashedRow> &part : parts) {
        for (const HashedRow row : part)
            marks.mark(row);
    }
    std::vector<HashedRow> likely;
    for (const std::vector<HashedRow> &part : parts)
        std::ranges::copy_if(part, std::back_inserter(likely), [&](HashedRow row) { return marks.isRepeated(row); });
    return likely;
}

/// Parts rows of one hash by what they say.
class HashParting
{
public:
    HashParting(const Columns &columns, SameRecords &same)
        : m_columns(columns),
          m_same(same)
    { }

    void add(std::span<const HashedRow> sameHash)
    {
        m_records.clear();
        m_records.reserve(sameHash.size());
        for (const HashedRow row : sameHash)
            m_records.emplace_back(RecordIdentity(m_columns.record(rowOf(row))), rowOf(row));
        std::ranges::sort(m_records);
        for (size_t first = 0; first < m_records.size();) {
            m_rows.clear();
            size_t end = first;
            for (; end < m_records.size() && m_records[end].first == m_records[first].first; ++end)
                m_rows.push_back(m_records[end].second);
            if (m_rows.size() > 1)
                m_same.add(m_rows);
            first = end;
        }
    }

private:
    const Columns &m_columns;
    SameRecords &m_same;
    std::vector<std::pair<RecordIdentity, Row>> m_records;
    std::vector<Row> m_rows;
};

} // namespace

SameRecords sameRecords(const Log &log, const RowSet &rows, const SameRecordsAmong &among, const std::stop_token &stop)
{
    std::vector<std::vector<HashedRow>> parts(partsOf(rows.size(), smallestPart));
    forParts(0, rows.size(), Row(parts.size()), [&](Row part, Row first, Row last) {
        parts[part] = std::make_unique<RowHasher>(log, rows, among)->hash(first, last, stop);
    });
    SameRecords same;
    if (stop.stop_requested())
        return same;
    // Most logs repeat little: what stands alone need not be sorted. Hashes that shared a slot by chance hardly do so
    // again.
    std::vector<HashedRow> likely = likelyRepeated({likelyRepeated(parts, 1)}, 0x9e3779b1);
    std::ranges::sort(likely);
    HashParting parting(log.columns(), same);
    visitSameHash(likely, [&](std::span<const HashedRow> sameHash) {
        if (!stop.stop_requested())
            parting.add(sameHash);
    });
    return same;
}

} // namespace evident
