#include "dictionary.h"

#include "idtable.h"
#include "stablearray.h"
#include "texthash.h"

#include <atomic>
#include <cstring>
#include <vector>

namespace evident {

namespace {

constexpr qsizetype firstArenaSize = 1024;
constexpr qsizetype largestArenaSize = 256 * 1024;

struct Entry
{
    const char *data = nullptr;
    quint32 length = 0;
};

} // namespace

struct Dictionary::Data
{
    StableArray<Entry> entries;
    std::atomic<quint32> size = 0;
    std::atomic<qint64> memory = 0;

    // Of the writer alone.
    IdTable ids;
    std::vector<std::unique_ptr<char[]>> arenas;
    char *free = nullptr;
    qsizetype freeSize = 0;
    qsizetype arenaSize = firstArenaSize;
    qint64 arenaMemory = 0;

    const char *keep(QByteArrayView utf8);
    quint32 append(QByteArrayView utf8);
};

const char *Dictionary::Data::keep(QByteArrayView utf8)
{
    if (utf8.size() > freeSize) {
        // A text that would waste much of an arena gets its own, and the arena in use goes on.
        const bool alone = utf8.size() > arenaSize / 4;
        const qsizetype room = alone ? utf8.size() : arenaSize;
        arenas.push_back(std::make_unique_for_overwrite<char[]>(size_t(room)));
        arenaMemory += room;
        if (alone) {
            std::memcpy(arenas.back().get(), utf8.data(), size_t(utf8.size()));
            return arenas.back().get();
        }
        free = arenas.back().get();
        freeSize = room;
        arenaSize = std::min(arenaSize * 2, largestArenaSize);
    }
    char *place = free;
    std::memcpy(place, utf8.data(), size_t(utf8.size()));
    free += utf8.size();
    freeSize -= utf8.size();
    return place;
}

quint32 Dictionary::Data::append(QByteArrayView utf8)
{
    const quint32 id = size.load(std::memory_order_relaxed);
    Entry &entry = entries.make(id);
    entry.data = utf8.isEmpty() ? "" : keep(utf8);
    entry.length = quint32(utf8.size());
    memory.store(arenaMemory + entries.memory() + ids.memory() + qint64(arenas.capacity() * sizeof(arenas.front())),
                 std::memory_order_relaxed);
    size.store(id + 1, std::memory_order_release);
    return id;
}

Dictionary::Dictionary()
    : m_data(std::make_unique<Data>())
{
    m_data->append({});
}

Dictionary::~Dictionary() = default;

std::optional<quint32> Dictionary::find(QByteArrayView utf8) const
{
    if (utf8.isEmpty())
        return 0;
    return m_data->ids.find(textHash(utf8), [&](quint32 id) { return isSameText(this->utf8(id), utf8); });
}

quint32 Dictionary::intern(QByteArrayView utf8)
{
    return intern(utf8, textHash(utf8));
}

quint32 Dictionary::intern(QByteArrayView utf8, quint64 hash)
{
    if (utf8.isEmpty())
        return 0;
    const auto isSame = [&](quint32 id) { return isSameText(this->utf8(id), utf8); };
    if (const std::optional<quint32> known = m_data->ids.find(hash, isSame))
        return *known;
    m_data->ids.insert(hash, m_data->size.load(std::memory_order_relaxed));
    return m_data->append(utf8);
}

quint32 Dictionary::size() const noexcept
{
    return m_data->size.load(std::memory_order_acquire);
}

QByteArrayView Dictionary::utf8(quint32 id) const noexcept
{
    const Entry &entry = m_data->entries.at(id);
    return {entry.data, qsizetype(entry.length)};
}

QString Dictionary::text(quint32 id) const
{
    return QString::fromUtf8(utf8(id));
}

qint64 Dictionary::memory() const noexcept
{
    return m_data->memory.load(std::memory_order_relaxed);
}

} // namespace evident
