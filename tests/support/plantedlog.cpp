#include "plantedlog.h"

#include "incidentstory.h"
#include "logwriter.h"

#include <QFile>

#include <algorithm>

namespace evident {

namespace {

constexpr qint64 fullRecords = 1'000'000;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true;
#elif defined(__has_feature)
constexpr bool isSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool isSanitized = false;
#endif
/// Fewer would leave rare codes out of the first days.
constexpr qint64 fewestOfAllDays = 100'000;
constexpr qint64 everydayRecords = isSanitized ? fewestOfAllDays / 2 : fewestOfAllDays;

} // namespace

qint64 plantedLogRecords()
{
    return qEnvironmentVariableIsSet("EVIDENT_FULL_SIZE") ? fullRecords : everydayRecords;
}

LogGeneratorOptions ordinaryDays(qint64 records)
{
    LogGeneratorOptions options;
    options.seed = 4;
    options.records = records;
    options.people = 3000;
    // As many days and as many faults a day, however many records tell of them; but for a log of very few, which ends
    // before the others.
    constexpr qint64 pausesMs = 6'000'000'000;
    constexpr qint64 recordsAFault = 33'000;
    const qint64 ofAllDays = std::max(records, fewestOfAllDays);
    options.intervalMs = int(pausesMs / ofAllDays);
    options.calm = int(ofAllDays / recordsAFault);
    return options;
}

QList<PlantedIncident> everyIncident(const LogGeneratorOptions &days)
{
    // Behind the days in which codes may still be new, and far from each other.
    constexpr int daysBefore = 6;
    constexpr int secondsBetween = 7 * 3600;
    QDateTime time = days.firstTime.addDays(daysBefore);
    QList<PlantedIncident> incidents;
    for (const QString &rule : incidentRules()) {
        incidents.append({rule, time});
        time = time.addSecs(secondsBetween);
    }
    return incidents;
}

bool writePlantedLog(const QString &path, const LogGeneratorOptions &options)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    bool written = true;
    QByteArray bytes;
    constexpr qsizetype pieceBytes = 1 << 20;
    writeLog(LogShape::Ndjson, options, [&](const QByteArray &piece) {
        bytes += piece;
        if (bytes.size() > pieceBytes) {
            written = written && file.write(bytes) == bytes.size();
            bytes.clear();
        }
    });
    return written && file.write(bytes) == bytes.size() && file.flush();
}

} // namespace evident
