#include "importadvice.h"

#include <QCoreApplication>

#include <algorithm>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::ImportAdvice)
};

/// A few removals are what a vendor does in a year.
constexpr qsizetype fewRemovals = 5;

qsizetype coveredCount(const QList<CatalogEntry> &catalog, const CatalogPage &page)
{
    return std::ranges::count_if(catalog, [&page](const CatalogEntry &entry) {
        return entry.key.kind == page.kind && (!page.from || entry.key.code >= *page.from)
            && (!page.to || entry.key.code <= *page.to);
    });
}

} // namespace

ImportAdvice importAdvice(const QList<CatalogEntry> &catalog, const CatalogPage &page, const CatalogDiff &diff)
{
    ImportAdvice advice;
    const qsizetype lost = page.notUnderstood.size();
    if (page.isDoubtful()) {
        advice.needsLook = true;
        advice.warnings.append(
            Messages::tr("Less than half of this page was understood. It may not be a page of event codes, or the "
                         "vendor has changed its form."));
    } else if (lost > 0) {
        advice.warnings.append(
            Messages::tr("%Ln line(s) of the page were not understood and change nothing.", nullptr, int(lost)));
    }
    const qsizetype covered = coveredCount(catalog, page);
    if (diff.removed.size() > fewRemovals && diff.removed.size() * 4 > covered) {
        advice.needsLook = true;
        advice.warnings.append(
            Messages::tr("The page lacks %Ln entry(s) that the catalog has in the range of its title. Is it whole?",
                         nullptr, int(diff.removed.size())));
    }
    return advice;
}

} // namespace evident
