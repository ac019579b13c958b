#include "dismissalstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr qint64 mostFileBytes = 16 * 1024 * 1024;
constexpr auto versionKey = "version"_L1;
constexpr auto listKey = "dismissals"_L1;
constexpr auto pathKey = "path"_L1;
constexpr auto sizeKey = "bytes"_L1;
constexpr auto headKey = "head"_L1;
constexpr auto tailKey = "tail"_L1;
constexpr auto findingKeyKey = "finding"_L1;
constexpr auto reasonKey = "reason"_L1;
constexpr auto timeKey = "time"_L1;

QJsonObject written(const Dismissal &dismissal)
{
    return {{pathKey, dismissal.path},
            {sizeKey, dismissal.log.size},
            {headKey, QString::fromLatin1(dismissal.log.head.toHex())},
            {tailKey, QString::fromLatin1(dismissal.log.tail.toHex())},
            {findingKeyKey, dismissal.finding},
            {reasonKey, dismissal.reason},
            {timeKey, dismissal.time.toUTC().toString(Qt::ISODateWithMs)}};
}

Dismissal read(const QJsonObject &object)
{
    const auto text = [&object](QLatin1StringView key) { return object.value(key).toString(); };
    return {text(pathKey),
            {object.value(sizeKey).toInteger(-1), QByteArray::fromHex(text(headKey).toLatin1()),
             QByteArray::fromHex(text(tailKey).toLatin1())},
            text(findingKeyKey),
            text(reasonKey),
            QDateTime::fromString(text(timeKey), Qt::ISODateWithMs)};
}

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::DismissalStore)
};

} // namespace

DismissalStore::DismissalStore(const QString &folder)
    : m_path(QDir(folder).filePath(u"dismissals.json"_s))
{
    load();
}

void DismissalStore::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostFileBytes)
        return;
    const QJsonArray list = QJsonDocument::fromJson(file.readAll()).object().value(listKey).toArray();
    for (const auto &item : list) {
        const Dismissal dismissal = read(item.toObject());
        if (!dismissal.finding.isEmpty() && m_dismissals.size() < mostDismissals)
            m_dismissals.append(dismissal);
    }
}

QList<Dismissal> DismissalStore::of(const QString &path) const
{
    QList<Dismissal> found;
    for (const Dismissal &dismissal : m_dismissals) {
        if (dismissal.path == path)
            found.append(dismissal);
    }
    return found;
}

Result<void> DismissalStore::add(const Dismissal &dismissal)
{
    if (m_dismissals.size() >= mostDismissals)
        m_dismissals.removeFirst();
    m_dismissals.append(dismissal);
    return save();
}

Result<void> DismissalStore::remove(const Dismissal &dismissal)
{
    m_dismissals.removeAll(dismissal);
    return save();
}

Result<void> DismissalStore::setRemembering(bool on)
{
    if (on == m_remembering)
        return {};
    m_remembering = on;
    if (on)
        return save();
    QFile file(m_path);
    if (file.exists() && !file.remove())
        return Error{Messages::tr("The file %1 cannot be removed: %2.").arg(m_path, file.errorString())};
    return {};
}

Result<void> DismissalStore::clear()
{
    m_dismissals.clear();
    return save();
}

Result<void> DismissalStore::save() const
{
    if (!m_remembering)
        return {};
    QJsonArray list;
    for (const Dismissal &dismissal : m_dismissals)
        list.append(written(dismissal));
    QSaveFile file(m_path);
    const QByteArray json = QJsonDocument(QJsonObject{{versionKey, 1}, {listKey, list}}).toJson();
    // Nothing private is in it before its permissions are right.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(json) != json.size() || !file.commit())
        return Error{Messages::tr("The file %1 cannot be written: %2.").arg(m_path, file.errorString())};
    return {};
}

} // namespace evident
