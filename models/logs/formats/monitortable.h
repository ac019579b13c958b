#pragma once

#include "format.h"

namespace evident {

/// The table of the console's event monitor, copied from the browser: cells parted by tabs or commas, under the
/// console's words (`Timestamp`, `Event Code`), or rows alone. Times are in the display's form.
class MonitorTableFormat final : public Format
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
    QString guess(QByteArrayView head, const FormatContext &context) const override;
    std::unique_ptr<BlockCutter> cutter(QByteArrayView head, const FormatContext &context) const override;
    std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const override;
    QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const override;
};

} // namespace evident
