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
    QDateTime created; ///< UTC
    QString source; ///< the name of the page
    QString sha256; ///< of the page's bytes, hexadecimal
    QString title;
    Kind kind = Kind::User;
    std::optional<qint64> from; ///< the range that the page's title states
    std::optional<qint64> to;
    qint64 entryCount = 0;
    qint64 notUnderstoodCount = 0; ///< lines of the page
    QList<CatalogEntry> entries;
};

} // namespace evident
