#pragma once

#include "logset.h"
#include "recordwriter.h"

#include <vector>

namespace evident {

/// The kept rows of several files in one order. One file keeps its own order; several are merged by time, ties by file,
/// then position. A record without a time stays behind its predecessor in its file; one without such a predecessor goes
/// first.
class MergedLog
{
public:
    struct Place
    {
        quint32 file = 0; ///< position in LogSet::files()
        Row row = 0;
        bool operator==(const Place &) const = default;
    };

    /// The set must outlive this and keep its rows.
    explicit MergedLog(const LogSet &logs);

    /// Stable; levels by weight, numbers as numbers, texts without regard to case. Absent values come last, first when
    /// descending.
    void sort(RecordColumn column, bool descending);

    const std::vector<Place> &places() const noexcept { return m_places; }
    Result<NormalisedRecord> record(const Place &place) const;

private:
    const LogSet &m_logs;
    std::vector<Place> m_places;
};

} // namespace evident
