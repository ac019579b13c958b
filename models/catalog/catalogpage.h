#pragma once

#include "catalogentry.h"
#include "result.h"

#include <optional>

namespace evident {

/// A line of a page that no rule understood. Never dropped in silence.
struct PageLine
{
    int line = 0; ///< 1-based
    QString text;
    bool operator==(const PageLine &) const = default;
};

/// A vendor's page as it was read. Entries carry the vendor's facts only; derived facts come with DerivationRules.
struct CatalogPage
{
    QString title;
    Kind kind = Kind::User;
    std::optional<qint64> from; ///< the range that the title states
    std::optional<qint64> to;
    QList<CatalogEntry> entries; ///< in the page's order
    QList<PageLine> notUnderstood;
};

/// Reads a page of the vendor (a pipe table between a title and notes; a row may lack its leading bar). UTF-8. The text
/// around the table (title, notes, "See:", "Related Articles") is recognised as such. `name` is for the error's text.
Result<CatalogPage> readCatalogPage(const QByteArray &bytes, const QString &name);

} // namespace evident
