#pragma once

#include "columns.h"
#include "event.h"
#include "rowset.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace evident {

/// Something that a rule found in a log.
struct Finding
{
    QString rule; ///< its id
    Severity severity = Severity::Warning;
    QString title; ///< a few words, translated
    QString reason; ///< one sentence with the numbers, translated
    QString advice;
    qint64 begin = noTime; ///< ms UTC, of the first and the last record
    qint64 end = noTime;
    RowSet rows; ///< evidence, in time order; of repeated records one
    QString user; ///< what it is about, where one; else ""
    QString address;
    QString application;
    qint64 code = noCode;
    std::vector<qint64> codes; ///< of the evidence, rising
};

/// What the term `finding:` knows it by, from all of its rule to this one alone: "lock-out", "lock-out/jdoe",
/// "lock-out/jdoe/2026-01-15T09:14:02.118Z" (its beginning, UTC).
QStringList findingNames(const Finding &finding);

} // namespace evident
