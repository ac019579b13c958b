#pragma once

#include "result.h"
#include "rule.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

namespace evident {

/// One rule out of its JSON file. An error names the file, the cause and the place.
Result<Rule> parseRule(const QByteArray &json, const QString &name);

/// The rules that a log is judged by. Immutable once shared.
class RuleSet
{
public:
    static constexpr qsizetype mostRules = 64;
    static constexpr qint64 mostFileBytes = 64 * 1024;

    /// Those that come with the program. What is wrong with one is the program's own error.
    static Result<RuleSet> shipped();
    static QStringList shippedIds();

    /// Those of a person's own folder besides; one with the id of another takes its place. The files are read in the
    /// order of their names; what is wrong with one is a problem, and the others still work. A folder that is not there
    /// has no rules.
    void addFolder(const QString &path);
    /// False: there are too many already.
    bool add(Rule rule);

    const QList<Rule> &rules() const { return m_rules; } ///< by id
    const QStringList &problems() const { return m_problems; } ///< whole sentences

private:
    QList<Rule> m_rules;
    QStringList m_problems;
};

using RuleSetPointer = std::shared_ptr<const RuleSet>;

} // namespace evident
