#pragma once

#include "csv.h"

#include <algorithm>
#include <optional>

namespace evident {

/// Walks the rows of CSV text that comes in pieces. A row of one line is of any length. A quote too many costs the line
/// it stands on, which is a broken row, and not all that follows: so it is taken when nothing closes it within
/// maxCsvRow bytes, or when a row of
/// several lines has not as many fields as it should or has quotes that no writer of CSV leaves single. The bytes that
/// were looked at for nothing are then rows of one line each, so that no byte is looked at more than twice.
class CsvRows
{
public:
    static constexpr qsizetype maxCsvRow = 1024 * 1024;

    struct Row
    {
        qsizetype begin = 0;
        qsizetype end = 0; ///< without the line end
        qsizetype next = 0;
        bool isBroken = false;
    };

    /// `columns`: fields that a row has (0: any number); `linesUntil`: rows that begin before it are one line each.
    explicit CsvRows(char separator, qsizetype columns = 0, qsizetype linesUntil = 0)
        : m_splitter(separator),
          m_columns(columns),
          m_linesUntil(linesUntil)
    { }

    /// The row that begins at `begin`, whose fields are then in fields(). None: its end needs more text.
    std::optional<Row> row(QByteArrayView text, bool atEnd, qsizetype begin);
    const std::vector<CsvField> &fields() const { return m_splitter.fields(); }
    qsizetype linesUntil() const { return m_linesUntil; }
    /// The text's first bytes are gone.
    void rebase(qsizetype bytes) { m_linesUntil = std::max<qsizetype>(0, m_linesUntil - bytes); }

private:
    CsvSplitter m_splitter;
    qsizetype m_columns;
    qsizetype m_linesUntil;
};

} // namespace evident
