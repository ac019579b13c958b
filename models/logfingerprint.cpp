#include "logfingerprint.h"

#include "log.h"
#include "source.h"

#include <QCryptographicHash>

#include <algorithm>

namespace evident {

namespace {

constexpr qint64 endBytes = 64 * 1024;

Result<LogFingerprint> fingerprint(const Log &log, qint64 size)
{
    const qint64 part = std::min(size, endBytes);
    const Result<QByteArray> head = readBytes(log.source(), 0, part);
    if (!head)
        return head.error();
    const Result<QByteArray> tail = readBytes(log.source(), size - part, part);
    if (!tail)
        return tail.error();
    const auto hash = [](const QByteArray &bytes) {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    };
    return LogFingerprint{size, hash(head.value()), hash(tail.value())};
}

qint64 sizeOf(const Log &log)
{
    return log.partCount() > 1 ? log.partSize(0) : log.bytesTotal();
}

} // namespace

Result<LogFingerprint> fingerprintOf(const Log &log)
{
    return fingerprint(log, sizeOf(log));
}

bool isGrownFrom(const Log &log, const LogFingerprint &told)
{
    if (told.size < 0 || told.size > sizeOf(log))
        return false;
    const Result<LogFingerprint> now = fingerprint(log, told.size);
    // Shorter than its first bytes can be, it had fewer of them.
    return now && now.value() == told;
}

} // namespace evident
