#pragma once

#include "eventscan.h"
#include "incidents.h"
#include "resolution.h"
#include "ruleset.h"
#include "userspellings.h"

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace evident {

/// Records of one rule that belong together, and what followed.
struct RuleCase
{
    quint32 key = 0; ///< the user's, address's or application's id, or the code's position
    size_t first = 0; ///< of the rule's entries
    size_t last = 0; ///< included
    qint64 begin = 0; ///< without what came before
    qint64 end = 0;
    qint64 count = 0; ///< different values
    Severity severity = Severity::Warning;
    std::vector<ScannedEvent> then;
};

/// The records of a log that some rules look at, rule by rule.
class RuleEvents
{
public:
    /// A record that a rule counts.
    struct Entry
    {
        Occurrence occurrence;
        quint32 key = 0;
        quint32 event = 0; ///< position in events()
    };

    RuleEvents(const Log &log, const Resolution &resolution, const RuleSet &rules, const std::stop_token &stop);

    const EventScan &scan() const { return m_scan; }
    const ScannedEvent &event(const Entry &entry) const { return m_scan.events[entry.event]; }
    /// What a rule counts, by key and then by time.
    std::vector<Entry> entriesOf(size_t rule) const;
    /// What it makes of them, by key and then by time.
    std::vector<RuleCase> casesOf(size_t rule, std::span<const Entry> entries) const;
    /// What came before a case, in the order of time.
    std::vector<ScannedEvent> before(size_t rule, const RuleCase &found) const;

private:
    /// Of a shape, a bit for each rule.
    struct Roles
    {
        quint64 counted = 0;
        quint64 before = 0;
        quint64 unless = 0;
        quint64 then = 0;
        quint64 unlessFirst = 0;
    };
    struct OfUser
    {
        ScannedEvent event;
        quint32 user = 0;
    };

    static bool looksAtOthers(const Rule &rule) { return rule.before || rule.unless || rule.then; }
    void findRoles(const Resolution &resolution);
    void takeEvents();
    void findOthers(const std::stop_token &stop);
    Roles rolesOf(const ResolvedEvent &event) const;
    quint32 keyOf(const Rule &rule, size_t event) const;
    quint32 keyOf(const Rule &rule, Row row, quint32 user) const;
    std::span<const OfUser> othersOf(quint32 user, qint64 from, qint64 to) const; ///< both times included
    std::vector<Incident> incidentsIn(size_t rule, std::span<const Entry> group, bool withOthers) const;
    bool isQuietBefore(const Rule &rule, std::span<const Entry> group, const Incident &incident) const;
    std::vector<ScannedEvent> then(size_t rule, std::span<const Entry> entries, qint64 reached) const;

    const Log &m_log;
    const QList<Rule> &m_rules;
    Row m_count;
    std::vector<Roles> m_roles; ///< by ShapeId
    EventScan m_scan;
    std::optional<UserSpellings> m_spellings;
    // Of the scan's events:
    std::vector<quint32> m_users; ///< one id for all spellings of a name
    std::vector<quint32> m_addresses;
    std::vector<quint32> m_applications;
    std::vector<qint64> m_transactions;
    std::vector<std::vector<quint32>> m_counted; ///< by rule, the positions of those that it counts
    std::vector<OfUser> m_others; ///< by user and then by time
};

/// Calls use(group) for the stretches of entries that have one key.
template <typename Use>
void forGroups(std::span<const RuleEvents::Entry> entries, const Use &use)
{
    for (size_t first = 0; first < entries.size();) {
        size_t end = first + 1;
        while (end < entries.size() && entries[end].key == entries[first].key)
            ++end;
        use(first, entries.subspan(first, end - first));
        first = end;
    }
}

} // namespace evident
