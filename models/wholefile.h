#pragma once

#include "result.h"

#include <QByteArray>
#include <QString>

class QSaveFile;

namespace evident {

/// Opens the file, writes these bytes and commits them: it is there as a whole or not at all. False: its errorString()
/// says why.
bool writeWhole(QSaveFile &file, const QByteArray &bytes);
/// The end of it, where the bytes are written already: QSaveFile::commit() alone does not tell that the last bytes
/// found no room.
bool commitWhole(QSaveFile &file);

/// The file at this path with these bytes. An error names the file and the cause.
Result<void> writeWholeFile(const QString &path, const QByteArray &bytes);
/// Why a file could not be written, a whole sentence.
Error writeError(const QString &path, const QSaveFile &file);
/// The same. `isFull`: for want of room.
QString writeErrorText(const QString &path, bool isFull, const QString &reason);

} // namespace evident
