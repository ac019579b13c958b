#include "normalisedrecord.h"

#include "fieldnames.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

Drift driftOf(EventFlags flags)
{
    if (flags.testFlag(EventFlag::WordDrift))
        return Drift::Words;
    return flags.testFlag(EventFlag::FormDrift) ? Drift::Form : Drift::None;
}

/// Beyond the cap on descriptions, what the shape cannot tell is decided here from the text that was read.
void decideFromOwnDescription(NormalisedRecord &record)
{
    if (record.description.isEmpty()) {
        record.description = record.ownDescription;
    } else if (record.known && !record.ownDescription.isEmpty() && record.ownDescription != record.description) {
        const bool sameWords = foldedText(record.ownDescription) == foldedText(record.description);
        record.drift = sameWords ? Drift::Form : Drift::Words;
    }
}

} // namespace

Result<NormalisedRecord> normalisedRecord(const Log &log, Row row, const Resolution &resolution)
{
    Result<QByteArray> raw = log.raw(row);
    if (!raw)
        return raw.error();
    const QList<RecordField> fields = log.fieldsOf(row, raw.value());
    const RecordColumns columns = log.columns().record(row);
    const EventShape shape = log.shape(columns.shape);
    const ResolvedEvent event = resolution.value(columns.shape);
    const Dictionary &names = log.names();

    NormalisedRecord record;
    record.file = log.info(row).path;
    record.line = columns.line;
    if (columns.time != noTime)
        record.time = columns.time;
    record.kind = event.kind;
    record.level = event.level;
    record.code = event.code;
    record.category = event.category;
    record.description = event.description;
    record.user = log.texts(TextColumn::User).text(columns.user);
    record.sourceIp = log.texts(TextColumn::Address).text(columns.address);
    record.application = log.texts(TextColumn::Application).text(columns.application);
    record.method = columns.method ? log.texts(TextColumn::Method).text(columns.method) : event.method;
    record.transactionId = fieldValue(fields, fieldNames(Field::Transaction));
    record.activityId = fieldValue(fields, fieldNames(Field::Activity));
    record.eventId = fieldValue(fields, eventIdNames());
    record.known = event.flags.testFlag(EventFlag::Known);
    record.drift = driftOf(event.flags);
    record.ownLevel = names.text(shape.level);
    record.ownDescription = names.text(shape.description);
    record.raw = std::move(raw).value();
    record.understood = shape.understood;
    if (!shape.ownDescriptionKept) {
        record.ownDescription = fieldValue(fields, fieldNames(Field::Description));
        decideFromOwnDescription(record);
    }
    return record;
}

QString utcTimeText(std::optional<qint64> ms)
{
    return ms ? QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC).toString(Qt::ISODateWithMs) : QString();
}

} // namespace evident
