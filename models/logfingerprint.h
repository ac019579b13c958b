#pragma once

#include "result.h"

#include <QByteArray>

namespace evident {

class Log;

/// By what a log is known again at its path: its first bytes, and those before the end that it had. So it stays itself
/// when it grows, and another one that takes its place is not taken for it.
struct LogFingerprint
{
    qint64 size = 0; ///< bytes of its first file
    QByteArray head; ///< hashes
    QByteArray tail;
    bool operator==(const LogFingerprint &) const = default;
};

/// Of the log as it is now. Blocking: never on the GUI thread.
Result<LogFingerprint> fingerprintOf(const Log &log);
/// Whether the log is, or has grown from, the one that is told by this. Blocking.
bool isGrownFrom(const Log &log, const LogFingerprint &told);

} // namespace evident
