#pragma once

#include <QByteArray>
#include <QStringList>

namespace evident {

/// Who reads the rows.
enum class CsvReader {
    Spreadsheet, ///< a cell taken for a formula (leading `=`, `+`, `-`, `@`, tab, CR) gets a leading `'`
    Machine, ///< every cell to the letter
};

/// The text of a cell that no spreadsheet takes for a formula.
QString spreadsheetCell(const QString &text);

/// One row of a CSV as RFC 4180 wants it, UTF-8 with its line end.
QByteArray csvRow(const QStringList &cells, CsvReader reader = CsvReader::Spreadsheet);

} // namespace evident
