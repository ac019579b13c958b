#pragma once

#include "log.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

namespace evident {

/// The text of one row as the source has it now: for readers of rows that lie far apart, of which no other reads the
/// surroundings. None when it cannot be read.
std::optional<QByteArray> rowText(const Log &log, Row row);

/// The texts of rows in their order, read in large stretches: rows that lie close together cost one read.
class RowTexts
{
public:
    /// `rows` ascend. What is kept of each is 12 bytes.
    RowTexts(const Log &log, std::span<const Row> rows);

    /// The text of the next of the rows, valid until the next call; none when it cannot be read. Call once for each
    /// row.
    std::optional<QByteArrayView> next();

private:
    struct Place
    {
        qint64 begin = 0;
        qint64 end = 0;
    };
    Place placeOf(size_t index) const;
    void readFrom(size_t index);

    const Log &m_log;
    std::vector<qint64> m_offsets;
    std::vector<quint32> m_lengths;
    size_t m_next = 0;
    size_t m_stretchEnd = 0; ///< rows before it are in m_bytes
    qint64 m_begin = 0; ///< of m_bytes in the source
    QByteArray m_bytes;
};

} // namespace evident
