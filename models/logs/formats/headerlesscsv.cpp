#include "headerlesscsv.h"

#include "eventfields.h"
#include "headerlessrow.h"
#include "textarena.h"
#include "timestamp.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

using Column = HeaderlessColumn;

QString nameOf(Column column)
{
    static const std::array<QString, size_t(HeaderlessRow::columns)> names = {
        u"eventLogDate"_s, u"customerName"_s,          u"eventType"_s,     u"eventCategory"_s, u"userId"_s,
        u"eventCode"_s,    u"eventDescription"_s,      u"application"_s,   u"method"_s,        u"policyId"_s,
        u"policyName"_s,   u"authenticationDetails"_s, u"assuranceLevel"_s};
    return names[size_t(column)];
}

class HeaderlessCsvParser final : public LineParser
{
public:
    explicit HeaderlessCsvParser(const FormatContext &context)
        : m_times(context.inputZone, context.fileTime)
    { }

    void read(QByteArrayView line, ParsedRecord &record) override
    {
        record.understood = m_row.split(line) && readRow(record);
    }

private:
    bool readRow(ParsedRecord &record)
    {
        const qint64 time = m_times.iso(m_row.value(Column::EventLogDate));
        if (time == noTime)
            return false;
        record.time = time;
        record.kind = kindOfEventType(m_row.value(Column::EventType));
        record.code = parseCode(m_row.value(Column::EventCode));
        record.category = textOf(Column::EventCategory);
        record.description = textOf(Column::EventDescription);
        record.user = textOf(Column::UserId);
        record.method = textOf(Column::Method);
        record.application = textOf(Column::Application);
        return true;
    }

    QByteArrayView textOf(Column column) { return csvText({m_row.value(column), m_row.hasQuotes(column)}, arena()); }

    HeaderlessRow m_row;
    TimeReader m_times;
};

bool isKnownType(QByteArrayView type)
{
    return type.compare("user", Qt::CaseInsensitive) == 0 || kindOfEventType(type) != Kind::User;
}

/// More than a reader needs: other programs write thirteen columns too.
bool looksLikeRow(HeaderlessRow &row, const TimeReader &times, QByteArrayView line)
{
    return row.split(line) && times.iso(row.value(Column::EventLogDate)) != noTime
        && parseCode(row.value(Column::EventCode)) != noCode && isKnownType(row.value(Column::EventType));
}

} // namespace

QString HeaderlessCsvFormat::name() const
{
    return u"headerless-csv"_s;
}

/// A broken line must not hide what the others are: most of the first lines have to be rows.
Format::Match HeaderlessCsvFormat::match(QByteArrayView head, bool headIsAll) const
{
    constexpr int linesToSee = 50;
    HeaderlessRow row;
    const TimeReader times;
    int rows = 0;
    int others = 0;
    LineWalker lines(head);
    while (rows + others < linesToSee && lines.next()) {
        const bool isCutOff = !headIsAll && lines.line().end() == head.end();
        if (lines.isBlank() || (isCutOff && rows > 0))
            continue;
        ++(looksLikeRow(row, times, lines.line()) ? rows : others);
    }
    if (rows == 0 || others > rows)
        return {};
    return {true,
            QCoreApplication::translate("evident::HeaderlessCsvFormat",
                                        "rows of thirteen columns that begin with a time, and no header")};
}

std::unique_ptr<BlockParser> HeaderlessCsvFormat::parser(QByteArrayView, const FormatContext &context) const
{
    return std::make_unique<HeaderlessCsvParser>(context);
}

/// Columns that cannot be told apart are one field with all of their names.
QList<RecordField> HeaderlessCsvFormat::fields(QByteArrayView record, QByteArrayView) const
{
    HeaderlessRow row;
    QList<RecordField> fields;
    if (!row.split(record))
        return fields;
    for (int index = 0; index < int(Column::Count); ++index) {
        const auto column = Column(index);
        const auto blend = std::ranges::find(row.blends(), column, &HeaderlessRow::Blend::first);
        if (blend == row.blends().end()) {
            fields.append({nameOf(column), QString::fromUtf8(csvText({row.value(column), row.hasQuotes(column)}))});
            continue;
        }
        QStringList names;
        for (; index <= int(blend->last); ++index)
            names.append(nameOf(Column(index)));
        --index;
        fields.append({names.join(u','), QString::fromUtf8(blend->text)});
    }
    return fields;
}

} // namespace evident
