#include "storystates.h"

#include <QHash>

#include <algorithm>

namespace evident {

namespace {

using Answer = StoryFact::Answer;

/// Records are told in the order of time.
void tell(StoryFact &fact, Answer answer, bool changes, const StoryMoment &moment)
{
    if (fact.answer != Answer::Untold && fact.answer != answer && fact.last.time == moment.time) {
        if (fact.answer != Answer::Contradicted) {
            fact.told = fact.last;
            fact.contrary = moment;
            fact.answer = Answer::Contradicted;
        }
        fact.last = moment;
        return;
    }
    // One lock may be written by two codes; one that comes much later is another.
    const bool isAnother = changes && fact.last.time != noTime && moment.time - fact.last.time > signInGapMs;
    if (fact.answer != answer || isAnother)
        fact = {answer, changes, moment, moment, {}};
    fact.last = moment;
}

void tell(StoryThing &thing, StateNews news, const StoryMoment &moment)
{
    switch (news) {
    case StateNews::Locks:
    case StateNews::Locked:
        return tell(thing.locked, Answer::Yes, news == StateNews::Locks, moment);
    case StateNews::Unlocks:
    case StateNews::Unlocked:
        return tell(thing.locked, Answer::No, news == StateNews::Unlocks, moment);
    case StateNews::Disables:
    case StateNews::Disabled:
        return tell(thing.enabled, Answer::No, news == StateNews::Disables, moment);
    case StateNews::Enables:
    case StateNews::Enabled:
        return tell(thing.enabled, Answer::Yes, news == StateNews::Enables, moment);
    }
}

/// The things by their methods' names, whose case makes no difference.
class Things
{
public:
    explicit Things(const StoryRecords &records)
        : m_records(records)
    {
        m_things.emplaceBack(); // the account
    }

    StoryThing &account() { return m_things.first(); }
    /// Null where the record names no method.
    StoryThing *ofMethod(const StoryRecord &record)
    {
        if (!m_records.namesMethod(record))
            return nullptr;
        QHash<quint32, qsizetype> &known = record.method != 0 ? m_byMethod : m_byShape;
        const quint32 id = record.method != 0 ? record.method : record.shape;
        const auto found = known.constFind(id);
        return &m_things[found == known.cend() ? *known.insert(id, find(m_records.methodOf(record))) : *found];
    }
    QList<StoryThing> sorted()
    {
        std::sort(m_things.begin() + 1, m_things.end(), [](const StoryThing &left, const StoryThing &right) {
            return left.method.compare(right.method, Qt::CaseInsensitive) < 0;
        });
        return m_things;
    }

private:
    qsizetype find(const QString &method)
    {
        const auto found = m_byName.constFind(method.toCaseFolded());
        if (found != m_byName.cend()) {
            QString &name = m_things[*found].method;
            name = std::min(name, method); // whichever came first
            return *found;
        }
        m_things.append(StoryThing{method, {}, {}, {}, {}, 0});
        return *m_byName.insert(method.toCaseFolded(), m_things.size() - 1);
    }

    const StoryRecords &m_records;
    QList<StoryThing> m_things;
    QHash<QString, qsizetype> m_byName;
    QHash<quint32, qsizetype> m_byMethod; ///< by the records' own
    QHash<quint32, qsizetype> m_byShape; ///< by that of the event
};

void addOutcome(StoryThing &thing, const ShapeFacts &facts, const StoryMoment &moment)
{
    if (facts.tellsRegistration())
        return;
    if (facts.outcome == Outcome::Success) {
        thing.lastSuccess = moment;
        thing.failures = 0;
    } else if (facts.outcome == Outcome::Failure) {
        thing.lastFailure = moment;
        ++thing.failures;
    }
}

bool isNotable(const StoryThing &thing)
{
    return thing.locked.answer == Answer::Yes || thing.locked.answer == Answer::Contradicted;
}

} // namespace

QList<StoryThing> storyStates(const StoryRecords &records, const std::stop_token &stop)
{
    Things things(records);
    for (const StoryRecord &record : records.records()) {
        if (stop.stop_requested())
            break;
        StoryThing *method = things.ofMethod(record); // is listed, whether anything is known of it or not
        if (record.time == noTime)
            continue;
        const ShapeFacts &facts = records.factsOf(record);
        const StoryMoment moment{record.time, record.row};
        for (const ToldState &told : facts.states) {
            if (StoryThing *thing = told.of == StateOf::Account ? &things.account() : method)
                tell(*thing, told.news, moment);
        }
        if (method)
            addOutcome(*method, facts, moment);
    }
    return things.sorted();
}

qint64 keepMethods(QList<StoryThing> &things, qsizetype most)
{
    const qsizetype more = things.size() - 1 - most;
    if (more <= 0)
        return 0;
    // Where a locked one is, the last of the others goes.
    qsizetype left = more;
    for (qsizetype i = things.size() - 1; i > 0 && left > 0; --i) {
        if (!isNotable(things.at(i))) {
            things.removeAt(i);
            --left;
        }
    }
    things.resize(most + 1);
    return more;
}

} // namespace evident
