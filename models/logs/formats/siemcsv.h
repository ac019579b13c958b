#pragma once

#include "eventtable.h"

namespace evident {

/// The result of a search in a SIEM, saved as CSV: a header with the export's names, as they are or as Log Analytics
/// writes them (`eventCode_s`), in any order; or with a column that holds the event's JSON text (`_raw`).
class SiemCsvFormat final : public EventTableFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;

protected:
    EventTable tableOf(QByteArrayView head) const override;
};

} // namespace evident
