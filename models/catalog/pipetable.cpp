#include "pipetable.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// The row of dashes between a header and its rows.
bool isRule(const QStringList &cells)
{
    static const QRegularExpression rule(u"^:?-+:?$"_s);
    return std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return rule.match(cell).hasMatch(); });
}

} // namespace

QStringList pipeCells(const QString &line)
{
    const QString trimmed = line.trimmed();
    QStringList cells;
    QString cell;
    bool closed = false; // by a bar, with nothing behind it yet
    for (qsizetype i = 0; i < trimmed.size(); ++i) {
        closed = false;
        if (trimmed.at(i) == u'\\' && i + 1 < trimmed.size() && trimmed.at(i + 1) == u'|') {
            cell += u'|';
            ++i;
        } else if (trimmed.at(i) != u'|') {
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

void readPipePage(const QStringList &lines, PageBuilder &builder)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const int number = int(i) + 1;
        const QString &line = lines.at(i);
        const QStringList cells = pipeCells(line);
        const bool barred = line.trimmed().startsWith(u'|');
        if (cells.size() > 1 && isRule(cells))
            continue;
        if (const auto columns = cells.size() > 1 ? pageColumns(cells) : std::nullopt)
            builder.startTable(*columns);
        else if (barred || (cells.size() > 1 && pageCode(cells.first())))
            builder.addRow(number, cells, line);
        else
            builder.addText(number, line);
    }
}

} // namespace evident
