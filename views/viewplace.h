#pragma once

#include "log.h"

#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace evident {

class LogModel;
class LogView;

/// Where a person is in a log: what is at the top, what is current, what is selected. Kept while the table is filled
/// anew, because the log grew or its file was read again.
class ViewPlace
{
public:
    /// `current` is the record that is being read, shown or not.
    ViewPlace(const LogView &view, const LogModel &model, std::optional<Row> current);

    /// Goes there again as far as the records are there; what is not yet read is waited for when `isLoading`. False:
    /// call again when there is more. `atEnd`: who was at the end is at the new one.
    bool restore(LogView &view, const LogModel &model, bool isLoading, bool atEnd) const;

private:
    struct Place
    {
        Row row = 0;
        RecordColumns record; ///< to know it again in another reading of the file
    };
    std::optional<Row> found(const Log &log, const Place &place) const;
    bool isRead(const Log &log) const;

    std::shared_ptr<const Log> m_log;
    std::optional<Place> m_top;
    std::optional<Place> m_current;
    std::vector<Place> m_selected; ///< ascending
    bool m_wasAtTop = false;
    bool m_wasAtEnd = false;
};

} // namespace evident
