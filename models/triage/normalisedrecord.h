#pragma once

#include "log.h"
#include "resolution.h"

#include <QString>

#include <optional>

namespace evident {

enum class Drift { None, Form, Words };

/// A record as it is printed and exported: the keys of cli.md, in its order. Empty texts are absent.
struct NormalisedRecord
{
    QString file;
    quint32 line = 0;
    std::optional<qint64> time; ///< ms UTC
    Kind kind = Kind::None;
    QString level;
    qint64 code = noCode;
    QString category;
    QString description;
    QString user;
    QString sourceIp;
    QString application;
    QString method;
    QString transactionId;
    QString activityId;
    QString eventId;
    bool known = false;
    Drift drift = Drift::None;
    QString ownLevel;
    QString ownDescription;
    QByteArray raw; ///< UTF-8, exactly
    bool understood = true;
};

/// Reads the record back. An error when the source cannot be read any more.
Result<NormalisedRecord> normalisedRecord(const Log &log, Row row, const Resolution &resolution);

/// UTC with milliseconds and `Z`; "" for a record without a time.
QString utcTimeText(std::optional<qint64> ms);

} // namespace evident
