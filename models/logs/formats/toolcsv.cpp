#include "toolcsv.h"

#include "csvtable.h"
#include "eventfields.h"
#include "lines.h"
#include "timestamp.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

enum class Column { Other, Time, Type, Application, Address, Description, User, Transaction, Activity };

struct Header
{
    CsvTable table;
    bool hasPreamble = false;
    QList<Column> columns;
};

Column columnOf(QByteArrayView name)
{
    constexpr std::pair<const char *, Column> columns[] = {
        {"eventLogDate", Column::Time},          {"eventType", Column::Type},
        {"Application", Column::Application},    {"SourceIP", Column::Address},
        {"activityDetail", Column::Description}, {"userId", Column::User},
    };
    for (const auto &[known, column] : columns) {
        if (sameName(name, known))
            return column;
    }
    if (isTransactionName(name))
        return Column::Transaction;
    return isActivityName(name) ? Column::Activity : Column::Other;
}

/// `Total Pages:,2` and the like, with or without empty fields behind.
bool isPreamble(const std::vector<CsvField> &fields)
{
    const QByteArrayView first = fields.front().text;
    if (!sameName(first, "Total Pages:") && !sameName(first, "Total Elements:") && !sameName(first, "Page Size:"))
        return false;
    return std::all_of(fields.begin() + std::min<qsizetype>(2, qsizetype(fields.size())), fields.end(),
                       [](const CsvField &field) { return field.text.trimmed().isEmpty(); });
}

Header findHeader(QByteArrayView head)
{
    constexpr int linesToSee = 50;
    Header header;
    LineWalker lines(head);
    for (int i = 0; i < linesToSee && lines.next(); ++i) {
        const QByteArrayView line = lines.line();
        const char separator = CsvSplitter::separatorOf(line);
        CsvSplitter splitter(separator);
        qsizetype end = 0;
        if (splitter.split(line, 0, end) < 0)
            continue;
        header.hasPreamble = header.hasPreamble || isPreamble(splitter.fields());
        QList<QByteArray> names;
        QList<Column> columns;
        for (const CsvField &field : splitter.fields()) {
            names.append(csvText(field).trimmed());
            columns.append(columnOf(names.last()));
        }
        if (!columns.contains(Column::Time) || !columns.contains(Column::Description))
            continue;
        header.table = {separator, lines.position() + line.size(), names};
        header.columns = columns;
        break;
    }
    return header;
}

class ToolCsvParser final : public CsvTableParser
{
public:
    ToolCsvParser(const Header &header, const FormatContext &context)
        : CsvTableParser(header.table),
          m_columns(header.columns),
          m_times(context.inputZone, context.fileTime)
    { }

protected:
    bool isNoRecord(const std::vector<CsvField> &fields) const override
    {
        return CsvTableParser::isNoRecord(fields) || isPreamble(fields);
    }

    void read(const std::vector<CsvField> &fields, ParsedRecord &record) override
    {
        record.understood = qsizetype(fields.size()) == m_columns.size();
        for (size_t i = 0; record.understood && i < fields.size(); ++i)
            take(m_columns[qsizetype(i)], textOf(fields[i]), record);
    }

private:
    void take(Column column, QByteArrayView value, ParsedRecord &record) const
    {
        switch (column) {
        case Column::Time:
            record.time = m_times.iso(value);
            break;
        case Column::Type:
            record.kind = kindOfEventType(value.trimmed());
            break;
        case Column::Application:
            record.application = value;
            break;
        case Column::Address:
            record.address = value;
            break;
        case Column::Description:
            record.description = value;
            break;
        case Column::User:
            record.user = value;
            break;
        case Column::Transaction:
            takeId(value, record.transaction, record);
            break;
        case Column::Activity:
            takeId(value, record.activity, record);
            break;
        case Column::Other:
            break;
        }
    }

    QList<Column> m_columns;
    TimeReader m_times;
};

} // namespace

QString ToolCsvFormat::name() const
{
    return u"tool-csv"_s;
}

Format::Match ToolCsvFormat::match(QByteArrayView head, bool) const
{
    const Header header = findHeader(head);
    if (header.table.headerEnd == 0)
        return {};
    if (header.hasPreamble)
        return {true,
                QCoreApplication::translate("evident::ToolCsvFormat",
                                            "a preamble with counts of pages, and a header with activityDetail")};
    return {true,
            QCoreApplication::translate("evident::ToolCsvFormat", "a header with eventLogDate and activityDetail")};
}

std::unique_ptr<BlockCutter> ToolCsvFormat::cutter(QByteArrayView head, const FormatContext &) const
{
    return std::make_unique<CsvTableCutter>(findHeader(head).table);
}

std::unique_ptr<BlockParser> ToolCsvFormat::parser(QByteArrayView head, const FormatContext &context) const
{
    return std::make_unique<ToolCsvParser>(findHeader(head), context);
}

QList<RecordField> ToolCsvFormat::fields(QByteArrayView record, QByteArrayView head) const
{
    const CsvTable table = findHeader(head).table;
    CsvSplitter splitter(table.separator);
    qsizetype end = 0;
    QList<RecordField> fields;
    if (splitter.split(record, 0, end) < 0 || qsizetype(splitter.fields().size()) != table.names.size())
        return fields;
    for (qsizetype i = 0; i < table.names.size(); ++i)
        fields.append({QString::fromUtf8(table.names[i]), QString::fromUtf8(csvText(splitter.fields()[size_t(i)]))});
    return fields;
}

} // namespace evident
