#pragma once

#include "catalogdiff.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace evident {

/// What came of one page that was to be read into the catalog.
struct ImportReport
{
    QString path;
    QString error; ///< "" unless it could not be read or applied; then the other facts may be missing
    CatalogPage page;
    CatalogDiff diff; ///< what it changes, or would change
    bool applied = false;
    std::optional<qint64> revision; ///< the catalog's with the page applied
};

/// cli.md's array, an object a page. UTF-8.
QByteArray importJson(const QList<ImportReport> &reports);
/// For people: the counts, then what is added, changed word by word (`[-old-]{+new+}`), removed, and not understood.
/// UTF-8, translated.
QByteArray importText(const QList<ImportReport> &reports);

} // namespace evident
