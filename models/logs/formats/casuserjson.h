#pragma once

#include "jsondocument.h"

namespace evident {

/// Pages of the user event API: objects with the array `userEventLogExportEntries`; also its items alone, each on
/// several lines.
class CasUserJsonFormat final : public JsonDocumentFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
};

} // namespace evident
