#pragma once

#include <QString>

#include <optional>

namespace evident {

/// JSON broken into indented lines; nothing else about it changes: order, spelling of numbers and escapes, and double
/// keys stay, so that it can still be compared with its file. Nothing when the text is not JSON.
std::optional<QString> indentedJson(const QString &text);

} // namespace evident
