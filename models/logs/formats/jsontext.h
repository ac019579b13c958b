#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>

namespace evident {

/// Writes what the inside of a JSON string stands for to `out`, which has room for as many bytes. Gives the bytes
/// written. Half a surrogate pair becomes U+FFFD, an escape that there is not stays as it is.
std::size_t unescapeJson(QByteArrayView text, char *out);
QByteArray unescapedJson(QByteArrayView text);

/// The same JSON with invalid UTF-8 as U+FFFD, and control characters within strings escaped: what a strict parser
/// takes.
QByteArray sanitisedJson(QByteArrayView text);

/// Without the space between tokens.
QByteArray compactJson(QByteArrayView text);

} // namespace evident
