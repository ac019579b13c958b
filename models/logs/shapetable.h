#pragma once

#include "idtable.h"
#include "resolution.h"
#include "stablearray.h"

#include <QHashFunctions>

#include <atomic>

namespace evident {

/// A hash of everything that makes a shape.
size_t shapeHash(const EventShape &shape, size_t seed) noexcept;

/// Event shapes by number. Append-only: one writer, any number of readers without a lock.
class ShapeTable
{
public:
    ShapeId intern(const EventShape &shape); ///< writer only
    ShapeId size() const noexcept { return m_size.load(std::memory_order_acquire); }
    const EventShape &at(ShapeId id) const noexcept { return m_shapes.at(id); }

private:
    StableArray<EventShape> m_shapes;
    std::atomic<ShapeId> m_size = 0;
    IdTable m_ids;
    size_t m_seed = QHashSeed::globalSeed();
};

} // namespace evident
