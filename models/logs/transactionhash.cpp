#include "transactionhash.h"

#include "texthash.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cstring>

namespace evident {

namespace {

constexpr size_t longestShort = 64;
using Short = std::array<char, longestShort>;

/// Letters that differ in case alone become the same, and a few other characters do, which does no harm. False where
/// some are not ASCII.
bool foldShort(QByteArrayView text, Short &folded)
{
    constexpr quint64 caseBits = 0x2020202020202020U;
    constexpr quint64 highBits = 0x8080808080808080U;
    constexpr size_t step = sizeof(quint64);
    quint64 seen = 0;
    const auto fold = [&](size_t at, size_t count) {
        quint64 bytes = 0;
        std::memcpy(&bytes, text.data() + at, count);
        seen |= bytes;
        bytes |= caseBits;
        std::memcpy(folded.data() + at, &bytes, step);
    };
    const auto size = size_t(text.size());
    if (size == 0)
        return true;
    if (size < step) {
        fold(0, size);
    } else {
        for (size_t at = 0; at + step <= size; at += step)
            fold(at, step);
        fold(size - step, step); // overlapping the one before
    }
    return (seen & highBits) == 0;
}

/// The same of any text.
QByteArray foldAny(QByteArrayView text)
{
    constexpr char caseBit = 0x20;
    QByteArray folded = QString::fromUtf8(text).toCaseFolded().toUtf8();
    for (char &c : folded)
        c = uchar(c) < 0x80 ? char(c | caseBit) : c;
    return folded;
}

} // namespace

bool isNoId(QByteArrayView id)
{
    // Nearly all ids are told by where they begin.
    if (id.isEmpty())
        return true;
    if (!QByteArrayView("-0nN").contains(id.front()))
        return false;
    const auto is = [id](QByteArrayView other) { return id.compare(other, Qt::CaseInsensitive) == 0; };
    return is("null") || is("n/a") || std::ranges::all_of(id, [](char c) { return c == '0' || c == '-'; });
}

quint64 transactionHash(IdKind kind, QByteArrayView id)
{
    constexpr quint64 kindBits = 3;
    Short folded; // NOLINT(cppcoreguidelines-pro-type-member-init): written as far as it is read
    const bool isShort = size_t(id.size()) <= longestShort && foldShort(id, folded);
    const quint64 hash = isShort ? textHash({folded.data(), id.size()}) : textHash(foldAny(id));
    return (hash & ~kindBits) | quint64(kind);
}

} // namespace evident
