#include "ruleevents.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace evident {

namespace {

/// Values of records that share theirs with no other.
constexpr quint64 ownValue = quint64(1) << 63;

bool has(const QList<qint64> &codes, qint64 code)
{
    return std::ranges::binary_search(codes, code);
}

bool hasBit(quint64 bits, size_t rule)
{
    return (bits >> rule & 1) != 0;
}

/// Sorts by an id of a dictionary; those with the same one stay in their order.
template <typename Item, typename IdOf>
void sortById(std::vector<Item> &items, IdOf idOf)
{
    quint32 most = 0;
    for (const Item &item : items)
        most = std::max(most, std::invoke(idOf, item));
    if (most / 4 > items.size()) {
        std::ranges::stable_sort(items, {}, idOf);
        return;
    }
    std::vector<size_t> places(size_t(most) + 2);
    for (const Item &item : items)
        ++places[std::invoke(idOf, item) + 1];
    std::partial_sum(places.begin(), places.end(), places.begin());
    std::vector<Item> sorted(items.size());
    for (const Item &item : items)
        sorted[places[std::invoke(idOf, item)]++] = item;
    items = std::move(sorted);
}

/// Whether so many of the entries lie in so short a time as the rule wants, whatever they count as. Most do not.
bool mayReach(const Rule &rule, std::span<const RuleEvents::Entry> group)
{
    const size_t others = size_t(std::max(rule.threshold, 1)) - 1;
    for (size_t i = 0; i + others < group.size(); ++i) {
        if (group[i + others].occurrence.time - group[i].occurrence.time <= rule.window)
            return true;
    }
    return false;
}

std::vector<Occurrence> occurrencesOf(std::span<const RuleEvents::Entry> entries)
{
    std::vector<Occurrence> occurrences;
    occurrences.reserve(entries.size());
    for (const RuleEvents::Entry &entry : entries)
        occurrences.push_back(entry.occurrence);
    return occurrences;
}

} // namespace

RuleEvents::RuleEvents(const Log &log, const Resolution &resolution, const RuleSet &rules, const std::stop_token &stop)
    : m_log(log),
      m_rules(rules.rules()),
      m_count(log.columns().size())
{
    findRoles(resolution);
    std::vector<bool> wanted;
    wanted.reserve(m_roles.size());
    for (const Roles &roles : m_roles)
        wanted.push_back(roles.counted != 0);
    m_scan = scanEvents(log, m_count, wanted, stop);
    if (stop.stop_requested())
        return;
    takeEvents();
    findOthers(stop);
}

void RuleEvents::takeEvents()
{
    std::vector<Row> rows(m_scan.events.size());
    std::ranges::transform(m_scan.events, rows.begin(), &ScannedEvent::row);
    const auto gather = [&](LogColumn column, auto &values) {
        values.resize(rows.size());
        m_log.columns().gather(column, rows, std::span(values));
    };
    gather(LogColumn::User, m_users);
    gather(LogColumn::Address, m_addresses);
    gather(LogColumn::Application, m_applications);
    gather(LogColumn::Transaction, m_transactions);
    m_spellings.emplace(m_log.texts(TextColumn::User), m_users);
    std::ranges::transform(m_users, m_users.begin(), [this](quint32 user) { return m_spellings->of(user); });
    m_counted.resize(size_t(m_rules.size()));
    for (size_t i = 0; i < m_scan.events.size(); ++i) {
        for (quint64 rules = m_roles[m_scan.events[i].shape].counted; rules != 0; rules &= rules - 1)
            m_counted[size_t(std::countr_zero(rules))].push_back(quint32(i));
    }
}

RuleEvents::Roles RuleEvents::rolesOf(const ResolvedEvent &event) const
{
    Roles roles;
    for (qsizetype rule = 0; rule < m_rules.size(); ++rule) {
        const Rule &of = m_rules[rule];
        const quint64 bit = quint64(1) << rule;
        if (of.kind == Rule::Kind::UnknownCode && event.flags.testFlag(EventFlag::UnknownCode))
            roles.counted |= bit;
        if (event.kind != Kind::User || event.code == noCode)
            continue;
        if (has(of.codes, event.code))
            roles.counted |= bit;
        if (of.before && has(of.before->codes, event.code))
            roles.before |= bit;
        if (of.unless && has(of.unless->codes, event.code))
            roles.unless |= bit;
        if (of.then && has(of.then->others.codes, event.code))
            roles.then |= bit;
        if (of.then && has(of.then->unlessFirst, event.code))
            roles.unlessFirst |= bit;
    }
    return roles;
}

void RuleEvents::findRoles(const Resolution &resolution)
{
    m_roles.reserve(size_t(resolution.size()));
    for (const ResolvedEvent &event : resolution)
        m_roles.push_back(rolesOf(event));
}

/// What rules ask of others is frequent, as successes are: it is looked for among the users alone of whom a rule has
/// counted enough.
void RuleEvents::findOthers(const std::stop_token &stop)
{
    IdSet users;
    bool any = false;
    for (size_t rule = 0; rule < size_t(m_rules.size()); ++rule) {
        if (!looksAtOthers(m_rules[qsizetype(rule)]))
            continue;
        const std::vector<Entry> entries = entriesOf(rule);
        forGroups(entries, [&](size_t, std::span<const Entry> group) {
            for (const Incident &incident : incidentsIn(rule, group, false)) {
                for (size_t i = incident.first; i <= incident.last; ++i)
                    users.insert(m_users[group[i].event]);
                any = true;
            }
        });
        if (stop.stop_requested())
            return;
    }
    if (!any)
        return;
    m_spellings->addTo(users);
    std::vector<bool> wanted;
    wanted.reserve(m_roles.size());
    for (const Roles &roles : m_roles)
        wanted.push_back((roles.before | roles.unless | roles.then | roles.unlessFirst) != 0);
    for (const ScannedEvent &event : scanEventsOf(m_log, m_count, wanted, users, stop))
        m_others.push_back({event, m_spellings->of(m_log.columns().user(event.row))});
    sortById(m_others, &OfUser::user);
}

std::span<const RuleEvents::OfUser> RuleEvents::othersOf(quint32 user, qint64 from, qint64 to) const
{
    if (user == 0)
        return {};
    const auto key = [](const OfUser &other) { return std::pair(other.user, other.event.time); };
    const auto first = std::ranges::lower_bound(m_others, std::pair(user, from), {}, key);
    return {first, std::ranges::upper_bound(first, m_others.end(), std::pair(user, to), {}, key)};
}

quint32 RuleEvents::keyOf(const Rule &rule, size_t event) const
{
    switch (rule.key) {
    case Rule::Key::None:
        break;
    case Rule::Key::User:
        return m_users[event];
    case Rule::Key::Address:
        return m_addresses[event];
    case Rule::Key::Application:
        return m_applications[event];
    }
    return 0;
}

quint32 RuleEvents::keyOf(const Rule &rule, Row row, quint32 user) const
{
    switch (rule.key) {
    case Rule::Key::None:
        break;
    case Rule::Key::User:
        return user;
    case Rule::Key::Address:
        return m_log.columns().address(row);
    case Rule::Key::Application:
        return m_log.columns().application(row);
    }
    return 0;
}

std::vector<RuleEvents::Entry> RuleEvents::entriesOf(size_t rule) const
{
    const Rule &of = m_rules[qsizetype(rule)];
    std::vector<Entry> entries;
    entries.reserve(m_counted[rule].size());
    for (const quint32 i : m_counted[rule]) {
        if (of.withoutAddressOnly && m_addresses[i] != 0)
            continue;
        const quint32 key = keyOf(of, size_t(i));
        if (of.key != Rule::Key::None && key == 0)
            continue;
        quint64 value = of.kind == Rule::Kind::DistinctUsers ? m_users[i] : quint64(m_transactions[i]) & ~ownValue;
        if (value == 0) {
            if (of.kind == Rule::Kind::DistinctUsers && !of.eachWithoutUser)
                continue;
            value = ownValue | i;
        }
        entries.push_back({{m_scan.events[i].time, value}, key, i});
    }
    if (of.key != Rule::Key::None)
        sortById(entries, &Entry::key);
    return entries;
}

std::vector<Incident> RuleEvents::incidentsIn(size_t rule, std::span<const Entry> group, bool withOthers) const
{
    const Rule &of = m_rules[qsizetype(rule)];
    if (!mayReach(of, group))
        return {};
    std::vector<qint64> unless;
    if (withOthers && of.unless) {
        for (const OfUser &other : othersOf(group.front().key, noTime, std::numeric_limits<qint64>::max())) {
            if (hasBit(m_roles[other.event.shape].unless, rule))
                unless.push_back(other.event.time);
        }
    }
    return incidentsOf(
        occurrencesOf(group),
        {of.threshold, of.window, unless, of.unless ? of.unless->window : 0, of.timesUsual, m_scan.begin});
}

bool RuleEvents::isQuietBefore(const Rule &rule, std::span<const Entry> group, const Incident &incident) const
{
    if (rule.quiet == 0)
        return true;
    const qint64 begin = group[incident.first].occurrence.time;
    if (m_scan.begin > begin - rule.quiet)
        return false;
    return incident.first == 0 || group[incident.first - 1].occurrence.time < begin - rule.quiet;
}

/// Of each user that the entries have, the first.
std::vector<ScannedEvent> RuleEvents::then(size_t rule, std::span<const Entry> entries, qint64 reached) const
{
    const Rule &of = m_rules[qsizetype(rule)];
    const ContentOrder order(m_log);
    const qint64 latest = entries.back().occurrence.time + of.then->others.window;
    std::vector<quint32> users;
    users.reserve(entries.size());
    for (const Entry &entry : entries)
        users.push_back(m_users[entry.event]);
    std::ranges::sort(users);
    users.erase(std::unique(users.begin(), users.end()), users.end());
    std::vector<ScannedEvent> found;
    for (const quint32 user : users) {
        std::optional<ScannedEvent> first;
        qint64 until = latest;
        for (const OfUser &other : othersOf(user, reached, latest)) {
            const ScannedEvent &event = other.event;
            if (event.time > until)
                break;
            if (hasBit(m_roles[event.shape].unlessFirst, rule))
                until = event.time;
            if (hasBit(m_roles[event.shape].then, rule) && keyOf(of, event.row, user) == entries.front().key
                && (!first || order.isBefore(event, *first))) {
                first = event;
                until = event.time;
            }
        }
        if (first)
            found.push_back(*first);
    }
    return found;
}

std::vector<RuleCase> RuleEvents::casesOf(size_t rule, std::span<const Entry> entries) const
{
    const Rule &of = m_rules[qsizetype(rule)];
    std::vector<RuleCase> cases;
    forGroups(entries, [&](size_t start, std::span<const Entry> group) {
        for (const Incident &incident : incidentsIn(rule, group, true)) {
            if (!isQuietBefore(of, group, incident))
                continue;
            const auto members = group.subspan(incident.first, incident.last - incident.first + 1);
            RuleCase found{group.front().key,
                           start + incident.first,
                           start + incident.last,
                           members.front().occurrence.time,
                           members.back().occurrence.time,
                           distinctValues(occurrencesOf(members)),
                           of.severity,
                           of.then ? then(rule, members, incident.reached) : std::vector<ScannedEvent>()};
            if (of.then && of.then->required && found.then.empty())
                continue;
            if (!found.then.empty())
                found.severity = of.then->severity.value_or(of.severity);
            for (const ScannedEvent &event : found.then)
                found.end = std::max(found.end, event.time);
            cases.push_back(std::move(found));
        }
    });
    return cases;
}

std::vector<ScannedEvent> RuleEvents::before(size_t rule, const RuleCase &found) const
{
    std::vector<ScannedEvent> events;
    const Rule &of = m_rules[qsizetype(rule)];
    if (!of.before)
        return events;
    for (const OfUser &other : othersOf(found.key, found.begin - of.before->window, found.begin)) {
        if (hasBit(m_roles[other.event.shape].before, rule))
            events.push_back(other.event);
    }
    return events;
}

} // namespace evident
