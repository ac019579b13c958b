#include "logstore.h"

#include <algorithm>
#include <limits>

namespace evident {

namespace {

/// The log's id of each of a block's texts.
std::vector<quint32> idsOf(const BlockTexts &texts, Dictionary &dictionary)
{
    std::vector<quint32> ids(texts.size());
    for (quint32 text = 0; text < texts.size(); ++text)
        ids[text] = dictionary.intern(texts.at(text), texts.hashAt(text));
    return ids;
}

} // namespace

LogStore::LogStore(quint32 maxDescriptions)
    : m_maxDescriptions(maxDescriptions)
{ }

void LogStore::append(const BlockIndex &block, quint64 firstLine, qint64 base)
{
    const std::vector<quint32> userIds = idsOf(block.users, users);
    const std::vector<quint32> methodIds = idsOf(block.methods, methods);
    const std::vector<quint32> applicationIds = idsOf(block.applications, applications);
    const std::vector<quint32> addressIds = idsOf(block.addresses, addresses);
    std::vector<ShapeId> shapeIds;
    shapeIds.reserve(block.shapes.size());
    for (const EventShape &shape : block.shapes)
        shapeIds.push_back(internShape(shape, block.names));

    qint64 unknown = 0;
    for (RecordColumns record : block.records) {
        unknown += block.shapes[record.shape].understood ? 0 : 1;
        record.offset += base;
        record.line = quint32(std::min<quint64>(firstLine + record.line, std::numeric_limits<quint32>::max()));
        record.shape = shapeIds[record.shape];
        record.user = userIds[record.user];
        record.method = methodIds[record.method];
        record.application = applicationIds[record.application];
        record.address = addressIds[record.address];
        columns.append(record);
    }
    columns.publish();
    notUnderstood.fetch_add(unknown, std::memory_order_relaxed);
}

void LogStore::takeBack(Row first, qint64 notUnderstoodBefore, qint64 invalidBytesBefore)
{
    columns.takeBack(first);
    notUnderstood.store(notUnderstoodBefore, std::memory_order_relaxed);
    invalidBytes.store(invalidBytesBefore, std::memory_order_relaxed);
}

ShapeId LogStore::internShape(EventShape shape, const BlockTexts &blockNames)
{
    shape.level = names.intern(blockNames.at(shape.level));
    shape.category = names.intern(blockNames.at(shape.category));
    internDescription(shape, blockNames.at(shape.description));
    return shapes.intern(shape);
}

void LogStore::internDescription(EventShape &shape, QByteArrayView description)
{
    shape.description = 0;
    if (description.isEmpty())
        return;
    const std::optional<quint32> known = names.find(description);
    const bool counted = known && *known < m_isDescription.size() && m_isDescription[*known];
    if (!counted && m_descriptions >= m_maxDescriptions) {
        shape.ownDescriptionKept = false;
        return;
    }
    shape.description = names.intern(description);
    if (counted)
        return;
    ++m_descriptions;
    m_isDescription.resize(std::max<size_t>(m_isDescription.size(), shape.description + 1));
    m_isDescription[shape.description] = true;
}

} // namespace evident
