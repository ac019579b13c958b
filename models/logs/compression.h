#pragma once

#include <QByteArrayView>
#include <QLatin1StringView>

namespace evident {

/// What a file's bytes are packed in.
enum class Compression { None, Gzip, Zstd, Xz, Bzip2, Zip };

/// By the first bytes, whatever the file is called; `compressionHeadSize` of them are enough.
Compression compressionOf(QByteArrayView head);
constexpr qint64 compressionHeadSize = 512;
/// Whether it is a tar archive, which is not read.
bool isTar(QByteArrayView head);

/// As the summary calls it: "none", "gzip" …
QLatin1StringView compressionName(Compression compression);

} // namespace evident
