#include "siemcsv.h"

#include "eventfields.h"
#include "jsonprobe.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct KnownColumn
{
    QByteArrayView name;
    EventColumn column = EventColumn::Other;
};

/// A name without what tools add to it: `_s`, `_d`, `_t`, `_b`, `_g` for its type, ` [UTC]` for its zone.
QByteArrayView plainName(QByteArrayView name)
{
    if (name.endsWith(']') && name.contains('['))
        name = name.first(name.lastIndexOf('[')).trimmed();
    return withoutType(name);
}

EventColumn columnNamed(QByteArrayView name)
{
    static constexpr KnownColumn columns[] = {
        {"eventLogDate", EventColumn::Time},
        {"TimeGenerated", EventColumn::OtherTime},
        {"_time", EventColumn::OtherTime},
        {"@timestamp", EventColumn::OtherTime},
        {"timestamp", EventColumn::OtherTime},
        {"eventType", EventColumn::Type},
        {"eventLevel", EventColumn::Level},
        {"eventCategory", EventColumn::Category},
        {"eventCode", EventColumn::Code},
        {"activityCode", EventColumn::ActivityCode},
        {"eventDescription", EventColumn::Description},
        {"message", EventColumn::Message},
        {"userId", EventColumn::User},
        {"adminUserName", EventColumn::AdminUser},
        {"sourceIPAddress", EventColumn::Address},
        {"application", EventColumn::Application},
        {"method", EventColumn::Method},
        {"result", EventColumn::Result},
        {"_raw", EventColumn::Json},
        {"RawData", EventColumn::Json},
        {"eventId", EventColumn::Detail},
        {"tenantId", EventColumn::Detail},
        {"customerName", EventColumn::Detail},
        {"serverIPAddress", EventColumn::Detail},
        {"serverURL", EventColumn::Detail},
        {"deviceName", EventColumn::Detail},
        {"deviceId", EventColumn::Detail},
        {"policyId", EventColumn::Detail},
        {"policyName", EventColumn::Detail},
        {"authenticationDetails", EventColumn::Detail},
        {"assuranceLevel", EventColumn::Detail},
        {"userActivityId", EventColumn::Activity},
        {"activityId", EventColumn::Activity},
        {"Activity ID", EventColumn::Activity},
        {"transactionId", EventColumn::Transaction},
        {"Transaction ID", EventColumn::Transaction},
        {"activityKey", EventColumn::Detail},
        {"adminUserRole", EventColumn::Detail},
        {"reasonKey", EventColumn::Detail},
    };
    const QByteArrayView plain = plainName(name);
    for (const KnownColumn &known : columns) {
        if (plain.compare(known.name, Qt::CaseInsensitive) == 0)
            return known.column;
    }
    return EventColumn::Other;
}

bool isUtcTime(QByteArrayView name, EventColumn column)
{
    return (column == EventColumn::Time || column == EventColumn::OtherTime)
        && name.toByteArray().toUpper().endsWith("[UTC]");
}

/// Whether the first rows have an event's JSON text.
bool holdsItems(const EventTable &table, QByteArrayView head)
{
    constexpr int rowsToSee = 50;
    const qsizetype column = table.columns.indexOf(EventColumn::Json);
    CsvRows rows(table.csv.separator, table.csv.names.size());
    qsizetype position = table.csv.headerEnd;
    for (int i = 0; i < rowsToSee && position < head.size(); ++i) {
        const auto row = rows.row(head, true, position);
        if (!row)
            return false;
        position = row->next;
        if (row->isBroken || qsizetype(rows.fields().size()) <= column)
            continue;
        const QByteArray text = csvText(rows.fields()[size_t(column)]);
        const qsizetype begin = text.indexOf('{');
        if (begin >= 0 && jsonItemTraits(QByteArrayView(text).sliced(begin)).hasCode)
            return true;
    }
    return false;
}

/// Names that only this service's events have: a code, and something beside it; or when and what, and one more.
bool hasEventColumns(const EventTable &table)
{
    const auto known = std::ranges::count_if(table.columns, [](EventColumn column) {
        return column != EventColumn::Other && column != EventColumn::OtherTime && column != EventColumn::Json;
    });
    const bool hasCode = table.has(EventColumn::Code) || table.has(EventColumn::ActivityCode);
    if (hasCode)
        return known > 1 || table.has(EventColumn::OtherTime);
    return known > 2 && table.has(EventColumn::Time) && table.has(EventColumn::Description);
}

} // namespace

QString SiemCsvFormat::name() const
{
    return u"siem-csv"_s;
}

Format::Match SiemCsvFormat::match(QByteArrayView head, bool) const
{
    const EventTable table = tableOf(head);
    if (hasEventColumns(table))
        return {true, QCoreApplication::translate("evident::SiemCsvFormat", "a header with the names of an event")};
    if (!table.has(EventColumn::Json) || !holdsItems(table, head))
        return {};
    return {true,
            QCoreApplication::translate("evident::SiemCsvFormat", "a table with the JSON text of events in %1")
                .arg(QString::fromUtf8(table.csv.names[table.columns.indexOf(EventColumn::Json)]))};
}

EventTable SiemCsvFormat::tableOf(QByteArrayView head) const
{
    const TableHeader header = tableHeader(head);
    EventTable table;
    table.csv = {header.separator, header.end, csvNames(header.line, header.separator)};
    for (const QByteArray &name : std::as_const(table.csv.names)) {
        table.columns.append(columnNamed(name));
        table.timesAreUtc = table.timesAreUtc || isUtcTime(name, table.columns.last());
    }
    return table;
}

} // namespace evident
