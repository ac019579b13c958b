#include "pagetarget.h"

#include "catalogpage.h"
#include "fuzztarget.h"

#include <set>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

void checkEntries(const CatalogPage &page)
{
    std::set<EventKey> keys;
    for (const CatalogEntry &entry : page.entries) {
        mustHold(keys.insert(entry.key).second, "a code comes once in a kind");
        mustHold(entry.key.code >= 0 && entry.key.kind != Kind::None, "an entry has a code of some kind");
        mustHold(!entry.description.isEmpty(), "an entry has a description");
        for (const QString &text : {entry.level, entry.category, entry.description}) {
            mustHold(text == text.trimmed(), "no space stands around a fact");
            mustHold(!text.contains(u'\n') && !text.contains(u'\r'), "a fact is one line");
        }
    }
}

} // namespace

void checkPage(QByteArrayView input)
{
    const QByteArray bytes = input.toByteArray();
    const Result<CatalogPage> read = readCatalogPage(bytes, u"page.html"_s);
    if (!read) {
        mustHold(read.error().message.contains(u"page.html"_s), "an error names the page");
        return;
    }
    const CatalogPage &page = read.value();
    mustHold(!page.entries.isEmpty(), "a page has entries");
    checkEntries(page);
    int line = 0;
    for (const PageLine &notUnderstood : page.notUnderstood) {
        mustHold(notUnderstood.line >= line, "lines come in the page's order");
        mustHold(!notUnderstood.text.trimmed().isEmpty(), "a line that is not understood has a text");
        line = notUnderstood.line;
    }
    mustHold(line <= bytes.count('\n') + bytes.count('\r') + 1, "the page has so many lines");
    mustHold(page.from.has_value() == page.to.has_value() && page.from <= page.to, "a range has two ends");
    mustHold(page.rowCount >= page.entries.size(), "an entry is a row");
    mustHold(page.rowCount <= page.entries.size() + page.notUnderstood.size(), "no row is dropped in silence");
}
