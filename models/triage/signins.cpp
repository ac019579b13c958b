#include "signins.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

namespace evident {

namespace {

constexpr size_t nothing = std::numeric_limits<size_t>::max();

/// A sign-in in numbers; records by their position in StoryRecords.
struct Group
{
    quint64 transaction = 0;
    qint64 begin = noTime;
    qint64 end = noTime;
    size_t last = 0;
    size_t decisive = nothing;
    size_t cause = nothing; ///< the last failure that says more than that the whole failed
    size_t attempt = nothing; ///< the last record of a try to get in
    size_t method = nothing; ///< the last record that names one
    size_t application = nothing;
    qint64 records = 0;
    bool disagrees = false; ///< records without a time, and thus without an order, end it in several ways
};

/// Walks through a user's records in the order of time.
class Grouping
{
public:
    explicit Grouping(const StoryRecords &records)
        : m_records(records)
    {
        m_groupOf.reserve(records.records().size());
    }

    void add(size_t position)
    {
        const StoryRecord &record = m_records.records()[position];
        const size_t index = groupOf(record, position);
        Group &group = m_groups[index];
        m_groupOf.push_back(index);
        ++group.records;
        group.last = position;
        if (record.time != noTime) {
            group.begin = group.begin == noTime ? record.time : group.begin;
            group.end = record.time;
        }
        if (record.application != 0)
            group.application = position;
        if (m_records.namesMethod(record))
            group.method = position;
        decide(group, position);
    }

    const std::vector<Group> &groups() const noexcept { return m_groups; }
    size_t groupOf(size_t position) const { return m_groupOf[position]; }

private:
    const ShapeFacts &facts(size_t position) const { return m_records.factsOf(m_records.records()[position]); }

    void decide(Group &group, size_t position)
    {
        if (!facts(position).isDecisive())
            return;
        const bool unordered = m_records.records()[position].time == noTime;
        group.disagrees = unordered && group.decisive != nothing
            && (group.disagrees || facts(group.decisive).outcome != facts(position).outcome);
        group.decisive = position;
        if (facts(position).outcome == Outcome::Failure && facts(position).stage < ShapeFacts::firstEndingStage)
            group.cause = position;
        if (facts(position).isAttempt)
            group.attempt = position;
    }

    size_t groupOf(const StoryRecord &record, size_t position)
    {
        if (record.transaction != 0) {
            const auto found = m_byTransaction.constFind(record.transaction);
            return found != m_byTransaction.cend() ? *found
                                                   : *m_byTransaction.insert(record.transaction, start(record));
        }
        if (m_open == nothing || isParted(m_groups[m_open], record, position))
            m_open = start(record);
        return m_open;
    }

    size_t start(const StoryRecord &record)
    {
        m_groups.push_back({});
        m_groups.back().transaction = record.transaction;
        return m_groups.size() - 1;
    }

    /// Whether a record without a transaction belongs to another sign-in than the one before it.
    bool isParted(const Group &open, const StoryRecord &record, size_t position) const
    {
        if (record.time == noTime || open.end == noTime)
            return record.time != open.end;
        if (record.time - open.end > signInGapMs)
            return true;
        // Who tries again at once starts from the beginning, after what ended the try before.
        const ShapeFacts &before = facts(open.last);
        return before.isAttempt && before.outcome != Outcome::Pending && facts(position).isAttempt
            && before.stage >= ShapeFacts::firstEndingStage && facts(position).stage <= ShapeFacts::lastBeginningStage;
    }

    const StoryRecords &m_records;
    std::vector<Group> m_groups;
    std::vector<size_t> m_groupOf; ///< of each record
    QHash<quint64, size_t> m_byTransaction;
    size_t m_open = nothing; ///< the last one without a transaction
};

Outcome outcomeOf(const Group &group, const StoryRecords &records)
{
    if (group.decisive == nothing || group.disagrees)
        return Outcome::Unknown;
    return records.factsOf(records.records()[group.decisive]).outcome;
}

SignIn signInOf(const Group &group, const StoryRecords &records)
{
    const auto at = [&records](size_t position) -> const StoryRecord & { return records.records()[position]; };
    SignIn signIn;
    signIn.transaction = group.transaction;
    signIn.begin = group.begin;
    signIn.end = group.end;
    signIn.outcome = outcomeOf(group, records);
    signIn.isAttempt = group.attempt != nothing;
    signIn.decisive = at(group.decisive != nothing ? group.decisive : group.last).row;
    const bool hasCause = signIn.outcome == Outcome::Failure && group.cause != nothing;
    signIn.telling = hasCause ? at(group.cause).row : signIn.decisive;
    if (group.method != nothing)
        signIn.method = records.methodOf(at(group.method));
    if (group.application != nothing)
        signIn.application = records.log().texts(TextColumn::Application).text(at(group.application).application);
    signIn.records = group.records;
    return signIn;
}

void addAttempt(UserStory &story, StoryThing &account, const Group &group, const StoryRecords &records)
{
    const Outcome outcome = outcomeOf(group, records);
    ++story.attempts;
    story.failedAttempts += outcome == Outcome::Failure ? 1 : 0;
    const StoryRecord &record = records.records()[group.decisive];
    if (record.time == noTime)
        return;
    if (outcome == Outcome::Success) {
        account.lastSuccess = {record.time, record.row};
        account.failures = 0;
    } else if (outcome == Outcome::Failure) {
        account.lastFailure = {record.time, record.row};
        ++account.failures;
    }
}

/// The groups, newest first.
std::vector<size_t> newestFirst(const std::vector<Group> &groups)
{
    std::vector<size_t> order(groups.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::sort(order, [&groups](size_t left, size_t right) {
        const auto key = [&groups](size_t at) { return std::tuple(groups[at].end, groups[at].begin, groups[at].last); };
        return key(right) < key(left);
    });
    return order;
}

} // namespace

void addSignIns(UserStory &story, const StoryRecords &records, const StoryLimits &limits, const std::stop_token &stop)
{
    Grouping grouping(records);
    const size_t size = records.records().size();
    for (size_t position = 0; position < size; ++position) {
        if (stop.stop_requested())
            return;
        grouping.add(position);
    }
    const std::vector<Group> &groups = grouping.groups();
    const std::vector<size_t> order = newestFirst(groups);
    for (size_t place = order.size(); place > 0; --place) { // oldest first: the last one stays
        if (const Group &group = groups[order[place - 1]]; group.attempt != nothing)
            addAttempt(story, story.things.first(), group, records);
    }
    story.signInCount = qint64(groups.size());

    std::vector<size_t> placeOf(groups.size(), nothing);
    const size_t kept = std::min(order.size(), limits.signIns);
    story.signIns.reserve(kept);
    for (size_t place = 0; place < kept; ++place) {
        placeOf[order[place]] = place;
        story.signIns.push_back(signInOf(groups[order[place]], records));
    }
    for (size_t position = size; position > 0; --position) { // of very many steps, the last ones
        const size_t place = placeOf[grouping.groupOf(position - 1)];
        if (place != nothing && story.signIns[place].steps.size() < limits.steps)
            story.signIns[place].steps.push_back(records.records()[position - 1].row);
    }
    for (SignIn &signIn : story.signIns)
        std::ranges::reverse(signIn.steps);
}

std::optional<TimeSpan> signInSpan(const StoryRecords &records, Row row)
{
    const RecordColumns of = records.log().columns().record(row);
    if (of.time == noTime)
        return {};
    // One that is there twice stands for both.
    const StoryRecord wanted{of.time, of.transaction, row, of.shape, of.method, of.application, of.address};
    const auto found = std::ranges::find_if(records.records(),
                                            [&wanted](const StoryRecord &record) { return record.repeats(wanted); });
    if (found == records.records().end())
        return {};
    Grouping grouping(records);
    for (size_t position = 0; position < records.records().size(); ++position)
        grouping.add(position);
    const Group &group = grouping.groups()[grouping.groupOf(size_t(found - records.records().begin()))];
    return TimeSpan{group.begin, group.end};
}

} // namespace evident
