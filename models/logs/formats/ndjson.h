#pragma once

#include "lines.h"

namespace evident {

/// JSON lines: each line one item of the user or the admin event log.
class NdjsonFormat final : public LineFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
    std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const override;
    QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const override;
};

} // namespace evident
