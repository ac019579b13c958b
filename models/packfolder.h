#pragma once

#include "result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace evident {

/// One file of a pack.
struct PackFile
{
    QString name; ///< within the pack's folder, with / before a name in a folder of its own
    QByteArray bytes;
    bool operator==(const PackFile &) const = default;
};

/// Files that belong together: made by siemPack() and changePack(), which write nothing.
using PackFiles = QList<PackFile>;

/// Writes the files, and a `manifest.json` that names them, into a folder of their own: all of them, or an Error says
/// why none. The folder is made; what leads to it must be there. An empty folder is taken.
///
/// A folder that holds a pack already is a Question; with `replace` its pack gives way to the new one, and what else
/// stands in it stays. Any other folder is refused.
Result<void> writePack(const QString &folder, const PackFiles &files, bool replace);

} // namespace evident
