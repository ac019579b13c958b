#include "delimitedtable.h"

#include "pagebuilder.h"
#include "pagetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// A line of more has no row; what is left of it stays in the last cell.
constexpr qsizetype mostCells = 1000;
/// A quote that is not closed so soon is not a cell's.
constexpr int mostLinesOfRecord = 20;

struct Cell
{
    QString text;
    qsizetype end = 0; ///< at the separator behind it, or at the record's end
};

enum class Quoting { None, Open, Closed };

/// Reads the cell behind a quote at `from`. None: the quotes do not surround a whole cell.
Quoting readQuoted(QStringView record, qsizetype from, QChar separator, Cell &cell)
{
    for (qsizetype at = from; true;) {
        const qsizetype quote = record.indexOf(u'"', at);
        if (quote < 0)
            return Quoting::Open;
        cell.text += record.sliced(at, quote - at);
        if (quote + 1 < record.size() && record.at(quote + 1) == u'"') {
            cell.text += u'"';
            at = quote + 2;
            continue;
        }
        cell.end = quote + 1;
        while (cell.end < record.size() && record.at(cell.end) == u' ')
            ++cell.end;
        return cell.end == record.size() || record.at(cell.end) == separator ? Quoting::Closed : Quoting::None;
    }
}

QString onOneLine(const QString &text)
{
    QStringList lines;
    PageLineReader reader(text);
    while (reader.next())
        lines.append(reader.line().trimmed().toString());
    return lines.join(u' ').trimmed();
}

/// The record that begins with the reader's line, which is then at its last one.
QStringList readRecord(PageLineReader &lines, QStringView &record, QChar separator)
{
    PageLineReader ahead = lines;
    QStringView whole = record;
    for (int count = 1; count <= mostLinesOfRecord; ++count) {
        if (std::optional<QStringList> cells = delimitedCells(whole, separator, false)) {
            lines = ahead;
            record = whole;
            return *std::move(cells);
        }
        if (!ahead.next())
            break;
        whole = QStringView(record.begin(), ahead.line().end());
    }
    return *delimitedCells(record, separator);
}

/// A row that lacks its last cell has its description on a line of its own, after a blank one.
bool isHead(const QStringList &cells, const PageBuilder &builder, PageLineReader lines)
{
    constexpr qsizetype usualColumns = 4;
    const qsizetype columns = builder.columnCount() > 0 ? builder.columnCount() : usualColumns;
    return cells.size() == columns - 1 && pageCode(cells.first()) && lines.next() && lines.line().trimmed().isEmpty();
}

} // namespace

std::optional<QStringList> delimitedCells(QStringView record, QChar separator, bool isLast)
{
    QStringList cells;
    for (qsizetype at = 0; at <= record.size();) {
        while (at < record.size() && record.at(at) == u' ')
            ++at;
        Cell cell;
        const bool isQuoted = at < record.size() && record.at(at) == u'"';
        const Quoting quoting = isQuoted ? readQuoted(record, at + 1, separator, cell) : Quoting::None;
        if (quoting == Quoting::Open && !isLast)
            return std::nullopt;
        if (quoting != Quoting::Closed) {
            const qsizetype end = cells.size() < mostCells ? record.indexOf(separator, at) : -1;
            cell.end = end < 0 ? record.size() : end;
            cell.text = record.sliced(at, cell.end - at).toString();
        }
        cells.append(onOneLine(cell.text));
        at = cell.end + 1;
    }
    return cells;
}

void readDelimitedPage(const QString &text, QChar separator, PageBuilder &builder)
{
    PageLineReader lines(text);
    while (lines.next()) {
        const int number = lines.number();
        const PageLineReader firstLine = lines;
        QStringView record = lines.line();
        QStringList cells = readRecord(lines, record, separator);
        // A spreadsheet makes all its lines equally long.
        while (cells.size() > 1 && cells.last().isEmpty())
            cells.removeLast();
        if (const auto columns = cells.size() > 1 ? pageColumns(cells) : std::nullopt)
            builder.startTable(*columns);
        else if (builder.isRow(cells) && isHead(cells, builder, lines))
            builder.addRowHead(number, cells, record);
        else if (builder.isRow(cells))
            builder.addRow(number, cells, record);
        else if (cells.size() == 1)
            builder.addText(number, cells.first());
        else {
            // No row has several lines here: the next one may begin on the next line.
            lines = firstLine;
            builder.addText(number, lines.line());
        }
    }
}

} // namespace evident
