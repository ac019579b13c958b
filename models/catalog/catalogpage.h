#pragma once

#include "catalogentry.h"
#include "result.h"

#include <optional>

namespace evident {

/// A line of a page that no rule understood. Never dropped in silence.
struct PageLine
{
    int line = 0; ///< 1-based; where a row of HTML begins
    QString text; ///< of HTML the row's cells with bars between them
    bool operator==(const PageLine &) const = default;
};

/// A vendor's page as it was read. Entries carry the vendor's facts only; derived facts come with DerivationRules.
/// What a page does not tell is "": administrators' events have neither level nor category.
struct CatalogPage
{
    QString title;
    Kind kind = Kind::User;
    std::optional<qint64> from; ///< the range that the title states
    std::optional<qint64> to;
    QList<CatalogEntry> entries; ///< in the page's order
    QList<PageLine> notUnderstood;
    qint64 rowCount = 0; ///< what looked like rows of events, understood or not

    /// Less than half of what looked like rows was understood: it may be some other page.
    bool isDoubtful() const { return 2 * entries.size() < rowCount; }
};

/// Bytes of a page at most. What the vendor publishes has a thousandth of it, saved with its pictures a tenth.
inline constexpr qint64 largestCatalogPage = qint64(256) * 1024 * 1024;

/// Reads a page of the vendor in any edition, which its content tells: saved HTML; a table with bars, tabs, commas or
/// semicolons between its cells; text whose separators were lost when it was copied. UTF-8 or with a byte order mark;
/// HTML also in Windows-1252. The text around the tables (title, notes, "See:", "Related Articles") is recognised as
/// such. `name` is for the error's text.
Result<CatalogPage> readCatalogPage(const QByteArray &bytes, const QString &name);

} // namespace evident
