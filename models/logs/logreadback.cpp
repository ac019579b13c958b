// Texts and fields of a log's records, read back from its files and compared with what was indexed.

#include "logdata.h"

#include <QCoreApplication>

#include <algorithm>

namespace evident {

Result<QByteArray> Log::raw(Row row) const
{
    const quint64 revision = m_data->store.columns.revision();
    return noticed(readBack(row), revision);
}

Result<QByteArray> Log::rawPart(Row row, qint64 from, qint64 size) const
{
    const quint64 revision = m_data->store.columns.revision();
    return noticed(readPart(row, m_data->store.columns.record(row), from, size), revision);
}

/// What was read back when the columns had this revision. A row that changed meanwhile says nothing of the file.
Result<QByteArray> Log::noticed(Result<QByteArray> text, quint64 revision) const
{
    if (!text && m_data->store.columns.revision() == revision)
        m_data->isForeign = true;
    return text;
}

bool Log::isForeign() const noexcept
{
    return m_data->isForeign;
}

quint64 Log::doubts() const noexcept
{
    return m_data->doubts;
}

/// `record` is the row's, which may be another by now.
Result<QByteArray> Log::readPart(Row row, const RecordColumns &record, qint64 from, qint64 size) const
{
    const qint64 wanted = std::clamp<qint64>(record.length - from, 0, size);
    Result<QByteArray> text = m_data->cache.read(record.offset + from, wanted);
    if (text && text.value().size() < wanted) {
        return Error{
            QCoreApplication::translate("evident::Log", "“%1” has become shorter: the record on line %2 is gone.")
                .arg(info(row).path)
                .arg(record.line)};
    }
    return text;
}

Result<QByteArray> Log::readBack(Row row) const
{
    const RecordColumns record = m_data->store.columns.record(row);
    Result<QByteArray> text = readPart(row, record, 0, longestText);
    if (text && !isAsIndexed(record, text.value())) {
        return Error{QCoreApplication::translate("evident::Log",
                                                 "“%1” has changed: what is on line %2 is not the record that was "
                                                 "read there. Open the file again.")
                         .arg(info(row).path)
                         .arg(record.line)};
    }
    return text;
}

/// Whether a record's text still says what the columns say. Of a record too long to be read nothing is known.
bool Log::isAsIndexed(const RecordColumns &record, QByteArrayView text) const
{
    if (record.length > longestText)
        return true;
    const EventShape shape = m_data->store.shapes.at(record.shape);
    return m_data->parts[LogPart::numberOf(record.offset)]->holds(text, [&](const ParsedRecord &parsed) {
        return parsed.time == record.time && parsed.understood == shape.understood && parsed.code == shape.code
            && parsed.user == m_data->store.users.utf8(record.user);
    });
}

Result<QList<RecordField>> Log::fields(Row row) const
{
    const Result<QByteArray> text = raw(row);
    if (!text)
        return text.error();
    return fieldsOf(row, text.value());
}

QString Log::field(Row row, const QString &name) const
{
    const Result<QList<RecordField>> all = fields(row);
    if (!all)
        return {};
    const auto found = std::ranges::find_if(
        all.value(), [&](const RecordField &field) { return field.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == all.value().end() ? QString() : found->value;
}

const Source &Log::source() const noexcept
{
    return m_data->source;
}

QList<RecordField> Log::fieldsOf(Row row, QByteArrayView text) const
{
    if (!shape(m_data->store.columns.shape(row)).understood)
        return {};
    const LogInput &input = m_data->parts[partOf(row)]->input;
    return input.format->fields(text, input.head);
}

bool Log::mayHaveFields(Row row) const
{
    return m_data->parts[partOf(row)]->input.format->hasFields() && shape(m_data->store.columns.shape(row)).understood;
}

} // namespace evident
