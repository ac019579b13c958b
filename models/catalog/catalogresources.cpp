#include "catalogstore.h"

#include <QCoreApplication>
#include <QDir>
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

/// What people say in any language is looked up whatever the language of the window: a desk types both.
Result<Synonyms> readSynonyms()
{
    Synonyms synonyms;
    for (const QString &path : {u":/query/synonyms.json"_s, u":/query/synonyms-de.json"_s}) {
        const Result<QByteArray> json = readResource(path);
        if (!json)
            return json.error();
        const Result<Synonyms> read = Synonyms::fromJson(json.value(), path);
        if (!read)
            return read.error();
        synonyms.add(read.value());
    }
    return synonyms;
}

Result<std::shared_ptr<const GuidanceBook>> readGuidance()
{
    auto book = std::make_shared<GuidanceBook>();
    const QDir folder(u":/guidance"_s);
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        const QString path = folder.filePath(name);
        const Result<QByteArray> json = readResource(path);
        if (!json)
            return json.error();
        if (const Result<void> read = book->read(json.value(), path); !read)
            return read.error();
    }
    return std::shared_ptr<const GuidanceBook>(std::move(book));
}

} // namespace

Result<CatalogResources> shippedCatalogResources()
{
    const QString rulesPath = u":/catalog/derivation.json"_s;
    const QString pageName = u"user-events-400-1409.txt"_s;

    Result<QByteArray> page = readResource(u":/catalog/"_s + pageName);
    if (!page)
        return page.error();
    const Result<QByteArray> rulesJson = readResource(rulesPath);
    if (!rulesJson)
        return rulesJson.error();
    Result<DerivationRules> rules = DerivationRules::fromJson(rulesJson.value(), rulesPath);
    if (!rules)
        return rules.error();
    Result<Synonyms> synonyms = readSynonyms();
    if (!synonyms)
        return synonyms.error();
    Result<std::shared_ptr<const GuidanceBook>> guidance = readGuidance();
    if (!guidance)
        return guidance.error();
    return CatalogResources{std::move(page).value(), pageName, std::move(rules).value(), std::move(synonyms).value(),
                            std::move(guidance).value()};
}

} // namespace evident
