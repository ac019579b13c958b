#pragma once

#include <QByteArrayView>
#include <QHashFunctions>

#include <cstring>

// Compiled into each place that asks: a call would cost as much as the hash of a short text.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace evident {

/// A hash of a text, for tables in memory. Seeded anew at each start, so that no file can be made to fill one slot.
inline quint64 textHash(QByteArrayView text) noexcept
{
    static const quint64 seed = quint64(QHashSeed::globalSeed());
    return XXH3_64bits_withSeed(text.data(), size_t(text.size()), seed);
}

/// Whether two texts are the same. Short ones, as a log repeats them, are compared in place, by words of which the last
/// may overlap the one before: a call would cost more than that.
inline bool isSameText(QByteArrayView one, QByteArrayView other) noexcept
{
    const auto size = size_t(one.size());
    if (size != size_t(other.size()))
        return false;
    const auto differ = [&](auto word, size_t at) {
        auto otherWord = word;
        std::memcpy(&word, one.data() + at, sizeof word);
        std::memcpy(&otherWord, other.data() + at, sizeof word);
        return word != otherWord;
    };
    if (size >= sizeof(quint64)) {
        for (size_t at = 0; at + sizeof(quint64) < size; at += sizeof(quint64)) {
            if (differ(quint64(), at))
                return false;
        }
        return !differ(quint64(), size - sizeof(quint64));
    }
    if (size >= sizeof(quint32))
        return !differ(quint32(), 0) && !differ(quint32(), size - sizeof(quint32));
    for (size_t at = 0; at < size; ++at) {
        if (one.data()[at] != other.data()[at])
            return false;
    }
    return true;
}

} // namespace evident
