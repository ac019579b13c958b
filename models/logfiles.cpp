#include "logfiles.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::LogFiles)
};

/// Folders in folders that are looked into.
constexpr int mostLevels = 16;
constexpr auto allMembers = "!*"_L1;

QCollator naturalOrder()
{
    QCollator order((QLocale(QLocale::English)));
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    return order;
}

bool isPattern(QStringView text)
{
    return text.contains(u'*') || text.contains(u'?');
}

QStringList entries(const QString &folder, QDir::Filters filters, const QString &pattern = {})
{
    filters |= QDir::NoDotAndDotDot | QDir::CaseSensitive;
    if (pattern.startsWith(u'.'))
        filters |= QDir::Hidden;
    // Only * and ? are patterns here.
    QStringList wanted;
    if (!pattern.isEmpty())
        wanted.append(QString(pattern).replace(u'[', u"[[]"_s));
    const QDir directory(folder);
    QStringList names = directory.entryList(wanted, filters, QDir::Unsorted);
    std::ranges::sort(names, naturalOrder());
    for (QString &name : names)
        name = directory.filePath(name);
    return names;
}

QStringList filesIn(const QString &folder, const std::stop_token &stop, int level = 0)
{
    QStringList files = entries(folder, QDir::Files);
    if (!files.isEmpty() || level == mostLevels)
        return files;
    for (const QString &inner : entries(folder, QDir::Dirs | QDir::NoSymLinks)) {
        if (stop.stop_requested())
            break;
        files += filesIn(inner, stop, level + 1);
    }
    return files;
}

QStringList filesOfPattern(const QString &path, const std::stop_token &stop)
{
    const QStringList parts = QDir::cleanPath(QFileInfo(path).absoluteFilePath()).split(u'/');
    QStringList found{parts.first()};
    for (qsizetype i = 1; i < parts.size() && !stop.stop_requested(); ++i) {
        const bool isLast = i == parts.size() - 1;
        QStringList next;
        for (const QString &before : found) {
            if (isPattern(parts[i]))
                next += entries(before + u'/', isLast ? QDir::Files : QDir::Dirs, parts[i]);
            else
                next.append(before + u'/' + parts[i]);
        }
        found = next;
    }
    found.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    if (QFileInfo(path).isRelative()) {
        for (QString &file : found)
            file = QDir().relativeFilePath(file);
    }
    return found;
}

/// What rotation added to a file's name: a number, the larger the older, or a day, the larger the younger.
struct Rotation
{
    QString day; ///< "" of a number
    qint64 number = 0;
};

bool isOlder(const Rotation &left, const Rotation &right)
{
    if (left.day.isEmpty() != right.day.isEmpty())
        return right.day.isEmpty();
    return left.day.isEmpty() ? left.number > right.number : left.day < right.day;
}

/// The name of a log taken apart: "app", "2026-01-14", ".log".
struct RotatedName
{
    QString before; ///< what is rotated
    QString after;
    std::optional<Rotation> rotation;
};

const QString dayPattern = u"[-._](?<day>[0-9]{4}-?[01][0-9]-?[0-3][0-9](?:[-_.T]?[0-9]{2,6})?)"_s;
const QString numberPattern = u"\\.(?<number>[0-9]{1,4})"_s;

RotatedName rotatedName(const QString &name)
{
    static const QRegularExpression rotated(u"^(?<before>.+?)(?:"_s + dayPattern + u'|' + numberPattern
                                            + u")(?<after>\\.[A-Za-z]+)?(?:\\.(?:gz|zst|xz|bz2))?$"_s);
    const QRegularExpressionMatch match = rotated.match(name);
    if (!match.hasMatch()) {
        const qsizetype dot = name.lastIndexOf(u'.');
        return dot > 0 ? RotatedName{name.left(dot), name.mid(dot), {}} : RotatedName{name, {}, {}};
    }
    static const QStringList packed{u".gz"_s, u".zst"_s, u".xz"_s, u".bz2"_s};
    QString after = match.captured(u"after"_s);
    if (packed.contains(after))
        after.clear();
    QString day = match.captured(u"day"_s);
    day.removeIf([](QChar c) { return !c.isDigit(); });
    return {match.captured(u"before"_s), after, Rotation{day, match.captured(u"number"_s).toLongLong()}};
}

/// The archive of which all members are meant; "" where that is not so.
QString archiveOf(const QString &path)
{
    if (!path.endsWith(allMembers))
        return {};
    const QString archive = path.chopped(allMembers.size());
    return QFileInfo(archive).isFile() ? archive : QString();
}

} // namespace

QString wholeArchive(const QString &path)
{
    return path + allMembers;
}

Result<LogFiles> findLogFiles(const QStringList &paths, const std::stop_token &stop)
{
    LogFiles files;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const bool isFolder = info.isDir();
        if (!isFolder && (info.exists() || !isPattern(path))) {
            files.paths.append(path);
            continue;
        }
        if (const QString archive = archiveOf(path); !archive.isEmpty()) {
            files.searched = true;
            files.paths.append(archive);
            continue;
        }
        const QStringList found = isFolder ? filesIn(path, stop) : filesOfPattern(path, stop);
        if (found.isEmpty() && paths.size() == 1) {
            return Error{isFolder ? Messages::tr("There is no file in the folder “%1”.").arg(path)
                                  : Messages::tr("No file has a name like “%1”.").arg(path)};
        }
        files.searched = true;
        files.paths += found;
    }
    files.paths.removeDuplicates();
    if (files.paths.isEmpty())
        return Error{Messages::tr("There is no file in these folders: %1.").arg(paths.join(u", "_s))};
    return files;
}

QStringList findOlderFiles(const QString &path)
{
    const QFileInfo info(path);
    const RotatedName own = rotatedName(info.fileName());
    struct Older
    {
        QString name;
        Rotation rotation;
    };
    QList<Older> older;
    const QDir folder = info.dir();
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        const RotatedName other = rotatedName(name);
        if (!other.rotation || name == info.fileName())
            continue;
        // app-2026-01-14.log as well as app.log-2026-01-14
        const bool sameLog = (other.before == own.before && other.after == own.after)
            || (!own.rotation && other.before == info.fileName() && other.after.isEmpty());
        const bool sameSort = !own.rotation || own.rotation->day.isEmpty() == other.rotation->day.isEmpty();
        if (sameLog && sameSort && (!own.rotation || isOlder(*other.rotation, *own.rotation)))
            older.append({name, *other.rotation});
    }
    std::ranges::stable_sort(older, isOlder, &Older::rotation);
    QStringList paths;
    for (const Older &file : older)
        paths.append(folder.filePath(file.name));
    return paths;
}

} // namespace evident
