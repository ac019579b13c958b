#include "shapetable.h"

namespace evident {

size_t shapeHash(const EventShape &shape, size_t seed) noexcept
{
    const quint32 flags = quint32(shape.kind) << 3 | quint32(shape.understood) << 2 | quint32(shape.failed) << 1
        | quint32(shape.ownDescriptionKept);
    return qHashMulti(seed, flags, shape.code, shape.level, shape.category, shape.description);
}

ShapeId ShapeTable::intern(const EventShape &shape)
{
    const size_t hash = shapeHash(shape, m_seed);
    if (const std::optional<quint32> known = m_ids.find(hash, [&](ShapeId id) { return at(id) == shape; }))
        return *known;
    const ShapeId id = m_size.load(std::memory_order_relaxed);
    m_shapes.make(id) = shape;
    m_ids.insert(hash, id);
    m_size.store(id + 1, std::memory_order_release);
    return id;
}

} // namespace evident
