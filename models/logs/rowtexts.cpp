#include "rowtexts.h"

#include "source.h"

#include <algorithm>

namespace evident {

namespace {

constexpr qint64 largestStretch = 1024 * 1024;
/// Bytes of no interest that are read along sooner than that a second read is made.
constexpr qint64 largestGap = 16 * 1024;

} // namespace

std::optional<QByteArray> rowText(const Log &log, Row row)
{
    const RecordColumns record = log.columns().record(row);
    const qint64 size = std::min<qint64>(record.length, Log::longestText);
    Result<QByteArray> text = readBytes(log.source(), record.offset, size);
    return text && text.value().size() == size ? std::optional(std::move(text).value()) : std::nullopt;
}

RowTexts::RowTexts(const Log &log, std::span<const Row> rows)
    : m_log(log),
      m_offsets(rows.size()),
      m_lengths(rows.size())
{
    log.columns().gather(LogColumn::Offset, rows, m_offsets);
    log.columns().gather(LogColumn::Length, rows, m_lengths);
}

std::optional<QByteArrayView> RowTexts::next()
{
    const size_t index = m_next++;
    if (index >= m_stretchEnd)
        readFrom(index);
    const Place place = placeOf(index);
    if (place.end > m_begin + m_bytes.size())
        return {};
    return QByteArrayView(m_bytes).sliced(place.begin - m_begin, place.end - place.begin);
}

RowTexts::Place RowTexts::placeOf(size_t index) const
{
    return {m_offsets[index], m_offsets[index] + std::min<qint64>(m_lengths[index], Log::longestText)};
}

/// Reads the row at `index` and those after it that lie close.
void RowTexts::readFrom(size_t index)
{
    Place stretch = placeOf(index);
    m_stretchEnd = index + 1;
    for (; m_stretchEnd < m_offsets.size(); ++m_stretchEnd) {
        const Place place = placeOf(m_stretchEnd);
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
