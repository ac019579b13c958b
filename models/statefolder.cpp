#include "statefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::StateFolder)
};

constexpr int longestWaitMs = 1000;
/// A program that died while it wrote does not stop the others for longer.
constexpr int staleMs = 10'000;

const QString fileEnding = u".json"_s;
const QString asideEnding = u".damaged"_s;
const QString lockEnding = u".lock"_s;

QString notWritten(const QString &path, const QString &cause)
{
    return Messages::tr("“%1” could not be written: %2").arg(path, cause);
}

Result<void> removeFile(const QString &path)
{
    QFile file(path);
    if (!file.exists() || file.remove())
        return {};
    return Error{Messages::tr("“%1” could not be deleted: %2").arg(path, file.errorString())};
}

} // namespace

StateFolder::StateFolder(const QString &path)
    : m_path(path)
{ }

QString StateFolder::fileOf(const QString &name) const
{
    return QDir(m_path).filePath(name + fileEnding);
}

bool StateFolder::makeFolder() const
{
    const QDir folder(m_path);
    if (!folder.exists() && !folder.mkpath(u"."_s))
        return false;
    return QFile::setPermissions(m_path, ownerOnly | QFile::ExeOwner);
}

QStringList StateFolder::names() const
{
    QStringList names = m_unwritten.keys();
    for (const QString &file : QDir(m_path).entryList({u'*' + fileEnding}, QDir::Files | QDir::Hidden))
        names.append(file.chopped(fileEnding.size()));
    names.removeDuplicates();
    return names;
}

void StateFolder::setAside(const QString &name, const QString &cause)
{
    const QString path = fileOf(name);
    const QString aside = path + asideEnding;
    QFile::remove(aside);
    const bool moved = QFile::rename(path, aside);
    m_problems.append(moved ? Messages::tr("“%1” is damaged (%2). It was set aside as “%3”.").arg(path, cause, aside)
                            : Messages::tr("“%1” is damaged (%2).").arg(path, cause));
}

QJsonObject StateFolder::read(const QString &name)
{
    QFile file(fileOf(name));
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        m_problems.append(Messages::tr("“%1” could not be read: %2").arg(file.fileName(), file.errorString()));
        return {};
    }
    if (file.size() > mostBytes) {
        setAside(name, Messages::tr("it is longer than %Ln MiB", nullptr, int(mostBytes / (1024 * 1024))));
        return {};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (document.isObject())
        return document.object();
    setAside(name, error.error == QJsonParseError::NoError ? Messages::tr("it holds no object") : error.errorString());
    return {};
}

QJsonObject StateFolder::load(const QString &name)
{
    const auto unwritten = m_unwritten.constFind(name);
    if (unwritten != m_unwritten.cend())
        return *unwritten;
    return m_remembers ? read(name) : QJsonObject();
}

Result<void> StateFolder::write(const QString &name, const QJsonObject &object) const
{
    const QString path = fileOf(name);
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Indented);
    if (bytes.size() > mostBytes)
        return Error{notWritten(
            path, Messages::tr("It would be longer than %Ln MiB.", nullptr, int(mostBytes / (1024 * 1024))))};
    QSaveFile file(path);
    // The owner's alone before anything is in it.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(bytes) != bytes.size()
        || !file.commit())
        return Error{notWritten(path, file.errorString())};
    return {};
}

Result<QJsonObject> StateFolder::change(const QString &name, const Change &change)
{
    if (!m_remembers) {
        change(m_unwritten[name]);
        return m_unwritten.value(name);
    }
    Result<void> written;
    QJsonObject object;
    if (makeFolder()) {
        QLockFile lock(fileOf(name) + lockEnding);
        lock.setStaleLockTime(staleMs);
        const bool locked = lock.tryLock(longestWaitMs);
        object = load(name);
        change(object);
        written = locked
            ? write(name, object)
            : Result<void>(Error{notWritten(fileOf(name), Messages::tr("Another program is writing it."))});
    } else {
        object = load(name);
        change(object);
        written = Error{notWritten(fileOf(name), Messages::tr("The folder cannot be made."))};
    }
    if (!written) {
        m_unwritten.insert(name, object);
        return written.error();
    }
    m_unwritten.remove(name);
    return object;
}

Result<QJsonObject> StateFolder::save(const QString &name, const QJsonObject &object)
{
    return change(name, [&object](QJsonObject &file) { file = object; });
}

Result<void> StateFolder::clear(const QString &name)
{
    m_unwritten.remove(name);
    Result<void> removed = removeFile(fileOf(name));
    Result<void> aside = removeFile(fileOf(name) + asideEnding);
    return removed ? aside : removed;
}

Result<void> StateFolder::clear()
{
    m_unwritten.clear();
    Result<void> all;
    const QDir folder(m_path);
    // Whatever a program that was killed has left of a file that it was writing, too.
    for (const QString &file : folder.entryList(QDir::Files | QDir::Hidden)) {
        if (Result<void> removed = removeFile(folder.filePath(file)); !removed)
            all = removed;
    }
    return all;
}

Result<void> StateFolder::setRemembers(bool remembers)
{
    if (remembers == m_remembers)
        return {};
    QHash<QString, QJsonObject> held;
    for (const QString &name : names())
        held.insert(name, load(name));
    Result<void> all;
    m_remembers = remembers;
    if (!remembers) {
        all = clear();
        m_unwritten = held;
        return all;
    }
    for (auto it = held.cbegin(); it != held.cend(); ++it) {
        if (const Result<QJsonObject> saved = save(it.key(), it.value()); !saved)
            all = saved.error();
    }
    return all;
}

QStringList StateFolder::takeProblems()
{
    return std::exchange(m_problems, {});
}

} // namespace evident
