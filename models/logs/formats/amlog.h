#pragma once

#include "lines.h"

namespace evident {

/// Lines of an Authentication Manager's logs: comma-separated, behind a syslog header or not, with the name of the
/// logger or not.
class AmLogFormat final : public LineFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
    std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const override;
    /// By name where it is known what stands there, else by number; without the numbered ones that are empty.
    QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const override;
};

} // namespace evident
