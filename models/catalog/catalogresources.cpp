#include "catalogstore.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

Result<QByteArray> readResource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{
            QCoreApplication::translate("evident::CatalogStore", "The program's own file %1 cannot be read: %2")
                .arg(path, file.errorString())};
    }
    return file.readAll();
}

} // namespace

Result<CatalogResources> shippedCatalogResources()
{
    const QString rulesPath = u":/catalog/derivation.json"_s;
    const QString synonymsPath = u":/query/synonyms.json"_s;
    const QString pageName = u"user-events-400-1409.txt"_s;

    Result<QByteArray> page = readResource(u":/catalog/"_s + pageName);
    if (!page)
        return page.error();
    const Result<QByteArray> rulesJson = readResource(rulesPath);
    if (!rulesJson)
        return rulesJson.error();
    const Result<QByteArray> synonymsJson = readResource(synonymsPath);
    if (!synonymsJson)
        return synonymsJson.error();
    Result<DerivationRules> rules = DerivationRules::fromJson(rulesJson.value(), rulesPath);
    if (!rules)
        return rules.error();
    Result<Synonyms> synonyms = Synonyms::fromJson(synonymsJson.value(), synonymsPath);
    if (!synonyms)
        return synonyms.error();
    return CatalogResources{std::move(page).value(), pageName, std::move(rules).value(), std::move(synonyms).value()};
}

} // namespace evident
