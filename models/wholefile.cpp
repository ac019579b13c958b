#include "wholefile.h"

#include "event.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::WholeFile)
};

} // namespace

bool writeWhole(QSaveFile &file, const QByteArray &bytes)
{
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && commitWhole(file);
}

bool commitWhole(QSaveFile &file)
{
    return file.flush() && file.commit();
}

Result<void> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (writeWhole(file, bytes))
        return {};
    return writeError(path, file);
}

Error writeError(const QString &path, const QSaveFile &file)
{
    return Error{writeErrorText(path, file.error() == QFileDevice::ResourceError, file.errorString())};
}

QString writeErrorText(const QString &path, bool isFull, const QString &reason)
{
    if (isFull)
        return Messages::tr("There is not enough room on the disk for “%1”. Nothing was written.")
            .arg(visibleText(path));
    return Messages::tr("“%1” could not be written: %2. Nothing is left of it.", "a file, a reason without a stop")
        .arg(visibleText(path), reason);
}

} // namespace evident
