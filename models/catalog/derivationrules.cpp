#include "derivationrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Calls `take` with pattern and value of each rule of a list; the first thing wrong ends it. `take` says whether the
/// value is one.
Result<void> readRules(const QJsonObject &root, const QString &list, const QString &key, const QString &name,
                       const std::function<bool(QRegularExpression, const QString &)> &take)
{
    if (!root.value(list).isArray())
        return Error{DerivationRules::tr("The rule file %1 has no list “%2”.").arg(name, list)};
    const QJsonArray rules = root.value(list).toArray();
    for (qsizetype i = 0; i < rules.size(); ++i) {
        const QJsonObject rule = rules.at(i).toObject();
        const QString text = rule.value("pattern"_L1).toString();
        QRegularExpression pattern(text);
        if (text.isEmpty() || !pattern.isValid()) {
            return Error{DerivationRules::tr("Rule %1 of “%2” in the rule file %3 has no valid pattern: %4")
                             .arg(QString::number(i + 1), list, name, pattern.errorString())};
        }
        pattern.optimize();
        if (!take(std::move(pattern), rule.value(key).toString())) {
            return Error{DerivationRules::tr("Rule %1 of “%2” in the rule file %3 has no valid “%4”.")
                             .arg(QString::number(i + 1), list, name, key)};
        }
    }
    return {};
}

/// The outcome follows the words. Where the level says the opposite, the vendor's page contradicts itself.
bool disagree(Severity level, Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success:
        return level == Severity::Error || level == Severity::Critical;
    case Outcome::Failure:
        return level == Severity::Notice || level == Severity::Info;
    case Outcome::Unknown:
    case Outcome::Pending:
    case Outcome::None:
        break;
    }
    return false;
}

} // namespace

Result<DerivationRules> DerivationRules::fromJson(const QByteArray &json, const QString &name)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isObject()) {
        const QString cause =
            parse.error == QJsonParseError::NoError ? tr("it is not a JSON object") : parse.errorString();
        return Error{tr("The rule file %1 cannot be read: %2.").arg(name, cause)};
    }

    DerivationRules rules;
    const auto takeMethod = [&rules](QRegularExpression pattern, const QString &method) {
        rules.m_methods.push_back({std::move(pattern), method});
        return !method.isEmpty();
    };
    const auto takeOutcome = [&rules](QRegularExpression pattern, const QString &token) {
        const std::optional<Outcome> outcome = outcomeFromToken(token);
        rules.m_outcomes.push_back({std::move(pattern), outcome.value_or(Outcome::Unknown)});
        return outcome.value_or(Outcome::Unknown) != Outcome::Unknown;
    };
    if (auto read = readRules(document.object(), u"methods"_s, u"method"_s, name, takeMethod); !read)
        return read.error();
    if (auto read = readRules(document.object(), u"outcomes"_s, u"outcome"_s, name, takeOutcome); !read)
        return read.error();
    return rules;
}

void DerivationRules::apply(CatalogEntry &entry, const Guidance *guidance) const
{
    if (guidance) {
        entry.method = guidance->method;
        entry.outcome = guidance->outcome;
        entry.owner = guidance->owner;
    } else {
        derive(entry);
    }
    entry.marked = disagree(severityOf(entry.level), entry.outcome);
}

void DerivationRules::derive(CatalogEntry &entry) const
{
    const QString text = foldedText(entry.description);
    const auto fits = [&text](const auto &rule) { return rule.pattern.match(text).hasMatch(); };

    const auto method = std::find_if(m_methods.begin(), m_methods.end(), fits);
    entry.method = method == m_methods.end() ? QString() : method->method;
    const auto outcome = std::find_if(m_outcomes.begin(), m_outcomes.end(), fits);
    entry.outcome = outcome == m_outcomes.end() ? Outcome::Unknown : outcome->outcome;
    entry.owner = Owner::Unknown;
}

} // namespace evident
