#include "summary.h"

#include "fieldnames.h"
#include "frequenttexts.h"
#include "rowfilter.h"
#include "rowparts.h"
#include "timespan.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>

namespace evident {

namespace {

using Counts = QHash<QString, qint64>;

/// Rows that are worth a thread of its own.
constexpr Row smallestPart = 32 * Columns::chunkRows;

/// One code's records by what is said of them; a code that the catalog lacks may be told differently by its records.
struct CodeBucket
{
    qint64 count = 0;
    bool known = false;
    FrequentTexts<std::tuple<QString, QString, QString>> texts; ///< level, category, description
};

struct UserCounts
{
    qint64 count = 0;
    qint64 errors = 0;
};

bool isError(const QString &level)
{
    return severityOf(level) <= Severity::Error;
}

void addTo(Counts &counts, const FacetCounts &more)
{
    for (const FacetCount &facet : more)
        counts[facet.value] += facet.count;
}

FacetCounts byFrequency(const Counts &counts)
{
    FacetCounts list;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        list.append({count.key(), count.value()});
    std::sort(list.begin(), list.end(), [](const FacetCount &left, const FacetCount &right) {
        return left.count != right.count ? left.count > right.count : left.value < right.value;
    });
    return list;
}

/// The rows at these positions of the set.
void readRows(const Columns &columns, LogColumn column, const RowSet &rows, Row position, std::span<quint32> values)
{
    if (rows.isAll())
        columns.read(column, position, values);
    else
        columns.gather(column, rows.rows().subspan(position, values.size()), values);
}

/// Counted by id, large logs by several threads.
std::vector<UserCounts> countUsers(const Log &log, const Resolution &resolution, const RowSet &rows)
{
    // One addition counts a record, and an error of it in the upper half.
    constexpr quint64 record = 1;
    constexpr quint64 error = quint64(1) << 32;
    std::vector<quint64> weights(std::size_t(resolution.size()));
    for (qsizetype id = 0; id < resolution.size(); ++id)
        weights[std::size_t(id)] = record + (isError(resolution[id].level) ? error : 0);
    std::vector<std::vector<quint64>> parts(partsOf(rows.size(), smallestPart));
    forParts(0, rows.size(), Row(parts.size()), [&](Row part, Row first, Row last) {
        std::vector<quint64> byId(log.texts(TextColumn::User).size());
        std::array<quint32, Columns::chunkRows> users{};
        std::array<quint32, Columns::chunkRows> shapes{};
        for (Row position = first; position < last;) {
            const Row count = std::min(last - position, Columns::chunkRows - position % Columns::chunkRows);
            readRows(log.columns(), LogColumn::User, rows, position, std::span(users).first(count));
            readRows(log.columns(), LogColumn::Shape, rows, position, std::span(shapes).first(count));
            for (Row i = 0; i < count; ++i)
                byId[users[i]] += weights[shapes[i]];
            position += count;
        }
        parts[part] = std::move(byId);
    });
    std::vector<UserCounts> counts(log.texts(TextColumn::User).size());
    for (const std::vector<quint64> &byId : parts) {
        for (size_t id = 0; id < byId.size(); ++id) {
            counts[id].count += qint64(byId[id] % error);
            counts[id].errors += qint64(byId[id] / error);
        }
    }
    return counts;
}

} // namespace

struct SummaryBuilder::Data
{
    Summary summary;
    Counts levels;
    Counts categories;
    Counts methods;
    Counts applications;
    Counts owners;
    std::map<std::pair<Kind, qint64>, CodeBucket> codes;
    QHash<QString, UserCounts> users;

    void addTimes(const Log &log, const RowSet &matched);
    void addUsers(const Log &log, const Resolution &resolution, const RowSet &matched);
    void addShapes(const Log &log, const Resolution &resolution, const std::vector<qint64> &shapes);
    void addReadDrift(const Log &log, const Resolution &resolution, const RowSet &matched);
};

void SummaryBuilder::Data::addTimes(const Log &log, const RowSet &matched)
{
    if (const std::optional<TimeSpan> span = timeSpan(log.columns(), matched)) {
        summary.firstTime = std::min(summary.firstTime.value_or(span->first), span->first);
        summary.lastTime = std::max(summary.lastTime.value_or(span->last), span->last);
    }
}

void SummaryBuilder::Data::addUsers(const Log &log, const Resolution &resolution, const RowSet &matched)
{
    const std::vector<UserCounts> byId = countUsers(log, resolution, matched);
    for (quint32 id = 0; id < byId.size(); ++id) {
        if (byId[id].count > 0) {
            UserCounts &user = users[log.texts(TextColumn::User).text(id)];
            user.count += byId[id].count;
            user.errors += byId[id].errors;
        }
    }
}

void SummaryBuilder::Data::addShapes(const Log &log, const Resolution &resolution, const std::vector<qint64> &shapes)
{
    for (std::size_t id = 0; id < shapes.size(); ++id) {
        const qint64 count = shapes[id];
        if (count == 0)
            continue;
        const ResolvedEvent &event = resolution[qsizetype(id)];
        if (event.flags.testFlag(EventFlag::UnknownCode))
            summary.unknownCode += count;
        if (event.flags.testFlag(EventFlag::TextMatch))
            summary.textMatch += count;
        if (event.flags.testFlag(EventFlag::Ambiguous))
            summary.ambiguous += count;
        if (log.shape(ShapeId(id)).ownDescriptionKept) {
            if (event.flags.testFlag(EventFlag::WordDrift))
                summary.textDrift += count;
            else if (event.flags.testFlag(EventFlag::FormDrift))
                summary.formDrift += count;
        }
        if (event.flags.testFlag(EventFlag::NotUnderstood))
            summary.notUnderstood += count;
        // Records without a code have nothing in common that a level or a description could say.
        CodeBucket &bucket = codes[{event.code == noCode ? Kind::None : event.kind, event.code}];
        bucket.count += count;
        bucket.known |= event.code != noCode && event.flags.testFlag(EventFlag::Known);
        if (event.code != noCode)
            bucket.texts.add({event.level, event.category, event.description}, count);
    }
}

/// Drift of records whose own description is too rare to be held in memory.
void SummaryBuilder::Data::addReadDrift(const Log &log, const Resolution &resolution, const RowSet &matched)
{
    std::vector<char> reads(std::size_t(resolution.size()));
    bool any = false;
    for (qsizetype id = 0; id < resolution.size(); ++id) {
        const bool read = resolution[id].flags.testFlag(EventFlag::Known) && !resolution[id].description.isEmpty()
            && !log.shape(ShapeId(id)).ownDescriptionKept;
        reads[std::size_t(id)] = read ? 1 : 0;
        any |= read;
    }
    for (Row position = 0; any && position < matched.size(); ++position) {
        const Row row = matched.at(position);
        const ShapeId shape = log.columns().shape(row);
        if (!reads[shape])
            continue;
        const Result<QList<RecordField>> fields = log.fields(row);
        if (!fields)
            continue;
        const QString own = fieldValue(fields.value(), fieldNames(Field::Description));
        const QString &catalog = resolution[shape].description;
        if (!own.isEmpty() && own != catalog)
            ++(foldedText(own) == foldedText(catalog) ? summary.formDrift : summary.textDrift);
    }
}

SummaryBuilder::SummaryBuilder()
    : m_data(std::make_unique<Data>())
{ }

SummaryBuilder::~SummaryBuilder() = default;

void SummaryBuilder::add(const Log &log, const Resolution &resolution, const RowSet &matched,
                         const std::vector<Row> &duplicates)
{
    RowTally tally({Field::Method, Field::Application});
    tally.add(log, matched);
    m_data->summary.records += log.columns().size();
    m_data->summary.matched += matched.size();
    addTo(m_data->levels, tally.counts(Field::Level, log, resolution));
    addTo(m_data->categories, tally.counts(Field::Category, log, resolution));
    addTo(m_data->methods, tally.counts(Field::Method, log, resolution));
    addTo(m_data->applications, tally.counts(Field::Application, log, resolution));
    addTo(m_data->owners, tally.counts(Field::Owner, log, resolution));
    m_data->addShapes(log, resolution, tally.shapes());
    m_data->addReadDrift(log, resolution, matched);
    m_data->addTimes(log, matched);
    m_data->addUsers(log, resolution, matched);
    m_data->summary.duplicates += countRows(duplicates, matched);
}

Summary SummaryBuilder::finish()
{
    Summary summary = m_data->summary;
    summary.byLevel = byFrequency(m_data->levels);
    summary.byCategory = byFrequency(m_data->categories);
    summary.byMethod = byFrequency(m_data->methods);
    summary.byApplication = byFrequency(m_data->applications);
    summary.byOwner = byFrequency(m_data->owners);
    for (const auto &[key, code] : m_data->codes) {
        Summary::Code entry{key.first, key.second, {}, {}, {}, code.known, code.count};
        if (const auto texts = code.texts.mostFrequent())
            std::tie(entry.level, entry.category, entry.description) = *texts;
        summary.byCode.append(entry);
    }
    std::sort(summary.byCode.begin(), summary.byCode.end(), [](const Summary::Code &left, const Summary::Code &right) {
        return std::tuple(-left.count, left.code, left.kind) < std::tuple(-right.count, right.code, right.kind);
    });
    for (auto user = m_data->users.begin(); user != m_data->users.end(); ++user)
        summary.byUser.append({user.key(), user->count, user->errors});
    std::sort(summary.byUser.begin(), summary.byUser.end(), [](const Summary::User &left, const Summary::User &right) {
        return left.count != right.count ? left.count > right.count : left.user < right.user;
    });
    return summary;
}

} // namespace evident
