#pragma once

#include <QByteArrayView>
#include <QHashFunctions>

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

} // namespace evident
