#pragma once

#include "blockindex.h"
#include "columns.h"
#include "dictionary.h"
#include "shapetable.h"

#include <atomic>
#include <vector>

namespace evident {

/// What memory holds of a log. One writer, any number of readers without a lock.
class LogStore
{
public:
    /// Distinct descriptions of the records' own that are kept at most, unless told otherwise.
    static constexpr quint32 defaultMaxDescriptions = 65'536;

    explicit LogStore(quint32 maxDescriptions = defaultMaxDescriptions);

    /// Writer only: the block's records become rows and are published. `firstLine` is the 1-based line on which the
    /// block begins, `base` is added to the records' offsets.
    void append(const BlockIndex &block, quint64 firstLine, qint64 base = 0);
    /// Writer only: what is appended next stands in place of the rows from `first` on; the counts are those of the rows
    /// before. See Columns::takeBack().
    void takeBack(Row first, qint64 notUnderstoodBefore, qint64 invalidBytesBefore);

    Columns columns;
    Dictionary users;
    Dictionary methods;
    Dictionary applications;
    Dictionary addresses;
    Dictionary names;
    ShapeTable shapes;
    std::atomic<Row> settledRows = 0; ///< that will not be taken back
    std::atomic<qint64> notUnderstood = 0;
    std::atomic<qint64> invalidBytes = 0;
    std::atomic<qint64> bytesRead = 0;

private:
    ShapeId internShape(EventShape shape, const BlockTexts &blockNames);
    void internDescription(EventShape &shape, QByteArrayView description);

    const quint32 m_maxDescriptions;
    quint32 m_descriptions = 0;
    std::vector<bool> m_isDescription; ///< by id of `names`
};

} // namespace evident
