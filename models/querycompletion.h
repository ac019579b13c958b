#pragma once

#include "catalogsnapshot.h"
#include "query.h"
#include "savedqueries.h"

#include <QList>
#include <QString>

namespace evident {

/// One way on from what is typed in the query box: a catalog entry to look at, or a key or a value to write.
struct Completion
{
    enum class Type {
        Entry, ///< shows `entry`
        Key, ///< writes `insertion`, a key with its colon
        Value, ///< writes `insertion`, a value in the language's quoting
        Saved, ///< writes `insertion`, the whole of a saved query, in place of all
        Code, ///< writes `insertion`, `code:702` for the lone number 702
    };

    Type type = Type::Entry;
    CatalogEntry entry; ///< of Type::Entry
    QString name; ///< of Type::Saved
    QString insertion; ///< what takes the place of `length` characters at `position`
    qsizetype position = 0;
    qsizetype length = 0;

    bool operator==(const Completion &) const = default;
};

/// What fits the text with the cursor at `cursor`; at most `maximumEntries` entries. Keys and values of the word at the
/// cursor come first; for a lone number that is a code, its entries do. `catalog` may be null.
QList<Completion> queryCompletions(const QString &text, qsizetype cursor, const CatalogPointer &catalog,
                                   qsizetype maximumEntries = 8);

/// Saved queries whose name has what is typed; all of them where nothing is. At most `maximum`.
QList<Completion> savedQueryCompletions(const QString &text, const QList<SavedQuery> &queries, qsizetype maximum = 8);

} // namespace evident
