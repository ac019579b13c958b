#pragma once

#include "spool.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace evident {

/// Text that comes out of something compressed, piece by piece.
class Unpacker
{
public:
    virtual ~Unpacker() = default;

    /// The next piece, good until the next call; empty at the end. An error names the file and says what is wrong with
    /// it, after all that could be unpacked.
    virtual Result<QByteArrayView> next() = 0;
    /// Compressed bytes that this took.
    virtual qint64 bytesTaken() const = 0;
};

/// Text as it was unpacked into a temporary file.
struct Unpacked
{
    std::shared_ptr<Source> source;
    qint64 size = 0;
    std::optional<Error> damage; ///< why it is not all: the file is cut off or damaged
};

/// Unpacks to the end, or to where the file is damaged. `total` compressed bytes are expected. A question when it
/// becomes too large, or so much larger than what it came from that it may be made to fill the disk; an error when
/// nothing at all can be unpacked. Stopped within 50 ms.
Result<Unpacked> unpackAll(Unpacker &unpacker, qint64 total, const SpoolJob &job);

/// What is said of a file that ends too early, or whose bytes are wrong, near the given byte.
Error cutOffError(const QString &name, qint64 at);
Error damageError(const QString &name, qint64 at, const QString &cause);

} // namespace evident
