#pragma once

#include "catalogentry.h"
#include "result.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

namespace evident {

/// How method and outcome are read from a description: ordered lists of patterns on its folded form, the first that
/// fits wins. Data of the resources. Immutable after reading.
class DerivationRules
{
    Q_DECLARE_TR_FUNCTIONS(evident::DerivationRules)

public:
    static Result<DerivationRules> fromJson(const QByteArray &json, const QString &name);

    /// Fills method, outcome and marked of an entry from its level and description.
    void apply(CatalogEntry &entry) const;

private:
    struct MethodRule
    {
        QRegularExpression pattern;
        QString method;
    };
    struct OutcomeRule
    {
        QRegularExpression pattern;
        Outcome outcome = Outcome::Unknown;
    };
    std::vector<MethodRule> m_methods;
    std::vector<OutcomeRule> m_outcomes;
};

} // namespace evident
