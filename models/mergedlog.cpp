#include "mergedlog.h"

#include "normalisedrecord.h"

#include <QHash>

#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr quint64 absentKey = std::numeric_limits<quint64>::max();

/// A signed number as a key that sorts alike.
quint64 numberKey(qint64 number)
{
    return quint64(number) ^ (quint64(1) << 63);
}

/// The time of each row of a file, or of its last predecessor that has one.
std::vector<qint64> effectiveTimes(const Log &log)
{
    std::vector<qint64> times(log.columns().size());
    qint64 last = noTime;
    for (Row row = 0; row < times.size(); ++row) {
        const qint64 time = log.columns().time(row);
        if (time != noTime)
            last = time;
        times[row] = last;
    }
    return times;
}

bool isNumber(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Numbers (event ids are) by their value and before other texts; these without regard to case.
bool isTextBefore(const QString &left, const QString &right)
{
    const bool leftIsNumber = isNumber(left);
    if (leftIsNumber != isNumber(right))
        return leftIsNumber;
    if (leftIsNumber && left.size() != right.size())
        return left.size() < right.size();
    const int order = left.compare(right, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : left < right;
}

bool isLevelBefore(const QString &left, const QString &right)
{
    const Severity leftWeight = severityOf(left);
    const Severity rightWeight = severityOf(right);
    return leftWeight != rightWeight ? leftWeight < rightWeight : isTextBefore(left, right);
}

/// The texts of all places, each distinct one held once, brought to keys by their rank.
class TextKeys
{
public:
    void add(const QString &text)
    {
        const auto [entry, isNew] = insert(text);
        if (isNew)
            m_texts.append(text);
        m_ids.push_back(entry);
    }

    std::vector<quint64> keys(bool (*isBefore)(const QString &, const QString &)) const
    {
        std::vector<quint32> order(size_t(m_texts.size()));
        std::iota(order.begin(), order.end(), 0);
        std::sort(order.begin(), order.end(),
                  [&](quint32 left, quint32 right) { return isBefore(m_texts[left], m_texts[right]); });
        std::vector<quint64> ranks(order.size());
        for (size_t rank = 0; rank < order.size(); ++rank)
            ranks[order[rank]] = m_texts[order[rank]].isEmpty() ? absentKey : rank;
        std::vector<quint64> keys;
        keys.reserve(m_ids.size());
        for (const quint32 id : m_ids)
            keys.push_back(ranks[id]);
        return keys;
    }

private:
    std::pair<quint32, bool> insert(const QString &text)
    {
        const auto found = m_idOfText.constFind(text);
        if (found != m_idOfText.constEnd())
            return {*found, false};
        const quint32 id = quint32(m_texts.size());
        m_idOfText.insert(text, id);
        return {id, true};
    }

    QHash<QString, quint32> m_idOfText;
    QStringList m_texts;
    std::vector<quint32> m_ids;
};

/// A column that memory holds, as text; nullopt for one that has to be read from the record.
std::optional<QString> textInMemory(const LogSet::File &file, Row row, RecordColumn column)
{
    const Columns &columns = file.log->columns();
    const ResolvedEvent &event = file.resolution[columns.shape(row)];
    switch (column) {
    case RecordColumn::File:
        return file.path;
    case RecordColumn::Kind:
        return kindToken(event.kind);
    case RecordColumn::Level:
        return event.level;
    case RecordColumn::Category:
        return event.category;
    case RecordColumn::Description:
        if (!event.description.isEmpty())
            return event.description;
        return std::nullopt;
    case RecordColumn::User:
        return file.log->texts(TextColumn::User).text(columns.user(row));
    case RecordColumn::SourceIp:
        return file.log->texts(TextColumn::Address).text(columns.address(row));
    case RecordColumn::Application:
        return file.log->texts(TextColumn::Application).text(columns.application(row));
    case RecordColumn::Method:
        if (const quint32 method = columns.method(row))
            return file.log->texts(TextColumn::Method).text(method);
        return event.method;
    case RecordColumn::OwnLevel:
        return file.log->names().text(file.log->shape(columns.shape(row)).level);
    default:
        return std::nullopt;
    }
}

std::optional<quint64> numberInMemory(const LogSet::File &file, Row row, RecordColumn column)
{
    const Columns &columns = file.log->columns();
    switch (column) {
    case RecordColumn::Line:
        return columns.record(row).line;
    case RecordColumn::Time: {
        const qint64 time = columns.time(row);
        return time == noTime ? absentKey : numberKey(time);
    }
    case RecordColumn::Code: {
        const qint64 code = file.resolution[columns.shape(row)].code;
        return code == noCode ? absentKey : numberKey(code);
    }
    case RecordColumn::Known:
        return file.resolution[columns.shape(row)].flags.testFlag(EventFlag::Known) ? 1 : 0;
    default:
        return std::nullopt;
    }
}

} // namespace

MergedLog::MergedLog(const LogSet &logs)
    : m_logs(logs)
{
    const std::vector<LogSet::File> &files = logs.files();
    std::vector<qint64> times;
    for (quint32 file = 0; file < files.size(); ++file) {
        const LogSet::File &part = files[file];
        if (!part.log)
            continue;
        const std::vector<qint64> ofFile = files.size() > 1 ? effectiveTimes(*part.log) : std::vector<qint64>();
        for (Row position = 0; position < part.matched.size(); ++position) {
            m_places.push_back({file, part.matched.at(position)});
            if (!ofFile.empty())
                times.push_back(ofFile[m_places.back().row]);
        }
    }
    if (times.empty())
        return;
    std::vector<quint32> order(m_places.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&times](quint32 left, quint32 right) { return times[left] < times[right]; });
    std::vector<Place> merged;
    merged.reserve(m_places.size());
    for (const quint32 index : order)
        merged.push_back(m_places[index]);
    m_places = std::move(merged);
}

void MergedLog::sort(RecordColumn column, bool descending)
{
    std::vector<quint64> keys;
    TextKeys texts;
    for (const Place &place : m_places) {
        const LogSet::File &file = m_logs.files()[place.file];
        if (const std::optional<quint64> number = numberInMemory(file, place.row, column)) {
            keys.push_back(*number);
        } else if (const std::optional<QString> text = textInMemory(file, place.row, column)) {
            texts.add(*text);
        } else {
            const Result<NormalisedRecord> read = record(place);
            texts.add(read ? recordText(read.value(), column) : QString());
        }
    }
    if (keys.empty()) {
        const bool byWeight = column == RecordColumn::Level || column == RecordColumn::OwnLevel;
        keys = texts.keys(byWeight ? isLevelBefore : isTextBefore);
    }
    std::vector<quint32> order(m_places.size());
    std::iota(order.begin(), order.end(), 0);
    if (descending)
        std::stable_sort(order.begin(), order.end(),
                         [&](quint32 left, quint32 right) { return keys[left] > keys[right]; });
    else
        std::stable_sort(order.begin(), order.end(),
                         [&](quint32 left, quint32 right) { return keys[left] < keys[right]; });
    std::vector<Place> sorted;
    sorted.reserve(m_places.size());
    for (const quint32 index : order)
        sorted.push_back(m_places[index]);
    m_places = std::move(sorted);
}

Result<NormalisedRecord> MergedLog::record(const Place &place) const
{
    const LogSet::File &file = m_logs.files()[place.file];
    return normalisedRecord(*file.log, place.row, file.resolution);
}

} // namespace evident
