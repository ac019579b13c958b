#include "packfolder.h"

#include "jsonwriter.h"
#include "wholefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSet>
#include <QUuid>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// By it a pack is known; it is what tells the pack's files from what somebody put beside them.
constexpr auto manifestName = "manifest.json"_L1;
constexpr auto program = "evident"_L1;
constexpr qint64 longestManifest = 1 << 20;

constexpr QDir::Filters everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::PackFolder)
};

QByteArray manifest(const PackFiles &files)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    json.key("program"_L1);
    json.text(QString(program));
    json.key("version"_L1);
    json.text(QStringLiteral(EVIDENT_VERSION));
    json.key("files"_L1);
    json.beginArray();
    for (const PackFile &file : files)
        json.text(file.name);
    json.endArray();
    json.endObject();
    return json.take() + '\n';
}

/// Whether a name out of a manifest stays within the folder.
bool isWithin(const QString &name)
{
    return !name.isEmpty() && QDir::isRelativePath(name) && QDir::cleanPath(name) == name && !name.startsWith(".."_L1);
}

/// The names of the files of the pack that the folder holds, the manifest's among them; empty when it holds none.
QSet<QString> packIn(const QString &folder)
{
    QFile file(QDir(folder).filePath(manifestName));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.read(longestManifest)).object();
    if (json.value("program"_L1).toString() != program || !json.value("files"_L1).isArray())
        return {};
    QSet<QString> names{manifestName};
    for (const QJsonValue name : json.value("files"_L1).toArray()) {
        if (isWithin(name.toString()))
            names.insert(name.toString());
    }
    return names;
}

Result<void> renamed(const QString &from, const QString &to)
{
    std::error_code error;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(), QFileInfo(to).filesystemFilePath(), error);
    if (error)
        return Error{QString::fromLocal8Bit(error.message())};
    return {};
}

/// A new folder beside the pack's, on the same disk. It goes when this does.
class FolderBeside
{
public:
    explicit FolderBeside(const QString &target)
        : m_path(QFileInfo(target).dir().filePath(
            u".%1.%2"_s.arg(QFileInfo(target).fileName(), QUuid::createUuid().toString(QUuid::Id128))))
    { }
    Q_DISABLE_COPY_MOVE(FolderBeside)
    ~FolderBeside()
    {
        if (m_made)
            QDir(m_path).removeRecursively();
    }

    const QString &path() const { return m_path; }

    Result<void> fill(const PackFiles &files)
    {
        std::error_code error;
        m_made = std::filesystem::create_directory(QFileInfo(m_path).filesystemFilePath(), error);
        if (!m_made)
            return Error{QString::fromLocal8Bit(error.message())};
        for (const PackFile &file : files) {
            const QString path = QDir(m_path).filePath(file.name);
            QSaveFile out(path);
            if (!QDir().mkpath(QFileInfo(path).path()) || !writeWhole(out, file.bytes))
                return Error{file.name + u": "_s + out.errorString()};
        }
        return {};
    }

    /// Takes the place of a folder that is not there.
    Result<void> become(const QString &target)
    {
        Result<void> done = renamed(m_path, target);
        m_made = m_made && !done;
        return done;
    }

private:
    QString m_path;
    bool m_made = false;
};

bool holdsAny(const QString &folder, const QSet<QString> &names)
{
    return std::any_of(names.begin(), names.end(), [&folder](const QString &name) { return name.startsWith(folder); });
}

/// Brings what is not of the old pack from its folder into the new one's. What has no place there stays.
void moveOthers(const QDir &from, const QDir &to, const QSet<QString> &old, const QString &prefix = {})
{
    for (const QFileInfo &entry : from.entryInfoList(everything)) {
        const QString name = prefix + entry.fileName();
        const QString target = to.filePath(entry.fileName());
        if (old.contains(name))
            continue;
        if (entry.isDir() && !entry.isSymLink() && (QFileInfo(target).isDir() || holdsAny(name + u'/', old))) {
            QDir().mkdir(target);
            moveOthers(QDir(entry.filePath()), QDir(target), old, name + u'/');
            QDir().rmdir(target); // if nothing came into it
        } else if (entry.isDir() || entry.isSymLink() || !QFileInfo::exists(target))
            (void)renamed(entry.filePath(), target);
    }
}

/// Removes the files of the old pack, and the folders that are empty without them.
void removePack(const QString &folder, const QSet<QString> &old)
{
    QDir dir(folder);
    for (const QString &name : old) {
        const QFileInfo file(dir.filePath(name));
        const bool throughLink = file.canonicalPath() != file.absolutePath();
        if (!throughLink && dir.remove(name) && name.contains(u'/'))
            dir.rmdir(name.section(u'/', 0, -2));
    }
    QDir().rmdir(folder);
}

Result<void> swapFolders(FolderBeside &beside, const QString &target, const QSet<QString> &old)
{
    const QString aside = beside.path() + ".old"_L1;
    if (Result<void> moved = renamed(target, aside); !moved)
        return moved;
    if (Result<void> moved = beside.become(target); !moved) {
        const Result<void> back = renamed(aside, target);
        return back ? moved : Error{Messages::tr("%1; the old pack is now in “%2”.").arg(moved.error().message, aside)};
    }
    moveOthers(QDir(aside), QDir(target), old);
    removePack(aside, old);
    if (QFileInfo::exists(aside))
        return Error{
            Messages::tr("The pack is written, but a part of what stood there before is now in “%1”.").arg(aside)};
    return {};
}

/// Whether the pack may stand in this folder; the names of the pack that it replaces.
Result<QSet<QString>> replacedPack(const QString &target, const PackFiles &files, bool replace)
{
    const QFileInfo info(target);
    if (!info.exists())
        return QSet<QString>();
    if (!info.isDir())
        return Error{Messages::tr("A file of this name exists; the pack needs a folder.")};
    if (QDir(target).isEmpty(everything))
        return QSet<QString>();
    const QSet<QString> old = packIn(target);
    if (old.isEmpty())
        return Error{Messages::tr("The folder holds something else than a pack of Evident; choose another one.")};
    if (!replace)
        return Error{Messages::tr("The folder holds a pack already."), Error::Kind::Question};
    for (const PackFile &file : files) {
        if (!old.contains(file.name) && QFileInfo::exists(QDir(target).filePath(file.name)))
            return Error{Messages::tr("“%1” in it belongs to no pack and would be replaced.").arg(file.name)};
    }
    return old;
}

Result<void> writeInto(const QString &target, const PackFiles &files, bool replace)
{
    const Result<QSet<QString>> old = replacedPack(target, files, replace);
    if (!old)
        return old.error();
    FolderBeside beside(target);
    if (Result<void> filled = beside.fill(files + PackFiles{{manifestName, manifest(files)}}); !filled)
        return filled;
    if (!old.value().isEmpty())
        return swapFolders(beside, target, old.value());
    QDir().rmdir(target); // an empty one
    return beside.become(target);
}

} // namespace

Result<void> writePack(const QString &folder, const PackFiles &files, bool replace)
{
    // Beside a link's target, not beside the link: the two may be on different disks.
    const QString real = QFileInfo(folder).canonicalFilePath();
    const QString target = real.isEmpty() ? QDir::cleanPath(QFileInfo(folder).absoluteFilePath()) : real;
    Result<void> written = writeInto(target, files, replace);
    if (written)
        return written;
    return Error{Messages::tr("“%1”: %2").arg(folder, written.error().message), written.error().kind};
}

} // namespace evident
