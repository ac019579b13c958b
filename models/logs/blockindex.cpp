#include "blockindex.h"

#include "shapetable.h"
#include "texthash.h"
#include "transactionhash.h"

namespace evident {

namespace {

quint64 transactionOf(const ParsedRecord &record)
{
    const bool hasTransaction = !isNoId(record.transaction);
    const QByteArrayView id = hasTransaction ? record.transaction : record.activity;
    if (!record.understood || (isNoId(id) && !record.idsAreUnclear))
        return 0;
    const IdKind kind = hasTransaction ? IdKind::Transaction : IdKind::Activity;
    return transactionHash(record.idsAreUnclear ? IdKind::Unclear : kind, id);
}

} // namespace

quint32 BlockTexts::intern(QByteArrayView utf8)
{
    // One record often has what the one before had.
    if (isSameText(at(m_last), utf8))
        return m_last;
    if (utf8.isEmpty())
        return m_last = 0;
    const quint64 hash = textHash(utf8);
    if (const std::optional<quint32> known = m_ids.find(hash, [&](quint32 id) { return isSameText(at(id), utf8); }))
        return m_last = *known;
    const quint32 id = size();
    m_last = id;
    m_entries.push_back({qsizetype(m_bytes.size()), utf8.size(), hash});
    m_bytes.insert(m_bytes.end(), utf8.begin(), utf8.end());
    m_ids.insert(hash, id);
    return id;
}

void BlockTexts::clear()
{
    m_ids.clear();
    m_bytes.clear();
    m_entries.assign(1, {});
    m_last = 0;
}

void BlockIndex::add(const ParsedRecord &record, quint64 line)
{
    RecordColumns columns;
    columns.offset = record.offset;
    columns.length = record.length;
    columns.line = quint32(line);
    columns.time = record.time;
    columns.shape = shapeOf(record);
    columns.user = users.intern(record.user);
    columns.method = methods.intern(record.method);
    columns.application = applications.intern(record.application);
    columns.address = addresses.intern(record.address);
    columns.transaction = transactionOf(record);
    records.push_back(columns);
}

/// A code mostly comes with the texts that it came with last.
ShapeId BlockIndex::shapeOf(const ParsedRecord &record)
{
    ShapeId &last = m_lastOfCode[quint64(record.code) % m_lastOfCode.size()];
    if (last >= shapes.size() || !isShape(record, shapes[last]))
        last = internShape(record);
    return last;
}

bool BlockIndex::isShape(const ParsedRecord &record, const EventShape &shape) const
{
    return shape.code == record.code && shape.kind == record.kind && shape.understood == record.understood
        && shape.failed == record.failed && isSameText(names.at(shape.level), record.level)
        && isSameText(names.at(shape.category), record.category)
        && isSameText(names.at(shape.description), record.description);
}

ShapeId BlockIndex::internShape(const ParsedRecord &record)
{
    EventShape shape;
    shape.kind = record.kind;
    shape.understood = record.understood;
    shape.failed = record.failed;
    shape.code = record.code;
    shape.level = names.intern(record.level);
    shape.category = names.intern(record.category);
    shape.description = names.intern(record.description);
    const size_t hash = shapeHash(shape, 0);
    if (const std::optional<quint32> known = m_shapeIds.find(hash, [&](ShapeId id) { return shapes[id] == shape; }))
        return *known;
    const ShapeId id = ShapeId(shapes.size());
    shapes.push_back(shape);
    m_shapeIds.insert(hash, id);
    return id;
}

void BlockIndex::clear()
{
    records.clear();
    shapes.clear();
    names.clear();
    users.clear();
    methods.clear();
    applications.clear();
    addresses.clear();
    m_shapeIds.clear();
}

} // namespace evident
