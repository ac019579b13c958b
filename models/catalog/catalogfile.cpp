#include "catalogfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr QFile::Permissions privateFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions privateFolder = privateFile | QFile::ExeOwner;

bool mayWrite(const QFileInfo &info)
{
    // To a superuser everything is writable; the bits still say what the owner wants.
    return info.isWritable()
        && info.permissions().testAnyFlags(QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther);
}

QString journalOf(const QString &path)
{
    return path + u"-journal"_s;
}

QString stampOf(const QDateTime &now)
{
    return now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

/// `wanted`, with a number behind it where that or its journal is there already.
QString unusedPath(const QString &wanted)
{
    QString path = wanted;
    for (int i = 2; QFileInfo::exists(path) || QFileInfo::exists(journalOf(path)); ++i)
        path = wanted + u'-' + QString::number(i);
    return path;
}

} // namespace

CatalogFile::CatalogFile(const QString &folder)
    : m_folder(QDir::cleanPath(QDir(folder).absolutePath())),
      m_path(m_folder + u"/catalog.db"_s)
{ }

QStringList CatalogFile::backups() const
{
    const QDir dir(m_folder);
    QStringList paths;
    const QStringList names = dir.entryList({u"catalog.db.backup-*"_s}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        if (!name.endsWith(u"-journal"_s))
            paths.append(dir.filePath(name));
    }
    return paths;
}

QString CatalogFile::newBackupPath(const QDateTime &now) const
{
    return unusedPath(m_path + u".backup-"_s + stampOf(now));
}

void CatalogFile::removeOldBackups() const
{
    constexpr qsizetype kept = 5;
    // What a person called otherwise is that person's.
    static const QRegularExpression ours(u"\\.backup-[0-9]{8}T[0-9]{6}Z(-[0-9]+)?$"_s);
    for (const QString &path : backups().filter(ours).mid(kept))
        QFile::remove(path);
}

bool CatalogFile::makeFolder() const
{
    const QFileInfo info(m_folder);
    if (info.exists())
        return info.isDir();
    QDir dir;
    return dir.mkpath(info.path()) && (dir.mkdir(m_folder, privateFolder) || QFileInfo(m_folder).isDir());
}

bool CatalogFile::exists() const
{
    return QFileInfo::exists(m_path);
}

bool CatalogFile::isWritable() const
{
    return mayWrite(QFileInfo(m_folder)) && (!exists() || mayWrite(QFileInfo(m_path)));
}

Result<QString> CatalogFile::replaceDamaged(const QDateTime &now) const
{
    const QString kept = unusedPath(m_path + u".damaged-"_s + stampOf(now));

    QFile damaged(m_path);
    if (!damaged.copy(kept)) {
        return Error{QCoreApplication::translate("evident::CatalogStore", "%1 cannot be kept as %2: %3")
                         .arg(m_path, kept, damaged.errorString())};
    }
    // A journal left behind would be played back into the new database.
    QFile journal(journalOf(m_path));
    if (journal.exists() && !journal.rename(journalOf(kept))) {
        return Error{QCoreApplication::translate("evident::CatalogStore", "%1 cannot be kept as %2: %3")
                         .arg(journalOf(m_path), journalOf(kept), journal.errorString())};
    }
    std::error_code error;
    std::filesystem::rename(QFileInfo(draftPath()).filesystemFilePath(), QFileInfo(m_path).filesystemFilePath(), error);
    if (error) {
        return Error{QCoreApplication::translate("evident::CatalogStore", "%1 cannot be replaced: %2")
                         .arg(m_path, QString::fromStdString(error.message()))};
    }
    return kept;
}

void makePrivateFile(const QString &path)
{
    QFile file(path);
    // When it fails because another program was faster, all is well; for any other reason SQLite will say what is
    // wrong.
    static_cast<void>(file.open(QIODevice::WriteOnly | QIODevice::NewOnly, privateFile));
}

} // namespace evident
