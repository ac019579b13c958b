#pragma once

#include "format.h"

namespace evident {

/// The CSV of an export tool: a preamble with the counts of pages, a header, and rows with `activityDetail` in the
/// place of code and level.
class ToolCsvFormat final : public Format
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
    std::unique_ptr<BlockCutter> cutter(QByteArrayView head, const FormatContext &context) const override;
    std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const override;
    QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const override;
};

} // namespace evident
