#pragma once

#include "jsondocument.h"

namespace evident {

/// Pages of the admin event API: objects with the array `elements`; also its items in an array of their own or alone.
class CasAdminJsonFormat final : public JsonDocumentFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
};

} // namespace evident
