#pragma once

#include "eventtable.h"

namespace evident {

/// The table of the console's event monitor, copied from the browser: cells parted by tabs or commas, under the
/// console's words (`Timestamp`, `Event Code`), or rows alone. Times are in the display's form.
class MonitorTableFormat final : public EventTableFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;

protected:
    EventTable tableOf(QByteArrayView head) const override;
};

} // namespace evident
