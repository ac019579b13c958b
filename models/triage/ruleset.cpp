#include "ruleset.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::RuleSet)
};

Result<Rule> readRule(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Messages::tr("The rule file %1 cannot be read: %2.").arg(path, file.errorString())};
    const QByteArray json = file.read(RuleSet::mostFileBytes + 1);
    if (json.size() > RuleSet::mostFileBytes)
        return Error{Messages::tr("The rule file %1 cannot be read: it is longer than %L2 bytes.")
                         .arg(path)
                         .arg(RuleSet::mostFileBytes)};
    return parseRule(json, path);
}

QStringList ruleFiles(const QString &folder)
{
    const QDir dir(folder);
    QStringList paths;
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        paths.append(dir.filePath(name));
    return paths;
}

} // namespace

const Rule::Words &Rule::wordsIn(const QString &language) const
{
    for (const QString &wanted : {language, u"en"_s}) {
        if (const auto found = words.constFind(wanted); found != words.cend())
            return *found;
    }
    QStringList languages = words.keys();
    return *words.constFind(*std::ranges::min_element(languages));
}

QStringList RuleSet::shippedIds()
{
    QStringList ids;
    for (const QString &path : ruleFiles(u":/rules"_s))
        ids.append(QFileInfo(path).completeBaseName());
    return ids;
}

Result<RuleSet> RuleSet::shipped()
{
    RuleSet set;
    for (const QString &path : ruleFiles(u":/rules"_s)) {
        Result<Rule> rule = readRule(path);
        if (!rule)
            return rule.error();
        set.add(std::move(rule).value());
    }
    return set;
}

void RuleSet::addFolder(const QString &path)
{
    const QStringList paths = ruleFiles(path);
    for (const QString &file : paths) {
        Result<Rule> rule = readRule(file);
        if (!rule) {
            m_problems.append(rule.error().message);
        } else if (!add(std::move(rule).value())) {
            m_problems.append(
                Messages::tr("The rule file %1 is left out: there are more than %Ln rule(s).", nullptr, int(mostRules))
                    .arg(file));
            return;
        }
    }
}

bool RuleSet::add(Rule rule)
{
    const auto place = std::ranges::lower_bound(m_rules, rule.id, {}, &Rule::id);
    if (place != m_rules.end() && place->id == rule.id) {
        *place = std::move(rule);
        return true;
    }
    if (m_rules.size() >= mostRules)
        return false;
    m_rules.insert(place, std::move(rule));
    return true;
}

} // namespace evident
