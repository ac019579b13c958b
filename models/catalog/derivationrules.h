#pragma once

#include "catalogentry.h"
#include "guidance.h"
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

    /// Fills what the vendor does not say: method, outcome and owner from the guidance, or without one (null) method
    /// and outcome from the description; then whether the level contradicts the outcome.
    void apply(CatalogEntry &entry, const Guidance *guidance = nullptr) const;

private:
    void derive(CatalogEntry &entry) const;

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
