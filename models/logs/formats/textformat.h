#pragma once

#include "lines.h"

namespace evident {

/// Any text: each line a record, with the time and the event code that can be found in it.
class TextFormat final : public LineFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
    std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const override;
    /// None: a line of text has no fields.
    bool hasFields() const override { return false; }
    QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const override;
};

} // namespace evident
