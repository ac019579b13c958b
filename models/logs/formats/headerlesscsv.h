#pragma once

#include "lines.h"

namespace evident {

/// CSV without a header: thirteen columns, `null` for what is absent, and values without quotes, so that a comma in one
/// of them shifts the rest of its row.
class HeaderlessCsvFormat final : public LineFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
    std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const override;
    QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const override;
};

} // namespace evident
