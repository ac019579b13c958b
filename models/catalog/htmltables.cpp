#include "htmltables.h"

#include "pagebuilder.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Beyond these a row is none of events: more cells run together, more texts make a cell one of layout.
constexpr qsizetype mostCells = 1000;
constexpr qsizetype mostTexts = 1000;

bool isUnseen(const QByteArray &name)
{
    static const QSet<QByteArray> names{"script", "style", "noscript", "template", "svg", "iframe", "object", "select"};
    return names.contains(name);
}

/// Whether the text goes on through the element; any other ends a line.
bool isInline(const QByteArray &name)
{
    static const QSet<QByteArray> names{"a",    "abbr", "acronym", "b",    "bdi",   "bdo",  "big",    "cite",   "code",
                                        "del",  "dfn",  "em",      "font", "i",     "img",  "ins",    "kbd",    "label",
                                        "nobr", "q",    "s",       "samp", "small", "span", "strike", "strong", "sub",
                                        "sup",  "tt",   "u",       "var",  "wbr",   "mark", "time"};
    return names.contains(name);
}

TitleRank rankOf(const QByteArray &name)
{
    if (name == "title")
        return TitleRank::Document;
    if (name == "h1")
        return TitleRank::MainHeading;
    const bool isHeading =
        name == "caption" || (name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6');
    return isHeading ? TitleRank::Heading : TitleRank::Prose;
}

bool isCell(const QByteArray &name)
{
    return name == "td" || name == "th";
}

qsizetype filledCount(const QStringList &cells)
{
    return std::count_if(cells.begin(), cells.end(), [](const QString &cell) { return !cell.isEmpty(); });
}

/// Of a table without a header: whether this is an event for sure.
bool isEvent(const QStringList &cells)
{
    return (cells.size() == 4 || cells.size() == 5) && pageCode(cells.at(0)) && isPageLevel(cells.at(1));
}

/// Whether it might be one in a table that nobody knows: a code, and at the end more than a word.
bool isLikeEvent(const QStringList &cells)
{
    return cells.size() >= 3 && cells.size() <= 6 && (pageCode(cells.at(0)) || pageCode(cells.at(1)))
        && cells.last().contains(u' ');
}

} // namespace

void HtmlTables::startElement(const HtmlElement &element)
{
    if (m_unseen > 0 || isUnseen(element.name)) {
        ++m_unseen;
        return;
    }
    if (isInline(element.name))
        return;
    if (element.name == "br" && m_rank != TitleRank::Prose) {
        m_text += u' '; // a title of two lines is one
        return;
    }
    endText();
    if (const TitleRank rank = rankOf(element.name); rank != TitleRank::Prose)
        m_rank = rank;
    if (element.name == "table")
        startTable();
    else if (element.name == "tr")
        startRow(element.line);
    else if (isCell(element.name))
        startCell(element);
}

void HtmlTables::endElement(const QByteArray &name)
{
    if (m_unseen > 0) {
        --m_unseen;
        return;
    }
    if (isInline(name) || name == "br")
        return;
    endText();
    if (rankOf(name) != TitleRank::Prose)
        m_rank = TitleRank::Prose;
    if (name == "table")
        endTable();
    else if (name == "tr")
        endRow();
}

void HtmlTables::addCharacters(const QString &text, int line)
{
    if (m_unseen > 0)
        return;
    if (m_text.isEmpty())
        m_textLine = line;
    m_text += text;
}

void HtmlTables::finish()
{
    endText();
    while (!m_tables.isEmpty())
        endTable();
}

void HtmlTables::startTable()
{
    // What stands before a table in a cell of the layout comes before its rows.
    if (!m_tables.isEmpty() && !m_tables.last().isEvents)
        flushAsText(m_tables.last());
    m_tables.append(Table());
}

void HtmlTables::startRow(int line)
{
    if (m_tables.isEmpty())
        startTable(); // rows alone, as when a part of a page was copied
    endRow();
    m_tables.last().line = line;
}

void HtmlTables::startCell(const HtmlElement &element)
{
    if (m_tables.isEmpty())
        startTable();
    Table &table = m_tables.last();
    if (table.row.isEmpty() && table.line == 0)
        table.line = element.line;
    if (table.row.size() < mostCells)
        table.row.append({{}, element.columnSpan, element.rowSpan, element.name == "th"});
}

void HtmlTables::endTable()
{
    if (m_tables.isEmpty())
        return;
    endRow();
    if (m_tables.takeLast().isEvents)
        m_builder.endTable();
}

void HtmlTables::endText()
{
    const QString text = std::exchange(m_text, {}).simplified();
    if (!text.isEmpty())
        keepText({m_textLine, m_rank, text});
}

void HtmlTables::keepText(Text text)
{
    if (m_tables.isEmpty() || m_tables.last().row.isEmpty()) {
        m_builder.addText(text.line, text.text, text.rank);
        return;
    }
    Table &table = m_tables.last();
    QList<Text> &texts = table.row.last().texts;
    if (table.isEvents && !texts.isEmpty()) {
        texts.first().text += u' ' + text.text;
        return;
    }
    texts.append(std::move(text));
    if (texts.size() > mostTexts)
        flushAsText(table);
}

void HtmlTables::flushAsText(Table &table)
{
    const bool isAlone = table.row.size() == 1;
    for (Cell &cell : table.row) {
        for (Text &text : std::exchange(cell.texts, {})) {
            if (isAlone && cell.isHeading && text.rank == TitleRank::Prose)
                text.rank = TitleRank::Heading;
            m_builder.addText(text.line, text.text, text.rank);
        }
    }
}

void HtmlTables::endRow()
{
    Table &table = m_tables.last();
    if (table.row.isEmpty())
        return;
    const QStringList cells = cellsOf(table);
    const bool isInEvents = m_tables.size() > 1 && m_tables.at(m_tables.size() - 2).isEvents;
    if (const auto columns = pageColumns(cells)) {
        closeOuterRows();
        m_builder.startTable(*columns);
        table.isEvents = true;
    } else if (!table.isEvents && !isInEvents && isEvent(cells)) {
        closeOuterRows();
        m_builder.startTable(usualPageColumns(cells));
        table.isEvents = true;
        addEvent(table, cells);
    } else if (table.isEvents) {
        addEvent(table, cells);
    } else if (isInEvents) {
        QList<Cell> &outer = m_tables[m_tables.size() - 2].row;
        for (const QString &cell : cells) {
            if (!cell.isEmpty() && !outer.isEmpty())
                outer.last().texts.append({table.line, TitleRank::Prose, cell});
        }
    } else if (isLikeEvent(cells)) {
        m_builder.addNotUnderstood(table.line, cells.join(u" | "_s));
    } else {
        flushAsText(table);
    }
    table.row.clear();
    table.line = 0;
}

/// An event's table within others begins: what the cells around it held was something of its own.
void HtmlTables::closeOuterRows()
{
    for (Table &table : m_tables.first(m_tables.size() - 1)) {
        if (table.isEvents && !table.row.isEmpty()) {
            addEvent(table, cellsOf(table));
            table.row.clear();
        } else {
            flushAsText(table);
        }
    }
}

void HtmlTables::addEvent(const Table &table, const QStringList &cells)
{
    switch (filledCount(cells)) {
    case 0:
        break;
    case 1: // a note, or a heading between the rows
        m_builder.addText(table.line, cells.join(QString()));
        break;
    default:
        m_builder.addRow(table.line, cells, cells.join(u" | "_s));
    }
}

/// The texts of the open row, one a column.
QStringList HtmlTables::cellsOf(Table &table)
{
    QStringList cells;
    QList<Above> &above = table.above;
    const auto takeFromAbove = [&cells, &above] {
        while (cells.size() < above.size() && above.at(cells.size()).rows > 0) {
            Above &cell = above[cells.size()];
            cell.rows -= 1;
            cells.append(cell.text);
        }
    };
    for (const Cell &cell : table.row) {
        takeFromAbove();
        QStringList texts;
        for (const Text &text : cell.texts)
            texts.append(text.text);
        for (int i = 0; i < cell.columnSpan && cells.size() < mostCells; ++i) {
            const QString text = i == 0 ? texts.join(u' ') : QString();
            if (cell.rowSpan > 1) {
                above.resize(std::max(above.size(), cells.size() + 1));
                above[cells.size()] = {cell.rowSpan - 1, text};
            }
            cells.append(text);
        }
    }
    takeFromAbove();
    return cells;
}

} // namespace evident
