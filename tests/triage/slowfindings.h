#pragma once

#include "eventlines.h"
#include "rule.h"

#include <QStringList>

#include <algorithm>
#include <set>
#include <vector>

namespace evident {

/// The obvious way to judge a few records by rules of codes: every stretch of every group is looked at, word for word
/// as rule.h says it. Each finding is a line of text.
class SlowFindings
{
public:
    SlowFindings(const QList<EventLine> &events, const QList<Rule> &rules)
        : m_rules(rules)
    {
        std::set<EventLine> distinct(events.begin(), events.end()); // by time, then by what they say
        std::erase_if(distinct, [](const EventLine &event) { return event.time == -1; });
        m_events.assign(distinct.begin(), distinct.end());
    }

    /// Names that differ by case alone are one user.
    static QString userOf(const EventLine &event) { return event.user.toCaseFolded(); }

    QStringList lines() const
    {
        QStringList lines;
        for (const Rule &rule : m_rules) {
            for (const Case &found : cases(rule)) {
                if (!isCovered(rule, found))
                    lines.append(line(rule, found));
            }
        }
        lines.sort();
        return lines;
    }

    /// One finding, of which these records are the evidence.
    static QString line(const QString &rule, Severity severity, const std::vector<EventLine> &evidence)
    {
        QStringList texts;
        for (const EventLine &event : evidence) {
            // Not the transaction: of records that differ in nothing else, it is a hash that says which comes first.
            texts.append(QStringList{QString::number(event.time), QString::number(event.code), event.user,
                                     event.address, event.application}
                             .join(u'/'));
        }
        return rule + u' ' + QString::number(int(severity)) + u' ' + texts.join(u' ');
    }

private:
    struct Case
    {
        QString user;
        qint64 begin = 0;
        qint64 end = 0;
        Severity severity = Severity::Warning;
        std::set<EventLine> evidence;
    };

    static QString keyOf(const Rule &rule, const EventLine &event)
    {
        switch (rule.key) {
        case Rule::Key::User:
            return userOf(event);
        case Rule::Key::Address:
            return event.address;
        case Rule::Key::Application:
            return event.application;
        case Rule::Key::None:
            break;
        }
        return QStringLiteral("all");
    }

    static bool counts(const Rule &rule, const EventLine &event)
    {
        const bool nameless = rule.kind == Rule::Kind::DistinctUsers && event.user.isEmpty() && !rule.eachWithoutUser;
        return rule.codes.contains(event.code) && !keyOf(rule, event).isEmpty() && !nameless
            && !(rule.withoutAddressOnly && !event.address.isEmpty());
    }

    /// How many different ones there are from `first` to `last`.
    static int distinct(const Rule &rule, const std::vector<EventLine> &group, size_t first, size_t last)
    {
        std::set<QString> values;
        int own = 0;
        for (size_t i = first; i <= last; ++i) {
            const QString value = rule.kind == Rule::Kind::DistinctUsers ? userOf(group[i]) : group[i].transaction;
            if (value.isEmpty())
                ++own;
            else
                values.insert(value);
        }
        return own + int(values.size());
    }

    bool anyOf(const QList<qint64> &codes, const QString &user, qint64 from, qint64 before) const
    {
        return std::ranges::any_of(m_events, [&](const EventLine &event) {
            return codes.contains(event.code) && userOf(event) == user && event.time >= from && event.time < before;
        });
    }

    bool isHit(const Rule &rule, const std::vector<EventLine> &group, size_t first, size_t last) const
    {
        const qint64 begin = group[first].time;
        const qint64 end = group[last].time;
        if (end - begin > rule.window || distinct(rule, group, first, last) < rule.threshold)
            return false;
        return !rule.unless || !anyOf(rule.unless->codes, userOf(group[first]), begin, end + rule.unless->window);
    }

    /// Whether a stretch has so many times as many as windows before it had in the mean.
    bool isUnusual(const Rule &rule, const std::vector<EventLine> &group, size_t first, size_t last) const
    {
        if (rule.timesUsual == 0)
            return true;
        const qint64 begin = group[first].time;
        std::set<std::pair<qint64, QString>> values;
        int own = 0;
        for (const EventLine &event : group) {
            const QString value = rule.kind == Rule::Kind::DistinctUsers ? userOf(event) : event.transaction;
            if (event.time < begin && value.isEmpty())
                ++own;
            else if (event.time < begin)
                values.insert({event.time / rule.window, value});
        }
        const auto before = double(own + int(values.size()));
        const double length = std::max(double(begin - m_events.front().time), double(rule.window));
        return distinct(rule, group, first, last) * length >= rule.timesUsual * before * double(rule.window);
    }

    std::vector<Case> cases(const Rule &rule) const
    {
        std::set<QString> keys;
        for (const EventLine &event : m_events)
            keys.insert(keyOf(rule, event));
        std::vector<Case> cases;
        for (const QString &key : keys) {
            std::vector<EventLine> group;
            std::ranges::copy_if(m_events, std::back_inserter(group), [&](const EventLine &event) {
                return counts(rule, event) && keyOf(rule, event) == key;
            });
            addCases(rule, group, cases);
        }
        return cases;
    }

    void addCases(const Rule &rule, const std::vector<EventLine> &group, std::vector<Case> &cases) const
    {
        struct Stretch
        {
            size_t first = 0;
            size_t last = 0;
            qint64 reached = 0;
        };
        std::vector<Stretch> stretches;
        for (size_t first = 0; first < group.size(); ++first) {
            for (size_t last = first; last < group.size(); ++last) {
                if (!isHit(rule, group, first, last))
                    continue;
                if (!stretches.empty() && group[first].time - group[stretches.back().last].time <= rule.window)
                    stretches.back().last = std::max(stretches.back().last, last);
                else if (isUnusual(rule, group, first, last))
                    stretches.push_back({first, last, group[last].time});
            }
        }
        for (const Stretch &stretch : stretches)
            addCase(rule, group, stretch.first, stretch.last, stretch.reached, cases);
    }

    void addCase(const Rule &rule, const std::vector<EventLine> &group, size_t first, size_t last, qint64 reached,
                 std::vector<Case> &cases) const
    {
        const qint64 begin = group[first].time;
        if (rule.quiet > 0) {
            const bool isKnown = m_events.front().time <= begin - rule.quiet;
            const bool isQuiet = std::ranges::none_of(
                group, [&](const EventLine &event) { return event.time < begin && event.time >= begin - rule.quiet; });
            if (!isKnown || !isQuiet)
                return;
        }
        Case found{rule.key == Rule::Key::User ? userOf(group[first]) : QString(), begin, group[last].time,
                   rule.severity, std::set<EventLine>(group.begin() + long(first), group.begin() + long(last) + 1)};
        const std::vector<EventLine> followers = followersOf(rule, found, reached);
        if (rule.then && rule.then->required && followers.empty())
            return;
        for (const EventLine &event : m_events) {
            if (rule.before && rule.before->codes.contains(event.code) && userOf(event) == found.user
                && event.time <= begin && event.time >= begin - rule.before->window)
                found.evidence.insert(event);
        }
        for (const EventLine &event : followers) {
            found.evidence.insert(event);
            found.end = std::max(found.end, event.time);
            found.severity = rule.then->severity.value_or(rule.severity);
        }
        cases.push_back(found);
    }

    std::vector<EventLine> followersOf(const Rule &rule, const Case &found, qint64 reached) const
    {
        std::vector<EventLine> followers;
        if (!rule.then)
            return followers;
        std::set<QString> users;
        for (const EventLine &event : found.evidence)
            users.insert(userOf(event));
        users.erase(QString());
        for (const QString &user : users) {
            const auto follower = std::ranges::find_if(m_events, [&](const EventLine &event) {
                return rule.then->others.codes.contains(event.code) && userOf(event) == user && event.time >= reached
                    && event.time <= found.end + rule.then->others.window
                    && keyOf(rule, event) == keyOf(rule, *found.evidence.begin());
            });
            if (follower != m_events.end() && !anyOf(rule.then->unlessFirst, user, reached, follower->time))
                followers.push_back(*follower);
        }
        return followers;
    }

    bool isCovered(const Rule &rule, const Case &found) const
    {
        return std::ranges::any_of(m_rules, [&](const Rule &other) {
            if (!rule.coveredBy.contains(other.id))
                return false;
            const bool ofUsers = other.key == Rule::Key::User;
            if (!ofUsers && other.key != Rule::Key::None)
                return false;
            const std::vector<Case> better = cases(other);
            return std::ranges::any_of(better, [&](const Case &its) {
                return (!ofUsers || (its.user == found.user && !found.user.isEmpty())) && its.begin <= found.end
                    && found.begin <= its.end;
            });
        });
    }

    static QString line(const Rule &rule, const Case &found)
    {
        return line(rule.id, found.severity, {found.evidence.begin(), found.evidence.end()});
    }

    QList<Rule> m_rules;
    std::vector<EventLine> m_events;
};

} // namespace evident
