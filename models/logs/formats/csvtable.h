#pragma once

#include "csvrows.h"
#include "format.h"
#include "textarena.h"

#include <QByteArray>
#include <QList>

namespace evident {

/// Where the rows of a table in CSV begin, and what their columns are called.
struct CsvTable
{
    char separator = ',';
    qsizetype headerEnd = 0; ///< where the header's line ends; rows that begin before it are no records. 0: no header
    QList<QByteArray> names; ///< as they stand in the header, without quotes and the space around them
};

/// A header's line, taken apart.
QList<QByteArray> csvNames(QByteArrayView line, char separator);
/// Equal but for case and the space around `name`.
bool sameName(QByteArrayView name, QByteArrayView known);
bool isEmptyRow(const std::vector<CsvField> &fields);

/// Cuts a table behind whole rows.
class CsvTableCutter final : public BlockCutter
{
public:
    explicit CsvTableCutter(const CsvTable &table);
    Cut cut(QByteArrayView block, bool atEnd) override;
    /// What is longer than a row of several lines may be is one line.
    Skip skip(QByteArrayView piece, bool atEnd) override;
    std::unique_ptr<BlockCutter> clone() const override { return std::make_unique<CsvTableCutter>(*this); }

private:
    void rebase(qsizetype bytes);

    CsvRows m_rows;
    qsizetype m_headerEnd;
};

/// Reads a table row by row; what a row says is the derived class's.
class CsvTableParser : public BlockParser
{
public:
    explicit CsvTableParser(CsvTable table)
        : m_table(std::move(table))
    { }
    void parse(QByteArrayView block, qint64 offset, quint64 state, std::vector<ParsedRecord> &records) final;

protected:
    const CsvTable &table() const { return m_table; }
    /// A field's text, that lives as long as the block.
    QByteArrayView textOf(const CsvField &field) { return csvText(field, m_arena); }

    /// Whether a row is none of the records: one without any value, and the header again where pages were put one
    /// behind another.
    virtual bool isNoRecord(const std::vector<CsvField> &fields) const;
    /// Fills in what a row says, `understood` too.
    virtual void read(const std::vector<CsvField> &fields, ParsedRecord &record) = 0;
    virtual void begin(); ///< of a block
    /// All rows of the block are in `records` from `first` on.
    virtual void finish(std::vector<ParsedRecord> &records, size_t first);

private:
    CsvTable m_table;
    TextArena m_arena;
};

} // namespace evident
