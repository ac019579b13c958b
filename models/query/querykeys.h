#pragma once

#include "query.h"

namespace evident {

/// The field of a key in either spelling, without regard to case; nothing for `field.NAME`, which is no fixed key.
std::optional<Field> fieldFromKey(QStringView key);

/// The canonical keys that somebody may have meant who wrote `key`, best first; may be empty.
QStringList nearKeys(QStringView key);

/// The tokens of a field that takes no others; empty for a field that takes any text.
QStringList fieldTokens(Field field);

} // namespace evident
