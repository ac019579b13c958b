#include "catalogpage.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace evident;

/// The reader of catalog pages alone: reads one and says on standard output, as JSON, what came of it. For tests that
/// measure what that takes.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QFile file(application.arguments().value(1));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s\n", qPrintable(file.errorString()));
        return 1;
    }
    const Result<CatalogPage> read = readCatalogPage(file.readAll(), u"page"_s);
    QJsonObject facts{{u"error"_s, read ? QString() : read.error().message}};
    if (read) {
        const CatalogPage &page = read.value();
        qsizetype longest = 0;
        for (const CatalogEntry &entry : page.entries)
            longest = std::max(longest, entry.description.size());
        facts[u"entries"_s] = page.entries.size();
        facts[u"notUnderstood"_s] = page.notUnderstood.size();
        facts[u"longestDescription"_s] = longest;
    }
    std::puts(QJsonDocument(facts).toJson(QJsonDocument::Compact).constData());
    return 0;
}
