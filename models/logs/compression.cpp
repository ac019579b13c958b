#include "compression.h"

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Magic
{
    Compression compression = Compression::None;
    QByteArrayView bytes;
};

// Long enough that no text begins so.
constexpr Magic magics[] = {
    {Compression::Gzip, "\x1F\x8B\x08"},
    {Compression::Zstd, "\x28\xB5\x2F\xFD"},
    {Compression::Xz,
     {"\xFD"
      "7zXZ\0",
      6}},
    {Compression::Zip, "PK\x03\x04"},
    {Compression::Zip, "PK\x05\x06"}, // an empty one
    {Compression::Zip, "PK\x07\x08PK\x03\x04"}, // once meant for several disks
};

constexpr qsizetype bzip2LevelAt = 3;
constexpr QByteArrayView bzip2Block("\x31\x41\x59\x26\x53\x59");
constexpr QByteArrayView bzip2End("\x17\x72\x45\x38\x50\x90");

bool isBzip2(QByteArrayView head)
{
    if (!head.startsWith("BZh") || head.size() <= bzip2LevelAt)
        return false;
    const char level = head[bzip2LevelAt];
    const QByteArrayView rest = head.sliced(bzip2LevelAt + 1);
    return level >= '1' && level <= '9' && (rest.startsWith(bzip2Block) || rest.startsWith(bzip2End));
}

} // namespace

Compression compressionOf(QByteArrayView head)
{
    for (const Magic &magic : magics) {
        if (head.startsWith(magic.bytes))
            return magic.compression;
    }
    return isBzip2(head) ? Compression::Bzip2 : Compression::None;
}

bool isTar(QByteArrayView head)
{
    constexpr qsizetype markAt = 257;
    return head.size() > markAt && head.sliced(markAt).startsWith("ustar");
}

QLatin1StringView compressionName(Compression compression)
{
    switch (compression) {
    case Compression::None:
        break;
    case Compression::Gzip:
        return "gzip"_L1;
    case Compression::Zstd:
        return "zstd"_L1;
    case Compression::Xz:
        return "xz"_L1;
    case Compression::Bzip2:
        return "bzip2"_L1;
    case Compression::Zip:
        return "zip"_L1;
    }
    return "none"_L1;
}

} // namespace evident
