#include "userstory.h"

#include "fieldnames.h"
#include "logusers.h"
#include "signins.h"
#include "storyrecords.h"
#include "storystates.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <tuple>

namespace evident {

namespace {

QList<StorySeen> mostFrequentFirst(const std::map<QString, qint64> &counts, qsizetype most)
{
    QList<StorySeen> seen;
    seen.reserve(qsizetype(counts.size()));
    for (const auto &[value, records] : counts)
        seen.append({value, records});
    std::ranges::stable_sort(
        seen, [](const StorySeen &left, const StorySeen &right) { return left.records > right.records; });
    seen.resize(std::min(most, seen.size()));
    return seen;
}

/// The name as most of the rows spell it, and the others that these rows have: those with a domain.
void addNames(UserStory &story, const Log &log, const std::vector<Row> &rows, const QString &asked)
{
    QHash<quint32, qint64> spellings;
    for (const Row row : rows)
        ++spellings[log.columns().user(row)];
    std::map<QString, std::pair<qint64, QString>> names; // by the folded name, its most frequent spelling
    for (auto spelling = spellings.cbegin(); spelling != spellings.cend(); ++spelling) {
        const std::pair counted(-*spelling, log.texts(TextColumn::User).text(spelling.key()));
        const auto [found, isNew] = names.try_emplace(counted.second.toCaseFolded(), counted);
        if (!isNew)
            found->second = std::min(found->second, counted);
    }
    const auto own = names.find(asked.toCaseFolded());
    story.user = own == names.end() ? asked : own->second.second;
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (name != own)
            story.otherNames.append(name->second.second);
    }
}

void addCounts(UserStory &story, const StoryRecords &records, const StoryLimits &limits)
{
    QHash<quint32, qint64> addresses;
    for (const StoryRecord &record : records.records()) {
        story.errors += records.factsOf(record).isError ? 1 : 0;
        story.withoutTime += record.time == noTime ? 1 : 0;
        if (record.time != noTime && story.begin == noTime)
            story.begin = record.time;
        if (record.address != 0)
            ++addresses[record.address];
    }
    if (!records.records().empty())
        story.end = records.records().back().time;
    story.records = qint64(records.records().size());
    story.repeated = records.repeated();
    std::map<QString, qint64> byText;
    for (auto address = addresses.cbegin(); address != addresses.cend(); ++address)
        byText[records.log().texts(TextColumn::Address).text(address.key())] += *address;
    story.addresses = mostFrequentFirst(byText, limits.seen);
    story.addressCount = qint64(byText.size());
}

void addDevices(UserStory &story, const StoryRecords &records, const StoryLimits &limits, const std::stop_token &stop)
{
    std::map<QString, qint64> devices;
    const auto &all = records.records();
    for (auto record = all.rbegin(); record != all.rend() && size_t(story.devicesReadOf) < limits.deviceRecords;
         ++record) {
        if (stop.stop_requested())
            return;
        ++story.devicesReadOf;
        const Result<QList<RecordField>> fields = records.log().fields(record->row);
        const QString device = fields ? fieldValue(fields.value(), fieldNames(Field::Device)) : QString();
        if (!device.isEmpty() && ++devices[device] == 1)
            story.deviceRows.push_back(record->row);
    }
    story.devices = mostFrequentFirst(devices, limits.seen);
}

} // namespace

UserStory userStory(const Log &log, const Resolution &resolution, const GuidanceBook &guidance, const QString &user,
                    const std::stop_token &stop, const StoryLimits &limits)
{
    UserStory story;
    const std::vector<Row> rows = rowsOfUser(log, user, stop);
    story.asOf = lastTime(log, stop);
    if (rows.empty() || stop.stop_requested())
        return story;
    addNames(story, log, rows, user);
    const StoryRecords records(log, resolution, guidance, rows, stop);
    if (stop.stop_requested())
        return story;
    addCounts(story, records, limits);
    story.things = storyStates(records, stop);
    story.moreMethods = keepMethods(story.things, limits.methods);
    addSignIns(story, records, limits, stop);
    addDevices(story, records, limits, stop);
    return story;
}

} // namespace evident
