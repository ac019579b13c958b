#include "rowfilter.h"

#include "hashedrow.h"
#include "rowtexts.h"
#include "samerecords.h"
#include "texthash.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// `eventId`, or as tables write it: `eventId_s`, `Event ID`.
bool isEventIdName(QStringView name)
{
    constexpr auto exact = "eventId"_L1;
    if (name.compare("Event ID"_L1, Qt::CaseInsensitive) == 0)
        return true;
    if (!name.startsWith(exact, Qt::CaseInsensitive))
        return false;
    const QStringView type = name.sliced(exact.size());
    return type.isEmpty() || (type.size() == 2 && type[0] == u'_' && u"sdtbg"_s.contains(type[1]));
}

/// Whether a row, whose text this is, names its event: only then is the same text again the same event again.
bool hasEventId(const Log &log, Row row, QByteArrayView text)
{
    const QList<RecordField> fields = log.fieldsOf(row, text);
    return std::ranges::any_of(
        fields, [](const RecordField &field) { return !field.value.isEmpty() && isEventIdName(field.name); });
}

/// Texts that are likely the same: which are, and have an event id.
class SameTexts
{
public:
    explicit SameTexts(const Log &log)
        : m_log(log)
    { }

    bool isDuplicate(Row row)
    {
        std::optional<QByteArray> text = rowText(m_log, row);
        if (!text)
            return false;
        // Files of several formats may tell different things of one text.
        const size_t part = m_log.partOf(row);
        First *own = nullptr;
        bool isSeen = false;
        bool isKnown = false;
        for (First &first : m_firsts) {
            if (first.text != *text)
                continue;
            isSeen = true;
            isKnown = isKnown || namesEvent(first);
            if (first.part == part)
                own = &first;
        }
        if (!own)
            own = &m_firsts.emplace_back(First{*std::move(text), row, part, {}});
        return isSeen && isKnown && namesEvent(*own);
    }

private:
    /// Of its file.
    struct First
    {
        QByteArray text;
        Row row = 0;
        size_t part = 0;
        std::optional<bool> hasEventId; ///< looked for when the text is seen again
    };

    bool namesEvent(First &first) const
    {
        if (!first.hasEventId)
            first.hasEventId = hasEventId(m_log, first.row, first.text);
        return *first.hasEventId;
    }

    const Log &m_log;
    std::vector<First> m_firsts;
};

/// Appends those of the rows that repeat an earlier one.
void appendRepeated(const Log &log, std::span<const Row> rows, const std::stop_token &stop, std::vector<Row> &repeated)
{
    SameTexts same(log);
    for (const Row row : rows) {
        if (stop.stop_requested())
            return;
        if (same.isDuplicate(row))
            repeated.push_back(row);
    }
}

/// The same of so many that each would be compared with too many others.
void appendRepeatedOfMany(const Log &log, std::span<const Row> rows, const std::stop_token &stop,
                          std::vector<Row> &repeated)
{
    std::vector<HashedRow> hashed;
    hashed.reserve(rows.size());
    RowTexts texts(log, rows);
    for (const Row row : rows) {
        if (stop.stop_requested())
            return;
        if (const std::optional<QByteArrayView> text = texts.next())
            hashed.push_back(hashedRow(row, quint32(textHash(*text))));
    }
    std::ranges::sort(hashed);
    std::vector<Row> likely;
    visitSameHash(hashed, [&](std::span<const HashedRow> sameText) {
        likely.resize(sameText.size());
        std::ranges::transform(sameText, likely.begin(), rowOf);
        appendRepeated(log, likely, stop, repeated);
    });
}

} // namespace

std::vector<Row> duplicateRows(const Log &log, const RowSet &rows, std::stop_token stop)
{
    constexpr size_t largestGroup = 16;
    std::vector<Row> repeated;
    std::vector<Row> withFields;
    // Records of the same text say the same: nothing else is read.
    sameRecords(log, rows, {noTime, true}, stop).visit([&](std::span<const Row> same) {
        withFields.clear();
        std::ranges::copy_if(same, std::back_inserter(withFields), [&](Row row) { return log.mayHaveFields(row); });
        if (withFields.size() <= largestGroup)
            appendRepeated(log, withFields, stop, repeated);
        else
            appendRepeatedOfMany(log, withFields, stop, repeated);
    });
    if (stop.stop_requested())
        return {};
    std::ranges::sort(repeated);
    return repeated;
}

std::vector<Row> duplicateRows(const Log &log, std::stop_token stop)
{
    return duplicateRows(log, RowSet::all(log.columns().size()), std::move(stop));
}

qint64 countRows(const std::vector<Row> &rows, const RowSet &set)
{
    if (set.isAll())
        return std::ranges::lower_bound(rows, set.size()) - rows.begin();
    if (rows.empty())
        return 0;
    std::vector<bool> isAsked(size_t(rows.back()) + 1);
    for (const Row row : rows)
        isAsked[row] = true;
    return std::ranges::count_if(set.rows(), [&](Row row) { return row < isAsked.size() && isAsked[row]; });
}

} // namespace evident
