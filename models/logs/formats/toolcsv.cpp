#include "toolcsv.h"

#include "csvrows.h"
#include "eventfields.h"
#include "lines.h"
#include "textarena.h"
#include "timestamp.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

enum class Column { Other, Time, Type, Application, Address, Description, User };

struct Header
{
    char separator = ',';
    qsizetype end = 0; ///< of the header's line; 0: there is none
    bool hasPreamble = false;
    QList<QByteArray> names;
    QList<Column> columns;
};

bool sameName(QByteArrayView a, QByteArrayView b)
{
    return a.trimmed().compare(b, Qt::CaseInsensitive) == 0;
}

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
    return Column::Other;
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
        CsvSplitter splitter(CsvSplitter::separatorOf(line));
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
        header.separator = CsvSplitter::separatorOf(line);
        header.end = lines.position() + line.size();
        header.names = names;
        header.columns = columns;
        break;
    }
    return header;
}

/// What a cutter tells a parser of a block: how much of it stands before the header's end, and how long rows are one
/// line each.
quint64 packedState(qsizetype prologue, qsizetype linesUntil)
{
    return quint64(prologue) << 32 | quint64(linesUntil);
}

class ToolCsvCutter final : public BlockCutter
{
public:
    explicit ToolCsvCutter(const Header &header)
        : m_rows(header.separator, header.columns.size()),
          m_prologue(header.end)
    { }

    Cut cut(QByteArrayView block, bool atEnd) override
    {
        const quint64 state = packedState(m_prologue, m_rows.linesUntil());
        qsizetype position = 0;
        while (position < block.size()) {
            const auto row = m_rows.row(block, atEnd, position);
            if (!row)
                break;
            position = row->next;
        }
        rebase(position);
        return {position, state};
    }

    /// What is longer than a row of several lines may be is one line.
    Skip skip(QByteArrayView piece, bool atEnd) override
    {
        const Skip skipped = BlockCutter::skip(piece, atEnd);
        rebase(skipped.size);
        return skipped;
    }

    std::unique_ptr<BlockCutter> clone() const override { return std::make_unique<ToolCsvCutter>(*this); }

private:
    void rebase(qsizetype bytes)
    {
        m_rows.rebase(bytes);
        m_prologue = std::max<qsizetype>(0, m_prologue - bytes);
    }

    CsvRows m_rows;
    qsizetype m_prologue;
};

class ToolCsvParser final : public BlockParser
{
public:
    ToolCsvParser(Header header, const FormatContext &context)
        : m_header(std::move(header)),
          m_times(context.inputZone, context.fileTime)
    { }

    void parse(QByteArrayView block, qint64 offset, quint64 state, std::vector<ParsedRecord> &records) override
    {
        m_arena.clear();
        const auto prologue = qsizetype(state >> 32);
        CsvRows rows(m_header.separator, m_header.columns.size(), qsizetype(state & 0xffffffff));
        LineCounter lines(block);
        qsizetype position = 0;
        while (position < block.size()) {
            const auto row = rows.row(block, true, position);
            if (!row)
                break;
            position = row->next;
            if (row->begin < prologue || (row->isBroken ? row->end == row->begin : isNoRecord(rows.fields())))
                continue;
            ParsedRecord &record = records.emplace_back();
            record.offset = offset + row->begin;
            record.length = quint32(row->end - row->begin);
            record.linesBefore = lines.linesBefore(row->begin);
            record.understood = !row->isBroken && qsizetype(rows.fields().size()) == m_header.columns.size();
            if (record.understood)
                read(rows.fields(), record);
        }
    }

private:
    /// Rows without any value; and what begins every page, where pages were put one behind another.
    bool isNoRecord(const std::vector<CsvField> &fields) const
    {
        if (std::all_of(fields.begin(), fields.end(),
                        [](const CsvField &field) { return field.text.trimmed().isEmpty(); }))
            return true;
        return isPreamble(fields)
            || std::equal(fields.begin(), fields.end(), m_header.names.begin(), m_header.names.end(),
                          [](const CsvField &field, const QByteArray &name) { return sameName(field.text, name); });
    }

    void read(const std::vector<CsvField> &fields, ParsedRecord &record)
    {
        for (size_t i = 0; i < fields.size(); ++i) {
            const QByteArrayView value = textOf(fields[i]);
            switch (m_header.columns[qsizetype(i)]) {
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
            case Column::Other:
                break;
            }
        }
    }

    QByteArrayView textOf(const CsvField &field)
    {
        if (!field.hasQuotes)
            return field.text;
        const QByteArray text = csvText(field);
        char *const copy = m_arena.allocate(size_t(text.size()));
        std::memcpy(copy, text.constData(), size_t(text.size()));
        return {copy, text.size()};
    }

    Header m_header;
    TimeReader m_times;
    TextArena m_arena;
};

} // namespace

QString ToolCsvFormat::name() const
{
    return u"tool-csv"_s;
}

Format::Match ToolCsvFormat::match(QByteArrayView head, bool) const
{
    const Header header = findHeader(head);
    if (header.end == 0)
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
    return std::make_unique<ToolCsvCutter>(findHeader(head));
}

std::unique_ptr<BlockParser> ToolCsvFormat::parser(QByteArrayView head, const FormatContext &context) const
{
    return std::make_unique<ToolCsvParser>(findHeader(head), context);
}

QList<RecordField> ToolCsvFormat::fields(QByteArrayView record, QByteArrayView head) const
{
    const Header header = findHeader(head);
    CsvSplitter splitter(header.separator);
    qsizetype end = 0;
    QList<RecordField> fields;
    if (splitter.split(record, 0, end) < 0 || qsizetype(splitter.fields().size()) != header.names.size())
        return fields;
    for (qsizetype i = 0; i < header.names.size(); ++i)
        fields.append({QString::fromUtf8(header.names[i]), QString::fromUtf8(csvText(splitter.fields()[size_t(i)]))});
    return fields;
}

} // namespace evident
