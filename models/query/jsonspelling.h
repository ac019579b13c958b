#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace evident {

/// The text with every JSON escape (`\\`, `\"`, `\/`, `\n`, `\uXXXX`, pairs of them …) replaced by what it stands for,
/// as UTF-8; a lone surrogate is U+FFFD. A backslash that begins no escape stays: the text need not be JSON.
QByteArray withoutJsonEscapes(QByteArrayView utf8);

} // namespace evident
