#include "monitortable.h"

#include "eventfields.h"
#include "lines.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct KnownColumn
{
    QByteArrayView name;
    EventColumn column = EventColumn::Other;
    bool isListed = false; ///< among the columns that the monitor has, in its order
};

constexpr KnownColumn knownColumns[] = {
    {"Timestamp", EventColumn::Time, true},
    {"User ID", EventColumn::User, true},
    {"Event Code", EventColumn::Code, true},
    {"Description", EventColumn::Description, true},
    {"Application", EventColumn::Application, true},
    {"Method", EventColumn::Method, true},
    {"Authentication Details", EventColumn::Other, true},
    {"Assurance Level", EventColumn::Other, true},
    {"Activity ID", EventColumn::Activity, true},
    {"Transaction ID", EventColumn::Transaction, true},
    {"User", EventColumn::User, false},
    {"Time", EventColumn::OtherTime, false},
    {"Date", EventColumn::OtherTime, false},
    {"Event Description", EventColumn::Description, false},
    {"Source IP Address", EventColumn::Address, false},
    {"IP Address", EventColumn::Address, false},
};

const KnownColumn *columnNamed(QByteArrayView name)
{
    const auto *const found =
        std::ranges::find_if(knownColumns, [name](const KnownColumn &known) { return sameName(name, known.name); });
    return found == std::end(knownColumns) ? nullptr : found;
}

/// Of columns that are added to the monitor's.
EventColumn idColumnNamed(QByteArrayView name)
{
    if (isTransactionName(name))
        return EventColumn::Transaction;
    return isActivityName(name) ? EventColumn::Activity : EventColumn::Other;
}

/// The table under what may be the console's header; one without columns where it is not.
EventTable tableUnder(const TableHeader &header)
{
    constexpr int fewestKnown = 3;
    EventTable table;
    table.csv = {header.separator, header.end, csvNames(header.line, header.separator)};
    int known = 0;
    for (const QByteArray &name : std::as_const(table.csv.names)) {
        const KnownColumn *column = columnNamed(name);
        known += column ? 1 : 0;
        table.columns.append(column ? column->column : idColumnNamed(name));
    }
    // A tab at the end of a line is easily lost where it is pasted.
    table.mayBeShort = header.separator == '\t';
    return known >= fewestKnown && table.has(EventColumn::Code) ? table : EventTable();
}

/// Words of the page may have been copied with the table.
EventTable tableWithHeader(QByteArrayView head)
{
    constexpr int linesToSee = 20;
    TableHeader header = tableHeader(head);
    for (int i = 0; i < linesToSee && !header.line.isEmpty(); ++i) {
        if (EventTable table = tableUnder(header); !table.columns.isEmpty())
            return table;
        header = tableHeader(head, header.end);
    }
    return {};
}

/// How many cells a row has that looks like the monitor's: when, who, a code, what; 0 for any other.
qsizetype cellsOfRow(QByteArrayView line, const TimeReader &times)
{
    CsvSplitter splitter('\t');
    qsizetype end = 0;
    if (splitter.split(line, 0, end) < 0 || splitter.fields().size() < 4)
        return 0;
    const bool looksLikeIt = times.any(splitter.fields()[0].text, DateOrder::DayFirst) != noTime
        && parseCode(splitter.fields()[2].text) != noCode && parseCode(splitter.fields()[3].text) == noCode;
    return looksLikeIt ? qsizetype(splitter.fields().size()) : 0;
}

/// The table of rows that were copied without their header, where nearly all of the first are such rows.
EventTable tableWithoutHeader(QByteArrayView head)
{
    constexpr int linesToSee = 50;
    qsizetype cells = 0;
    int rows = 0;
    int others = 0;
    const TimeReader times;
    LineWalker lines(head);
    while (rows + others < linesToSee && lines.next()) {
        if (lines.isBlank())
            continue;
        const qsizetype count = cellsOfRow(lines.line(), times);
        cells = std::max(cells, count);
        ++(count > 0 ? rows : others);
    }
    EventTable table;
    if (rows == 0 || others * 10 > rows)
        return table;
    table.csv.separator = '\t';
    table.mayBeShort = true;
    for (const KnownColumn &known : knownColumns) {
        if (!known.isListed || table.csv.names.size() == cells)
            break;
        table.csv.names.append(known.name.toByteArray());
        table.columns.append(known.column);
    }
    return table.columns.size() == cells ? table : EventTable();
}

} // namespace

QString MonitorTableFormat::name() const
{
    return u"monitor-table"_s;
}

Format::Match MonitorTableFormat::match(QByteArrayView head, bool) const
{
    const EventTable table = tableOf(head);
    if (table.columns.isEmpty())
        return {};
    if (table.csv.headerEnd == 0)
        return {true, QCoreApplication::translate("evident::MonitorTableFormat", "rows of the event monitor's table")};
    return {true,
            QCoreApplication::translate("evident::MonitorTableFormat", "the header of the event monitor's table")};
}

EventTable MonitorTableFormat::tableOf(QByteArrayView head) const
{
    EventTable table = tableWithHeader(head);
    return table.columns.isEmpty() ? tableWithoutHeader(head) : table;
}

} // namespace evident
