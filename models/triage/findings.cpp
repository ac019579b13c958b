#include "findings.h"

#include "ruleevents.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr qint64 minuteMs = 60'000;

/// The reason with its placeholders filled. A value that looks like one stays what it is.
QString filled(const QString &reason, const QHash<QString, QString> &values)
{
    QString text;
    for (qsizetype at = 0; at < reason.size(); ++at) {
        const qsizetype end = reason[at] == u'{' ? reason.indexOf(u'}', at) : -1;
        const auto value = end < 0 ? values.cend() : values.constFind(reason.mid(at + 1, end - at - 1));
        if (value == values.cend()) {
            text += reason[at];
        } else {
            text += *value;
            at = end;
        }
    }
    return text;
}

/// When cases of a rule were, and of whom.
class Coverage
{
public:
    void add(quint32 user, qint64 begin, qint64 end) { m_spans.push_back({user, begin, end}); }
    /// After the last one: those of a user that overlap become one.
    void close()
    {
        const auto key = [](const Span &span) { return std::tuple(span.user, span.begin); };
        std::ranges::sort(m_spans, {}, key);
        std::vector<Span> joined;
        for (const Span &span : m_spans) {
            if (!joined.empty() && joined.back().user == span.user && span.begin <= joined.back().end)
                joined.back().end = std::max(joined.back().end, span.end);
            else
                joined.push_back(span);
        }
        m_spans = std::move(joined);
    }
    bool covers(quint32 user, qint64 begin, qint64 end) const
    {
        const auto key = [](const Span &span) { return std::tuple(span.user, span.end); };
        const auto found = std::ranges::lower_bound(m_spans, std::tuple(user, begin), {}, key);
        return found != m_spans.end() && found->user == user && found->begin <= end;
    }

private:
    struct Span
    {
        quint32 user = 0;
        qint64 begin = 0;
        qint64 end = 0;
    };
    std::vector<Span> m_spans;
};

class Evaluation
{
public:
    Evaluation(const Log &log, const Resolution &resolution, const RuleSet &rules, const QString &language,
               const std::stop_token &stop)
        : m_log(log),
          m_resolution(resolution),
          m_rules(rules.rules()),
          m_language(language),
          m_stop(stop),
          m_order(log),
          m_events(log, resolution, rules, stop),
          m_coverage(size_t(m_rules.size()))
    { }

    Findings run()
    {
        m_findings.rules = m_rules.size();
        m_findings.withoutTime = m_events.scan().withoutTime;
        for (const size_t rule : coveringFirst()) {
            if (m_stop.stop_requested())
                return {};
            evaluate(rule);
        }
        for (std::vector<Row> &rows : m_findings.leftOutRows) {
            std::ranges::sort(rows);
            rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        }
        const auto key = [](const Finding &finding) {
            return std::tie(finding.severity, finding.begin, finding.rule, finding.user, finding.address,
                            finding.application, finding.codes);
        };
        std::ranges::stable_sort(m_findings.list,
                                 [&key](const Finding &left, const Finding &right) { return key(left) < key(right); });
        return std::move(m_findings);
    }

private:
    /// Those that cover others before them; where they cover each other in a ring, by their ids.
    std::vector<size_t> coveringFirst() const
    {
        std::vector<size_t> order;
        std::vector<bool> done(size_t(m_rules.size()));
        const auto isReady = [&](const Rule &rule) {
            return std::ranges::none_of(
                m_rules, [&](const Rule &other) { return rule.coveredBy.contains(other.id) && !done[indexOf(other)]; });
        };
        while (order.size() < done.size()) {
            const size_t before = order.size();
            for (size_t rule = 0; rule < done.size(); ++rule) {
                if (!done[rule] && isReady(m_rules[qsizetype(rule)])) {
                    done[rule] = true;
                    order.push_back(rule);
                }
            }
            if (order.size() > before)
                continue;
            const size_t first = size_t(std::ranges::find(done, false) - done.begin());
            done[first] = true;
            order.push_back(first);
        }
        return order;
    }

    size_t indexOf(const Rule &rule) const { return size_t(&rule - m_rules.constData()); }

    void evaluate(size_t rule)
    {
        const Rule &of = m_rules[qsizetype(rule)];
        if (of.kind == Rule::Kind::UnseenCode)
            return findUnseenCodes(of);
        const std::vector<RuleEvents::Entry> entries = m_events.entriesOf(rule);
        if (of.kind == Rule::Kind::UnknownCode)
            return findUnknownCodes(of, entries);
        std::vector<RuleCase> cases = m_events.casesOf(rule, entries);
        for (const RuleCase &found : cases)
            m_coverage[rule].add(of.key == Rule::Key::User ? found.key : 0, found.begin, found.end);
        m_coverage[rule].close();
        std::erase_if(cases, [&](const RuleCase &found) { return isCovered(of, found); });
        for (const RuleCase &found : takeLeftOut(of, cases))
            leaveOut(of, evidenceOf(rule, found, entries));
        for (const RuleCase &found : cases)
            add(of, found, evidenceOf(rule, found, entries));
    }

    bool isCovered(const Rule &rule, const RuleCase &found) const
    {
        const quint32 user = rule.key == Rule::Key::User ? found.key : 0;
        return std::ranges::any_of(m_rules, [&](const Rule &other) {
            if (!rule.coveredBy.contains(other.id))
                return false;
            const Coverage &coverage = m_coverage[indexOf(other)];
            if (other.key == Rule::Key::User)
                return user != 0 && coverage.covers(user, found.begin, found.end);
            return other.key == Rule::Key::None && coverage.covers(0, found.begin, found.end);
        });
    }

    QString keyText(const Rule &rule, quint32 key) const
    {
        switch (rule.key) {
        case Rule::Key::None:
            break;
        case Rule::Key::User:
            return m_log.texts(TextColumn::User).text(key);
        case Rule::Key::Address:
            return m_log.texts(TextColumn::Address).text(key);
        case Rule::Key::Application:
            return m_log.texts(TextColumn::Application).text(key);
        }
        return {};
    }

    /// Takes away, and returns, all but the worst ones.
    std::vector<RuleCase> takeLeftOut(const Rule &rule, std::vector<RuleCase> &cases)
    {
        if (cases.size() <= size_t(mostFindings))
            return {};
        std::ranges::stable_sort(cases, [&](const RuleCase &left, const RuleCase &right) {
            const auto key = [](const RuleCase &found) {
                return std::tuple(found.severity, -found.count, found.begin, found.end);
            };
            if (key(left) != key(right))
                return key(left) < key(right);
            return keyText(rule, left.key) < keyText(rule, right.key);
        });
        std::vector<RuleCase> leftOut(std::make_move_iterator(cases.begin() + mostFindings),
                                      std::make_move_iterator(cases.end()));
        m_findings.leftOut += qint64(leftOut.size());
        cases.resize(size_t(mostFindings));
        return leftOut;
    }

    void leaveOut(const Rule &rule, std::span<const ScannedEvent> evidence)
    {
        std::vector<Row> &rows = m_findings.leftOutRows[rule.id];
        for (const ScannedEvent &event : evidence)
            rows.push_back(event.row);
    }

    std::vector<ScannedEvent> evidenceOf(size_t rule, const RuleCase &found,
                                         std::span<const RuleEvents::Entry> entries) const
    {
        std::vector<ScannedEvent> evidence = m_events.before(rule, found);
        for (size_t i = found.first; i <= found.last; ++i)
            evidence.push_back(m_events.event(entries[i]));
        evidence.insert(evidence.end(), found.then.begin(), found.then.end());
        return evidence;
    }

    /// Orders the evidence and takes it into the finding.
    void takeEvidence(Finding &finding, std::vector<ScannedEvent> evidence) const
    {
        std::ranges::sort(evidence, [this](const ScannedEvent &left, const ScannedEvent &right) {
            return m_order.isBefore(left, right);
        });
        const auto same = [](const ScannedEvent &left, const ScannedEvent &right) { return left.row == right.row; };
        evidence.erase(std::unique(evidence.begin(), evidence.end(), same), evidence.end());
        finding.begin = evidence.front().time;
        finding.end = evidence.back().time;
        for (const ScannedEvent &event : evidence)
            finding.codes.push_back(m_resolution[event.shape].code);
        std::ranges::sort(finding.codes);
        finding.codes.erase(std::unique(finding.codes.begin(), finding.codes.end()), finding.codes.end());
        std::vector<Row> rows;
        rows.reserve(evidence.size());
        for (const ScannedEvent &event : evidence)
            rows.push_back(event.row);
        finding.rows = RowSet::of(std::move(rows));
    }

    void add(const Rule &rule, const RuleCase &found, std::vector<ScannedEvent> evidence, qint64 code = noCode)
    {
        const Rule::Words &words = rule.wordsIn(m_language);
        const QLocale locale;
        Finding finding;
        finding.rule = rule.id;
        finding.severity = found.severity;
        finding.title = words.title;
        finding.advice = words.advice;
        const QString key = keyText(rule, found.key);
        QHash<QString, QString> values{{u"count"_s, locale.toString(found.count)},
                                       {u"threshold"_s, locale.toString(rule.threshold)},
                                       {u"times"_s, locale.toString(rule.timesUsual)},
                                       {u"minutes"_s, locale.toString(rule.window / minuteMs)},
                                       {u"hours"_s, locale.toString(rule.hoursBefore)}};
        if (rule.key == Rule::Key::User)
            values.insert(u"user"_s, finding.user = key);
        if (rule.key == Rule::Key::Address)
            values.insert(u"address"_s, finding.address = key);
        if (rule.key == Rule::Key::Application)
            values.insert(u"application"_s, finding.application = key);
        finding.code = code;
        takeEvidence(finding, std::move(evidence));
        values.insert(u"code"_s, QString::number(finding.codes.front()));
        finding.reason = filled(words.reason, values);
        if (!found.then.empty() && !words.then.isEmpty())
            finding.reason += u' ' + words.then;
        m_findings.list.append(std::move(finding));
    }

    EventKey eventKey(ShapeId shape) const
    {
        const ResolvedEvent &event = m_resolution[shape];
        return {event.kind, event.code};
    }

    void findUnknownCodes(const Rule &rule, std::span<const RuleEvents::Entry> entries)
    {
        std::map<EventKey, std::vector<ScannedEvent>> codes;
        for (const RuleEvents::Entry &entry : entries)
            codes[eventKey(m_events.event(entry).shape)].push_back(m_events.event(entry));
        addCodes(rule, codes);
    }

    void findUnseenCodes(const Rule &rule)
    {
        std::map<EventKey, std::vector<ScannedEvent>> codes;
        const EventScan &scan = m_events.scan();
        for (const std::optional<ScannedEvent> &first : scan.firsts) {
            if (!first || qsizetype(first->shape) >= m_resolution.size()
                || !m_resolution[first->shape].flags.testFlag(EventFlag::Known))
                continue;
            std::vector<ScannedEvent> &ofCode = codes[eventKey(first->shape)];
            if (ofCode.empty() || m_order.isBefore(*first, ofCode.front()))
                ofCode = {*first};
        }
        std::erase_if(codes, [&](const auto &code) {
            // Hours that begin and end before it.
            constexpr qint64 hourMs = 60 * minuteMs;
            const auto behind = std::ranges::lower_bound(scan.hours, code.second.front().time, {},
                                                         [](qint64 hour) { return (hour + 1) * hourMs - 1; });
            return behind - scan.hours.begin() < rule.hoursBefore;
        });
        addCodes(rule, codes);
    }

    void addCodes(const Rule &rule, std::map<EventKey, std::vector<ScannedEvent>> &codes)
    {
        std::vector<RuleCase> cases;
        std::vector<EventKey> keys;
        for (const auto &[key, events] : codes) {
            cases.push_back({quint32(keys.size()),
                             0,
                             0,
                             events.front().time,
                             events.back().time,
                             qint64(events.size()),
                             rule.severity,
                             {}});
            keys.push_back(key);
        }
        for (const RuleCase &found : takeLeftOut(rule, cases))
            leaveOut(rule, codes[keys[found.key]]);
        for (const RuleCase &found : cases)
            add(rule, found, std::move(codes[keys[found.key]]), keys[found.key].code);
    }

    const Log &m_log;
    const Resolution &m_resolution;
    const QList<Rule> &m_rules;
    const QString m_language;
    const std::stop_token &m_stop;
    const ContentOrder m_order;
    const RuleEvents m_events;
    std::vector<Coverage> m_coverage; ///< of each rule
    Findings m_findings;
};

} // namespace

Findings findFindings(const Log &log, const Resolution &resolution, const RuleSet &rules, const QString &language,
                      const std::stop_token &stop)
{
    return Evaluation(log, resolution, rules, language, stop).run();
}

} // namespace evident
