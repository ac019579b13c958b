#pragma once

#include "finding.h"
#include "log.h"
#include "resolution.h"
#include "ruleset.h"

#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <stop_token>

namespace evident {

/// What the rules found in a log.
struct Findings
{
    QList<Finding> list; ///< the worst first, then by time
    qint64 leftOut = 0; ///< of rules that found very many
    QHash<QString, std::vector<Row>> leftOutRows; ///< evidence of these, by rule; ascending
    qint64 withoutTime = 0; ///< records that no rule looks at
    qsizetype rules = 0; ///< that were tried
};

/// Shared by who shows them and the queries that ask for their records; null: they are not known yet.
using FindingsPointer = std::shared_ptr<const Findings>;

/// Findings that one rule gives, the worst and longest ones.
inline constexpr qsizetype mostFindings = 100;

/// Judges the whole log by the rules, in the order of time: in which order the file has its records, and whether it has
/// some of them twice, makes no difference. `language`: of the words, "en". When stopped, the answer is of no use.
Findings findFindings(const Log &log, const Resolution &resolution, const RuleSet &rules, const QString &language,
                      const std::stop_token &stop = {});

} // namespace evident
