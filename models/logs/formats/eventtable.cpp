#include "eventtable.h"

#include "eventfields.h"
#include "lines.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// More than a JSON parser reads behind an item's end.
constexpr qsizetype jsonPadding = 64;

bool isAbsent(QByteArrayView value)
{
    return value.isEmpty() || value == "null" || value == "-";
}

bool isBlank(const CsvField &field)
{
    return field.text.trimmed().isEmpty();
}

/// Puts together again what was taken for several fields: `failed, again`. Nobody writes a blank behind a comma that
/// parts fields.
void joinProse(std::vector<CsvField> &fields)
{
    size_t kept = 0;
    for (size_t i = 1; i < fields.size(); ++i) {
        CsvField &before = fields[kept];
        const QByteArrayView text = fields[i].text;
        // Quotes around either would stand between them.
        const bool isAdjacent = before.text.end() + 1 == text.begin();
        if (isAdjacent && text.startsWith(' '))
            before.text = QByteArrayView(before.text.begin(), text.end());
        else
            fields[++kept] = fields[i];
    }
    fields.resize(std::min(fields.size(), kept + 1));
}

/// Whether the columns that make a row an event are among its first `count`.
bool hasWhatMatters(const EventTable &table, qsizetype count)
{
    for (const EventColumn column : {EventColumn::Time, EventColumn::OtherTime, EventColumn::Code}) {
        if (table.columns.lastIndexOf(column) >= count)
            return false;
    }
    return true;
}

/// The JSON object within a text, which may have a syslog header before it.
QByteArrayView jsonWithin(QByteArrayView text)
{
    const qsizetype begin = text.indexOf('{');
    const qsizetype end = text.lastIndexOf('}');
    return begin < 0 || end < begin ? QByteArrayView() : text.sliced(begin, end + 1 - begin);
}

char declaredSeparator(QByteArrayView line)
{
    const bool declares = line.size() == 5 && line.first(4).compare("sep=", Qt::CaseInsensitive) == 0;
    return declares ? line[4] : '\0';
}

} // namespace

TableHeader tableHeader(QByteArrayView head, qsizetype begin)
{
    constexpr qsizetype longestHeader = 64 * 1024;
    char separator = '\0';
    LineWalker lines(head.sliced(begin));
    while (lines.next()) {
        if (lines.isBlank())
            continue;
        const QByteArrayView line = lines.line();
        if (const char declared = declaredSeparator(line); declared != '\0' && separator == '\0') {
            separator = declared;
            continue;
        }
        if (line.size() > longestHeader)
            break;
        return {line, begin + lines.position() + line.size(),
                separator == '\0' ? CsvSplitter::separatorOf(line) : separator};
    }
    return {};
}

DateHint dateHint(const EventTable &table, QByteArrayView head)
{
    DateHint found = DateHint::None;
    CsvRows rows(table.csv.separator, table.csv.names.size());
    std::vector<CsvField> fields;
    for (qsizetype position = table.csv.headerEnd; position < head.size();) {
        const auto row = rows.row(head, true, position);
        if (!row)
            break;
        position = row->next;
        fields = rows.fields();
        if (row->isBroken || !fitColumns(table, fields))
            continue;
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            if (table.columns[i] != EventColumn::Time && table.columns[i] != EventColumn::OtherTime)
                continue;
            const DateHint hint = dateHint(fields[size_t(i)].text);
            if (hint == DateHint::DayFirst || hint == DateHint::MonthFirst)
                return hint;
            found = hint == DateHint::Ambiguous ? hint : found;
        }
    }
    return found;
}

DateOrder dateOrder(const EventTable &table, QByteArrayView head, const FormatContext &context)
{
    switch (dateHint(table, head)) {
    case DateHint::DayFirst:
        return DateOrder::DayFirst;
    case DateHint::MonthFirst:
        return DateOrder::MonthFirst;
    case DateHint::None:
    case DateHint::Ambiguous:
        break;
    }
    return context.dateOrder;
}

QString guessedOrder(const EventTable &table, QByteArrayView head, const FormatContext &context)
{
    if (dateHint(table, head) != DateHint::Ambiguous)
        return {};
    return context.dateOrder == DateOrder::DayFirst
        ? QCoreApplication::translate("evident::EventTable",
                                      "Whether the day or the month comes first in the times is a guess: they are read "
                                      "as day/month, as this system writes them.")
        : QCoreApplication::translate("evident::EventTable",
                                      "Whether the day or the month comes first in the times is a guess: they are read "
                                      "as month/day, as this system writes them.");
}

bool fitColumns(const EventTable &table, std::vector<CsvField> &fields)
{
    const auto columns = size_t(table.columns.size());
    while (fields.size() > columns && isBlank(fields.back()))
        fields.pop_back();
    if (fields.size() > columns && table.csv.separator == ',')
        joinProse(fields);
    else if (fields.size() < columns && table.mayBeShort && hasWhatMatters(table, qsizetype(fields.size())))
        fields.resize(columns);
    return fields.size() == columns;
}

QList<RecordField> eventTableFields(const EventTable &table, QByteArrayView record)
{
    CsvSplitter splitter(table.csv.separator);
    qsizetype end = 0;
    if (splitter.split(record, 0, end) < 0)
        return {};
    std::vector<CsvField> cells = splitter.fields();
    if (!fitColumns(table, cells))
        return {};
    QList<RecordField> fields;
    QList<RecordField> others;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const QByteArray text = csvText(cells[size_t(i)]);
        if (table.columns[i] == EventColumn::Json && fields.isEmpty())
            fields = jsonFields(jsonWithin(text));
        if (table.columns[i] != EventColumn::Json || fields.isEmpty())
            others.append({QString::fromUtf8(table.csv.names[i]), QString::fromUtf8(text)});
    }
    // Tools write what they found in the JSON text into columns too.
    for (const RecordField &other : std::as_const(others)) {
        const bool isSaid = std::ranges::any_of(fields, [&other](const RecordField &field) {
            return field.value == other.value && field.name.compare(other.name, Qt::CaseInsensitive) == 0;
        });
        if (!isSaid)
            fields.append(other);
    }
    return fields;
}

/// What a row says before it is known whether it is a user's or an administrator's event.
struct EventTableParser::Parts
{
    qint64 otherTime = noTime;
    qint64 code = noCode;
    qint64 activityCode = noCode;
    QByteArrayView type;
    QByteArrayView description;
    QByteArrayView message;
    QByteArrayView user;
    QByteArrayView adminUser;
};

EventTableParser::EventTableParser(EventTable table, DateOrder order, const FormatContext &context)
    : CsvTableParser(table.csv),
      m_table(std::move(table)),
      m_order(order),
      m_times(m_table.timesAreUtc ? QTimeZone::utc() : context.inputZone, context.fileTime),
      m_itemReader(context)
{ }

void EventTableParser::take(EventColumn column, QByteArrayView value, Parts &parts, ParsedRecord &record) const
{
    const auto keepFirst = [value](QByteArrayView &text) { text = text.isEmpty() ? value : text; };
    switch (column) {
    case EventColumn::Time:
        record.time = record.time == noTime ? m_times.any(value, m_order) : record.time;
        break;
    case EventColumn::OtherTime:
        parts.otherTime = parts.otherTime == noTime ? m_times.any(value, m_order) : parts.otherTime;
        break;
    case EventColumn::Code:
        parts.code = parts.code == noCode ? parseCode(value) : parts.code;
        break;
    case EventColumn::ActivityCode:
        parts.activityCode = parts.activityCode == noCode ? parseCode(value) : parts.activityCode;
        break;
    case EventColumn::Result:
        record.failed = record.failed || value.compare("FAIL", Qt::CaseInsensitive) == 0;
        break;
    case EventColumn::Type:
        return keepFirst(parts.type);
    case EventColumn::Level:
        return keepFirst(record.level);
    case EventColumn::Category:
        return keepFirst(record.category);
    case EventColumn::Description:
        return keepFirst(parts.description);
    case EventColumn::Message:
        return keepFirst(parts.message);
    case EventColumn::User:
        return keepFirst(parts.user);
    case EventColumn::AdminUser:
        return keepFirst(parts.adminUser);
    case EventColumn::Address:
        return keepFirst(record.address);
    case EventColumn::Application:
        return keepFirst(record.application);
    case EventColumn::Method:
        return keepFirst(record.method);
    case EventColumn::Transaction:
        return takeId(value, record.transaction, record);
    case EventColumn::Activity:
        return takeId(value, record.activity, record);
    case EventColumn::Json:
    case EventColumn::Detail:
    case EventColumn::Other:
        break;
    }
}

void EventTableParser::read(const std::vector<CsvField> &fields, ParsedRecord &record)
{
    const std::vector<CsvField> *cells = &fields;
    if (qsizetype(fields.size()) != m_table.columns.size()) {
        m_fitted = fields;
        if (!fitColumns(m_table, m_fitted))
            return;
        cells = &m_fitted;
    }
    Parts parts;
    for (size_t i = 0; i < cells->size(); ++i) {
        const EventColumn column = m_table.columns[qsizetype(i)];
        if (column == EventColumn::Json)
            keepJson((*cells)[i], record);
        else if (column != EventColumn::Other && !isAbsent((*cells)[i].text))
            take(column, textOf((*cells)[i]), parts, record);
    }
    if (record.time == noTime)
        record.time = parts.otherTime;
    const auto either = [](QByteArrayView first, QByteArrayView second) { return first.isEmpty() ? second : first; };
    record.kind = parts.activityCode != noCode ? Kind::Admin : kindOfEventType(parts.type.trimmed());
    const bool isAdmin = record.kind == Kind::Admin;
    record.code = isAdmin && parts.activityCode != noCode ? parts.activityCode : parts.code;
    record.description = isAdmin ? either(parts.message, parts.description) : parts.description;
    record.user = isAdmin ? either(parts.adminUser, parts.user) : parts.user;
    record.understood = record.time != noTime || record.code != noCode || !record.description.isEmpty();
}

void EventTableParser::keepJson(const CsvField &field, const ParsedRecord &record)
{
    const qsizetype begin = m_json.size();
    m_json.resize(begin + field.text.size());
    const qsizetype size = copyCsvText(field, m_json.data() + begin);
    const QByteArrayView item = jsonWithin(QByteArrayView(m_json).sliced(begin, size));
    m_json.truncate(begin + size);
    if (!item.isEmpty())
        m_items.push_back({record.offset, item.data() - m_json.constData(), item.size()});
}

void EventTableParser::begin()
{
    m_items.clear();
    m_json.resize(0);
}

/// What the JSON text says goes before what the columns say.
void EventTableParser::finish(std::vector<ParsedRecord> &records, size_t first)
{
    if (m_items.empty())
        return;
    m_json.append(jsonPadding, ' ');
    m_itemReader.beginBlock(m_json);
    size_t index = first;
    for (const Item &item : m_items) {
        while (records[index].offset != item.offset)
            ++index;
        ParsedRecord read = records[index];
        if (!m_itemReader.read(QByteArrayView(m_json).sliced(item.begin, item.size), read))
            continue;
        if (read.time == noTime)
            read.time = records[index].time;
        records[index] = read;
    }
}

QString EventTableFormat::guess(QByteArrayView head, const FormatContext &context) const
{
    return guessedOrder(tableOf(head), head, context);
}

std::unique_ptr<BlockCutter> EventTableFormat::cutter(QByteArrayView head, const FormatContext &) const
{
    return std::make_unique<CsvTableCutter>(tableOf(head).csv);
}

std::unique_ptr<BlockParser> EventTableFormat::parser(QByteArrayView head, const FormatContext &context) const
{
    const EventTable table = tableOf(head);
    return std::make_unique<EventTableParser>(table, dateOrder(table, head, context), context);
}

QList<RecordField> EventTableFormat::fields(QByteArrayView record, QByteArrayView head) const
{
    return eventTableFields(tableOf(head), record);
}

} // namespace evident
