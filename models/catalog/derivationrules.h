#pragma once

#include "catalogentry.h"
#include "result.h"

#include <QRegularExpression>

#include <vector>

namespace evident {

/// How method and outcome are read from a description: an ordered list of patterns, the first that fits wins. Data of the resources.
class DerivationRules
{
public:
    static Result<DerivationRules> fromJson(const QByteArray &json, const QString &name);

    /// Fills method, outcome and marked of an entry from its code, level and description.
    void apply(CatalogEntry &entry) const;

private:
    struct Rule
    {
        QRegularExpression pattern;
        QString value;
    };
    std::vector<Rule> m_methods;
    std::vector<Rule> m_outcomes;
    std::vector<Rule> m_words; ///< what the wording says of success or failure, for the mark
};

} // namespace evident
