#pragma once

#include "columns.h"
#include "event.h"

#include <QString>

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
    std::vector<Row> rows; ///< evidence, in time order; of very much of it the first and the last ones
    qint64 count = 0; ///< of all records that are evidence; repeats count once
    QString user; ///< what it is about, where one; else ""
    QString address;
    QString application;
    std::vector<qint64> codes; ///< of the evidence, rising

    bool operator==(const Finding &) const = default;
};

} // namespace evident
