#pragma once

#include "query.h"
#include "result.h"

namespace evident {

/// The value that a text is in a field, or why it cannot be one. Quoted, any text may be asked for of an address, and
/// "" is absent.
Result<Value> parseQueryValue(Field field, const QString &text, bool quoted);

} // namespace evident
