#pragma once

#include "result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace evident {

/// What the program remembers of its person's work: named JSON objects, a file each, in a folder that its owner alone
/// can read. Several programs may write the same one: a change is made to what the file holds then, under a lock, and
/// the file is replaced as a whole. What cannot be written, or is not to be, holds until this goes. One thread.
class StateFolder
{
public:
    /// The longest file that is read or written, in bytes.
    static constexpr qint64 mostBytes = 4 * 1024 * 1024;

    using Change = std::function<void(QJsonObject &)>;

    explicit StateFolder(const QString &path);

    const QString &path() const { return m_path; }
    bool remembers() const { return m_remembers; }
    /// False: all files go, and nothing is written from now on; what they held stays until this goes. True: that is
    /// written again.
    Result<void> setRemembers(bool remembers);

    /// Empty when there is none. A damaged file is set aside, which problems() tells.
    QJsonObject load(const QString &name);
    /// Changes what the file holds now, and returns what it holds then. An error: it could not be written, and holds
    /// until this goes.
    Result<QJsonObject> change(const QString &name, const Change &change);
    Result<QJsonObject> save(const QString &name, const QJsonObject &object);
    Result<void> clear(const QString &name); ///< what was set aside of it, too
    Result<void> clear(); ///< all there is

    /// Whole sentences on files that were set aside since the last call.
    QStringList takeProblems();

private:
    QString fileOf(const QString &name) const;
    QJsonObject read(const QString &name);
    void setAside(const QString &name, const QString &cause);
    Result<void> write(const QString &name, const QJsonObject &object) const;
    bool makeFolder() const;
    QStringList names() const;

    QString m_path;
    bool m_remembers = true;
    QHash<QString, QJsonObject> m_unwritten; ///< takes the place of what the files hold
    QStringList m_problems;
};

} // namespace evident
