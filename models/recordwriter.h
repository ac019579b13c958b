#pragma once

#include "normalisedrecord.h"

#include <QByteArray>
#include <QIODevice>
#include <QStringList>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace evident {

/// The columns of a printed record, in the order of cli.md.
enum class RecordColumn {
    File,
    Line,
    Time,
    Kind,
    Level,
    Code,
    Category,
    Description,
    User,
    SourceIp,
    Application,
    Method,
    TransactionId,
    ActivityId,
    EventId,
    Known,
    Drift,
    OwnLevel,
    OwnDescription,
    Raw,
};

/// The names of all columns, in order; never translated.
QStringList recordColumnNames();
std::optional<RecordColumn> recordColumnFromName(QStringView name);
/// A column's value as text; "" is absent.
QString recordText(const NormalisedRecord &record, RecordColumn column);
/// `none`, `form`, `words`.
QString driftToken(Drift drift);

/// Writes records one after another to a device that stays open. What is written is complete after finish().
class RecordWriter
{
public:
    enum class Format { Text, Csv, Ndjson };

    /// `zone` is of the times in text output; the machine-readable formats say UTC.
    static std::unique_ptr<RecordWriter> make(Format format, QIODevice *device, const QTimeZone &zone);
    virtual ~RecordWriter() = default;

    /// False when the device takes no more.
    bool begin();
    bool write(const NormalisedRecord &record);
    bool finish();

protected:
    explicit RecordWriter(QIODevice *device);
    virtual QByteArray header() const { return {}; }
    virtual QByteArray bytes(const NormalisedRecord &record) = 0;

private:
    bool flush();

    QIODevice *m_device;
    QByteArray m_buffer;
};

} // namespace evident
