#pragma once

#include "csvtable.h"
#include "format.h"
#include "jsonitem.h"
#include "timestamp.h"

namespace evident {

/// What a column of a table of events says.
enum class EventColumn {
    Other, ///< kept, and shown with the record's fields
    Detail, ///< the same, but a name that events have
    Time, ///< of the event
    OtherTime, ///< stands in where the event's own is absent
    Type,
    Level,
    Category,
    Code,
    ActivityCode,
    Description,
    Message,
    User,
    AdminUser,
    Address,
    Application,
    Method,
    Result,
    Transaction, ///< the id
    Activity,
    Json, ///< the event as the service wrote it
};

/// A table whose columns are parts of events, in any order.
struct EventTable
{
    CsvTable csv;
    QList<EventColumn> columns; ///< one for each of csv.names
    bool timesAreUtc = false; ///< the header says so: `TimeGenerated [UTC]`
    bool mayBeShort = false; ///< the last cells of a row may be missing when they are empty

    bool has(EventColumn column) const { return columns.contains(column); }
};

/// The line that may be a table's header: the first from `begin` that is not blank; `sep=;` may stand before it. Empty
/// where there is none, or one longer than any header.
struct TableHeader
{
    QByteArrayView line;
    qsizetype end = 0; ///< of the line, in the text
    char separator = ',';
};
TableHeader tableHeader(QByteArrayView head, qsizetype begin = 0);

/// What the times at the file's beginning tell of the order of day and month.
DateHint dateHint(const EventTable &table, QByteArrayView head);
/// The order in which they are read: the file's own word, else the locale's.
DateOrder dateOrder(const EventTable &table, QByteArrayView head, const FormatContext &context);
/// A sentence on the order that was guessed; "" when there was nothing to guess.
QString guessedOrder(const EventTable &table, QByteArrayView head, const FormatContext &context);

/// The fields of a row that fit the table's columns: cells missing at its end and unquoted commas within its values
/// ("failed, again") are made up for where it is clear. False where they do not fit.
bool fitColumns(const EventTable &table, std::vector<CsvField> &fields);
/// The fields of one record, under the header's names; those of the JSON text go before the table's.
QList<RecordField> eventTableFields(const EventTable &table, QByteArrayView record);

class EventTableParser final : public CsvTableParser
{
public:
    EventTableParser(EventTable table, DateOrder order, const FormatContext &context);

protected:
    void read(const std::vector<CsvField> &fields, ParsedRecord &record) override;
    void begin() override;
    void finish(std::vector<ParsedRecord> &records, size_t first) override;

private:
    /// The JSON text of a record: it is read when the texts of the whole block are at hand.
    struct Item
    {
        qint64 offset = 0; ///< of the record
        qsizetype begin = 0; ///< in m_json
        qsizetype size = 0;
    };
    struct Parts;
    void take(EventColumn column, QByteArrayView value, Parts &parts, ParsedRecord &record) const;
    void keepJson(const CsvField &field, const ParsedRecord &record);

    EventTable m_table;
    DateOrder m_order;
    TimeReader m_times;
    JsonItemReader m_itemReader;
    QByteArray m_json;
    std::vector<Item> m_items;
    std::vector<CsvField> m_fitted;
};

/// What formats have in common whose records are rows of such a table.
class EventTableFormat : public Format
{
public:
    QString guess(QByteArrayView head, const FormatContext &context) const final;
    std::unique_ptr<BlockCutter> cutter(QByteArrayView head, const FormatContext &context) const final;
    std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const final;
    QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const final;

protected:
    /// The table that a file with this head is; without columns when it is none.
    virtual EventTable tableOf(QByteArrayView head) const = 0;
};

} // namespace evident
