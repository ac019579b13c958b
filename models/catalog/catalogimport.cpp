#include "catalogimport.h"

#include <QCryptographicHash>

namespace evident {

Result<CatalogImport> readCatalogImport(const QByteArray &bytes, const QString &name)
{
    Result<CatalogPage> page = readCatalogPage(bytes, name);
    if (!page)
        return page.error();
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return CatalogImport{std::move(page).value(), name, QString::fromLatin1(hash.toHex())};
}

CatalogRevision revisionFrom(const CatalogImport &import, CatalogRevision::Origin origin)
{
    CatalogRevision revision;
    revision.origin = origin;
    revision.created = QDateTime::currentDateTimeUtc();
    revision.source = import.source;
    revision.sha256 = import.sha256;
    revision.title = import.page.title;
    revision.kind = import.page.kind;
    revision.from = import.page.from;
    revision.to = import.page.to;
    revision.notUnderstoodCount = import.page.notUnderstood.size();
    return revision;
}

} // namespace evident
