#pragma once

#include "lines.h"

namespace evident {

/// Audit lines of an identity router: syslog with the word SINGLEPOINT, a message id and KEY="value" pairs.
class IdrSyslogFormat final : public LineFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
    std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const override;
    QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const override;
};

} // namespace evident
