#pragma once

#include "lines.h"

namespace evident {

/// Syslog lines, of RFC 3164 or RFC 5424, whose message is one item of the user or the admin event log as JSON.
class SyslogJsonFormat final : public LineFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
    std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const override;
    /// The item's fields, then the header's.
    QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const override;
};

} // namespace evident
