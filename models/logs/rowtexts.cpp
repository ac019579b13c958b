#include "rowtexts.h"

#include "source.h"

#include <algorithm>

namespace evident {

namespace {

constexpr qint64 largestStretch = 1024 * 1024;
/// Bytes of no interest that are read along sooner than that a second read is made.
constexpr qint64 largestGap = 16 * 1024;

} // namespace

RowTexts::RowTexts(const Log &log, std::span<const Row> rows)
    : m_log(log),
      m_rows(rows)
{ }

std::optional<QByteArrayView> RowTexts::next()
{
    const size_t index = m_next++;
    if (index >= m_stretchEnd)
        readFrom(index);
    const Place place = placeOf(m_rows[index]);
    if (place.end > m_begin + m_bytes.size())
        return {};
    return QByteArrayView(m_bytes).sliced(place.begin - m_begin, place.end - place.begin);
}

RowTexts::Place RowTexts::placeOf(Row row) const
{
    const RecordColumns record = m_log.columns().record(row);
    return {record.offset, record.offset + std::min<qint64>(record.length, Log::longestText)};
}

/// Reads the row at `index` and those after it that lie close.
void RowTexts::readFrom(size_t index)
{
    Place stretch = placeOf(m_rows[index]);
    m_stretchEnd = index + 1;
    for (; m_stretchEnd < m_rows.size(); ++m_stretchEnd) {
        const Place place = placeOf(m_rows[m_stretchEnd]);
        if (place.begin - stretch.end > largestGap || place.end - stretch.begin > largestStretch)
            break;
        stretch.end = std::max(stretch.end, place.end);
    }
    m_begin = stretch.begin;
    m_bytes.resize(stretch.end - stretch.begin);
    const Result<qint64> got = m_log.source().read(m_begin, {m_bytes.data(), size_t(m_bytes.size())});
    m_bytes.truncate(got ? got.value() : 0);
}

} // namespace evident
