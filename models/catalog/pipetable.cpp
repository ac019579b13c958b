#include "pipetable.h"

#include "pagebuilder.h"
#include "pagetext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// A line of more has no rows; what is left of it stays in the last cell.
constexpr qsizetype mostCells = 10'000;

/// The row of dashes between a header and its rows.
bool isRule(const QStringList &cells)
{
    static const QRegularExpression rule(u"^:?-+:?$"_s);
    return std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return rule.match(cell).hasMatch(); });
}

/// The rows of a line: of those that run together, the bars at their ends may have become one. One row, as it is, when
/// they cannot be told apart.
QList<QStringList> rowsOf(const QStringList &cells, const PageBuilder &builder)
{
    const qsizetype columns = builder.columnCount();
    QList<QStringList> rows;
    for (qsizetype at = 0; at < cells.size();) {
        if (!rows.isEmpty() && cells.at(at).isEmpty())
            ++at;
        const QStringList row = cells.mid(at, columns);
        if (columns == 0 || row.size() != columns || !builder.isRow(row))
            return {cells};
        rows.append(row);
        at += columns;
    }
    return rows;
}

void addRows(int number, const QStringList &cells, QStringView line, PageBuilder &builder)
{
    const QList<QStringList> rows = rowsOf(cells, builder);
    for (const QStringList &row : rows)
        builder.addRow(number, row, rows.size() == 1 ? line : QStringView(row.join(u" | "_s)));
}

} // namespace

QStringList pipeCells(QStringView line)
{
    const QStringView trimmed = line.trimmed();
    QStringList cells;
    QString cell;
    bool closed = false; // by a bar, with nothing behind it yet
    for (qsizetype i = 0; i < trimmed.size(); ++i) {
        closed = false;
        if (trimmed.at(i) == u'\\' && i + 1 < trimmed.size() && trimmed.at(i + 1) == u'|') {
            cell += u'|';
            ++i;
        } else if (trimmed.at(i) != u'|' || cells.size() == mostCells) {
            cell += trimmed.at(i);
        } else if (i > 0) {
            cells.append(cell.trimmed());
            cell.clear();
            closed = true;
        }
    }
    if (!closed)
        cells.append(cell.trimmed());
    return cells;
}

void readPipePage(const QString &text, PageBuilder &builder)
{
    PageLineReader lines(text);
    while (lines.next()) {
        const QStringList cells = pipeCells(lines.line());
        const bool barred = lines.line().trimmed().startsWith(u'|');
        if (cells.size() > 1 && isRule(cells))
            continue;
        if (const auto columns = cells.size() > 1 ? pageColumns(cells) : std::nullopt)
            builder.startTable(*columns);
        else if (barred || builder.isRow(cells))
            addRows(lines.number(), cells, lines.line(), builder);
        else
            builder.addText(lines.number(), lines.line());
    }
}

} // namespace evident
