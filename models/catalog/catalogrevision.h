#pragma once

#include "catalogentry.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace evident {

/// The whole catalog as it was from one moment on, and where it came from.
struct CatalogRevision
{
    /// What made it.
    enum class Origin : quint8 {
        Shipped, ///< the page that came with the program, when the database was made
        Import,
        Restore, ///< of an earlier revision
    };

    qint64 id = 0; ///< counts from 1 and upwards; 0 when it is not stored yet
    Origin origin = Origin::Shipped;
    qint64 restored = 0; ///< of Restore: the id of the revision whose entries it has
    QDateTime created; ///< UTC
    QString source; ///< the name of the page
    QString sha256; ///< of the page's bytes, hexadecimal
    QString title;
    Kind kind = Kind::User;
    std::optional<qint64> from; ///< the range that the page's title states
    std::optional<qint64> to;
    qint64 entryCount = 0; ///< of the whole catalog
    qint64 addedCount = 0; ///< against the revision before it, as are the next two
    qint64 changedCount = 0;
    qint64 removedCount = 0;
    qint64 notUnderstoodCount = 0; ///< lines of the page
    QList<CatalogEntry> entries; ///< empty in a list of revisions
};

} // namespace evident
