#include "dismissalstore.h"

#include "statefolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

const QString stateName = u"dismissals"_s;
constexpr qint64 mostFileBytes = 16 * 1024 * 1024; ///< that older versions wrote
constexpr auto listKey = "dismissals"_L1;
constexpr auto pathKey = "path"_L1;
constexpr auto sizeKey = "bytes"_L1;
constexpr auto headKey = "head"_L1;
constexpr auto tailKey = "tail"_L1;
constexpr auto findingKeyKey = "finding"_L1;
constexpr auto reasonKey = "reason"_L1;
constexpr auto timeKey = "time"_L1;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::DismissalStore)
};

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

/// What is damaged is left out.
QList<Dismissal> dismissalsOf(const QJsonObject &object)
{
    QList<Dismissal> dismissals;
    for (const auto &item : object.value(listKey).toArray()) {
        const Dismissal dismissal = read(item.toObject());
        if (!dismissal.finding.isEmpty() && dismissals.size() < DismissalStore::mostDismissals)
            dismissals.append(dismissal);
    }
    return dismissals;
}

/// As many as a file may have.
QJsonArray newestOf(const QList<Dismissal> &dismissals)
{
    constexpr qint64 room = StateFolder::mostBytes / 4 * 3; // the rest is for indents
    qsizetype first = dismissals.size();
    qint64 bytes = 0;
    while (first > 0 && dismissals.size() - first < DismissalStore::mostDismissals) {
        bytes += QJsonDocument(written(dismissals.at(first - 1))).toJson().size();
        if (bytes > room)
            break;
        --first;
    }
    QJsonArray list;
    for (qsizetype i = first; i < dismissals.size(); ++i)
        list.append(written(dismissals.at(i)));
    return list;
}

} // namespace

DismissalStore::DismissalStore(StateFolder &folder)
    : m_folder(folder),
      m_dismissals(dismissalsOf(folder.load(stateName)))
{ }

Result<void> DismissalStore::takeOver(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Dismissal> older;
    if (file.size() <= mostFileBytes)
        older = dismissalsOf(QJsonDocument::fromJson(file.readAll()).object());
    file.close();
    Result<void> taken = older.isEmpty() ? Result<void>() : change([&older](QList<Dismissal> &all) {
        all.removeIf([&older](const Dismissal &each) { return older.contains(each); });
        all = older + all;
    });
    // Of what could not be written it is the only one.
    if (taken && !file.remove())
        return Error{Messages::tr("The file %1 cannot be removed: %2.").arg(path, file.errorString())};
    return taken;
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

Result<void> DismissalStore::change(const Change &change)
{
    const Result<QJsonObject> changed = m_folder.change(stateName, [&change](QJsonObject &object) {
        QList<Dismissal> dismissals = dismissalsOf(object);
        change(dismissals);
        object.insert(listKey, newestOf(dismissals));
    });
    m_dismissals = dismissalsOf(m_folder.load(stateName));
    return changed ? Result<void>() : Result<void>(changed.error());
}

Result<void> DismissalStore::add(const Dismissal &dismissal)
{
    return change([&dismissal](QList<Dismissal> &all) { all.append(dismissal); });
}

Result<void> DismissalStore::remove(const Dismissal &dismissal)
{
    return change([&dismissal](QList<Dismissal> &all) { all.removeAll(dismissal); });
}

} // namespace evident
