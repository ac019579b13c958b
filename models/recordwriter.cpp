#include "recordwriter.h"

#include "csvwriter.h"
#include "jsonwriter.h"

#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr qsizetype bufferSize = 64 * 1024;

/// Appends visibleText() piece by piece: of a record of megabytes, whose zeros take five characters each, as UTF-16 a
/// multiple would be held.
void appendVisible(QByteArray &line, QStringView text)
{
    while (!text.isEmpty()) {
        qsizetype length = std::min(text.size(), bufferSize);
        if (length < text.size() && text[length - 1].isHighSurrogate())
            ++length;
        line.append(visibleText(text.first(length)).toUtf8());
        text = text.sliced(length);
    }
}

constexpr std::array columnNames{
    "file"_L1,        "line"_L1,     "time"_L1,          "kind"_L1,           "level"_L1,
    "code"_L1,        "category"_L1, "description"_L1,   "user"_L1,           "sourceIp"_L1,
    "application"_L1, "method"_L1,   "transactionId"_L1, "activityId"_L1,     "eventId"_L1,
    "known"_L1,       "drift"_L1,    "ownLevel"_L1,      "ownDescription"_L1, "raw"_L1,
};

class NdjsonRecordWriter final : public RecordWriter
{
public:
    explicit NdjsonRecordWriter(QIODevice *device)
        : RecordWriter(device)
    { }

private:
    QByteArray bytes(const NormalisedRecord &record) override
    {
        m_json.beginObject();
        for (size_t i = 0; i < columnNames.size(); ++i) {
            m_json.key(columnNames[i]);
            writeValue(record, RecordColumn(i));
        }
        m_json.endObject();
        return m_json.take() + '\n';
    }

    void writeValue(const NormalisedRecord &record, RecordColumn column)
    {
        switch (column) {
        case RecordColumn::Line:
            m_json.number(record.line);
            break;
        case RecordColumn::Code:
            if (record.code == noCode)
                m_json.null();
            else
                m_json.number(record.code);
            break;
        case RecordColumn::Known:
            m_json.boolean(record.known);
            break;
        default:
            m_json.textOrNull(recordText(record, column));
        }
    }

    JsonWriter m_json;
};

class CsvRecordWriter final : public RecordWriter
{
public:
    explicit CsvRecordWriter(QIODevice *device)
        : RecordWriter(device)
    { }

private:
    QByteArray header() const override { return csvRow(recordColumnNames()); }

    QByteArray bytes(const NormalisedRecord &record) override
    {
        QStringList cells;
        for (size_t i = 0; i < columnNames.size(); ++i)
            cells.append(recordText(record, RecordColumn(i)));
        return csvRow(cells);
    }
};

/// For people: one line a record, its columns under each other as far as their values allow.
class TextRecordWriter final : public RecordWriter
{
public:
    TextRecordWriter(QIODevice *device, const QTimeZone &zone)
        : RecordWriter(device),
          m_zone(zone)
    { }

private:
    QByteArray bytes(const NormalisedRecord &record) override
    {
        // Unknown texts are long or short; these are the widths of what usually stands there.
        constexpr int timeWidth = 23;
        constexpr int levelWidth = 7;
        constexpr int codeWidth = 5;
        constexpr int userWidth = 24;
        QString time;
        if (record.time)
            time = QDateTime::fromMSecsSinceEpoch(*record.time, m_zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
        QString text = record.description;
        if (text.isEmpty())
            text = QString::fromUtf8(record.raw);
        QStringList details;
        for (const QString &detail : {record.method, record.application, record.sourceIp}) {
            if (!detail.isEmpty())
                details.append(detail);
        }
        if (!details.isEmpty())
            text += u"  ["_s + details.join(u" · "_s) + u']';
        const QStringList columns{
            time.leftJustified(timeWidth),
            visibleText(record.level).leftJustified(levelWidth),
            recordText(record, RecordColumn::Code).rightJustified(codeWidth),
            visibleText(record.user).leftJustified(userWidth),
            QString(),
        };
        QByteArray line = columns.join(u"  "_s).toUtf8();
        appendVisible(line, text);
        while (line.endsWith(' '))
            line.chop(1);
        return line.append('\n');
    }

    QTimeZone m_zone;
};

} // namespace

QStringList recordColumnNames()
{
    QStringList names;
    for (const QLatin1StringView name : columnNames)
        names.append(name);
    return names;
}

std::optional<RecordColumn> recordColumnFromName(QStringView name)
{
    for (size_t i = 0; i < columnNames.size(); ++i) {
        if (name.compare(columnNames[i], Qt::CaseInsensitive) == 0)
            return RecordColumn(i);
    }
    return std::nullopt;
}

QString driftToken(Drift drift)
{
    switch (drift) {
    case Drift::None:
        return u"none"_s;
    case Drift::Form:
        return u"form"_s;
    case Drift::Words:
        return u"words"_s;
    }
    return {};
}

QString recordText(const NormalisedRecord &record, RecordColumn column)
{
    switch (column) {
    case RecordColumn::File:
        return record.file;
    case RecordColumn::Line:
        return QString::number(record.line);
    case RecordColumn::Time:
        return utcTimeText(record.time);
    case RecordColumn::Kind:
        return kindToken(record.kind);
    case RecordColumn::Level:
        return record.level;
    case RecordColumn::Code:
        return record.code == noCode ? QString() : QString::number(record.code);
    case RecordColumn::Category:
        return record.category;
    case RecordColumn::Description:
        return record.description;
    case RecordColumn::User:
        return record.user;
    case RecordColumn::SourceIp:
        return record.sourceIp;
    case RecordColumn::Application:
        return record.application;
    case RecordColumn::Method:
        return record.method;
    case RecordColumn::TransactionId:
        return record.transactionId;
    case RecordColumn::ActivityId:
        return record.activityId;
    case RecordColumn::EventId:
        return record.eventId;
    case RecordColumn::Known:
        return record.known ? u"true"_s : u"false"_s;
    case RecordColumn::Drift:
        return driftToken(record.drift);
    case RecordColumn::OwnLevel:
        return record.ownLevel;
    case RecordColumn::OwnDescription:
        return record.ownDescription;
    case RecordColumn::Raw:
        return QString::fromUtf8(record.raw);
    }
    return {};
}

std::unique_ptr<RecordWriter> RecordWriter::make(Format format, QIODevice *device, const QTimeZone &zone)
{
    switch (format) {
    case Format::Text:
        break;
    case Format::Csv:
        return std::make_unique<CsvRecordWriter>(device);
    case Format::Ndjson:
        return std::make_unique<NdjsonRecordWriter>(device);
    }
    return std::make_unique<TextRecordWriter>(device, zone);
}

RecordWriter::RecordWriter(QIODevice *device)
    : m_device(device)
{ }

bool RecordWriter::begin()
{
    m_buffer = header();
    return true;
}

bool RecordWriter::write(const NormalisedRecord &record)
{
    const QByteArray written = bytes(record);
    if (m_buffer.size() + written.size() > bufferSize && !flush())
        return false;
    m_buffer.append(written);
    return true;
}

bool RecordWriter::finish()
{
    return flush();
}

bool RecordWriter::flush()
{
    const bool written = m_device->write(m_buffer) == m_buffer.size();
    m_buffer.clear();
    return written;
}

} // namespace evident
