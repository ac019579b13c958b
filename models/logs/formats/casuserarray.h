#pragma once

#include "jsondocument.h"

namespace evident {

/// A user's audit log: an array of user items.
class CasUserArrayFormat final : public JsonDocumentFormat
{
public:
    QString name() const override;
    Match match(QByteArrayView head, bool headIsAll) const override;
};

} // namespace evident
