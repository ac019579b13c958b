#include "unpacker.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace evident {

namespace {

// No log that was ever seen is packed so well, not even by xz; what is made to fill the disk is.
constexpr qint64 suspiciousRatio = 200;
constexpr qint64 harmlessSize = qint64(64) << 20;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::Unpacker)
};

bool isSuspicious(qint64 unpacked, qint64 taken)
{
    return unpacked > harmlessSize && unpacked / suspiciousRatio > taken;
}

Error suspicion(const SpoolJob &job, qint64 unpacked)
{
    return {Messages::tr("“%1” is unpacked to more than %2 times its size, %3 so far, which may be meant to fill the "
                         "disk.")
                .arg(job.name)
                .arg(suspiciousRatio)
                .arg(QLocale().formattedDataSize(unpacked)),
            Error::Kind::Question};
}

} // namespace

Result<Unpacked> unpackAll(Unpacker &unpacker, qint64 total, const SpoolJob &job)
{
    Result<Spool> spool = Spool::create(job);
    if (!spool)
        return spool.error();
    Unpacked unpacked;
    for (;;) {
        const Result<QByteArrayView> piece = unpacker.next();
        if (job.stop.stop_requested())
            return openingStopped(job.name);
        if (!piece)
            unpacked.damage = piece.error();
        if (!piece || piece.value().isEmpty())
            break;
        if (const Result<void> written = spool.value().write(piece.value()); !written)
            return written.error();
        unpacked.size = spool.value().size();
        const bool alone = isSuspicious(unpacked.size, unpacker.bytesTaken());
        const bool together = job.bytesBefore > 0 && isSuspicious(job.bytesBefore + unpacked.size, total);
        if (!job.mayBeLarge && (alone || together))
            return suspicion(job, unpacked.size);
        job.progress(std::min(unpacker.bytesTaken(), total), total);
    }
    if (unpacked.damage && unpacked.size == 0)
        return *unpacked.damage;
    unpacked.source = std::move(spool).value().finish();
    return unpacked;
}

Error cutOffError(const QString &name, qint64 at)
{
    return {Messages::tr("“%1” is cut off at byte %2: what was compressed goes on behind it.").arg(name).arg(at)};
}

Error damageError(const QString &name, qint64 at, const QString &cause)
{
    return {Messages::tr("“%1” is damaged near byte %2: %3.").arg(name).arg(at).arg(cause)};
}

} // namespace evident
