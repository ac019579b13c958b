#include "pagereading.h"

#include "workerthread.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QPromise>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::PageReading)
};

/// A line or two without the page's title may as well be a ticket's.
constexpr qsizetype fewestEntries = 3;

Result<CatalogImport> importFile(const QString &path, qint64 sizeLimit)
{
    const QFileInfo info(path);
    // A pipe or a device would never end.
    if (info.exists() && !info.isFile())
        return Error{Messages::tr("“%1” is not a file.").arg(visibleText(path))};
    if (info.size() > sizeLimit) {
        return Error{Messages::tr("“%1” is larger than %2: no page of event codes is.")
                         .arg(visibleText(path), QLocale().formattedDataSize(sizeLimit))};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Messages::tr("“%1” cannot be read: %2").arg(visibleText(path), file.errorString())};
    const QByteArray bytes = file.read(sizeLimit);
    if (file.error() != QFileDevice::NoError)
        return Error{Messages::tr("“%1” cannot be read: %2").arg(visibleText(path), file.errorString())};
    return readCatalogImport(bytes, info.fileName());
}

QFuture<QList<PageCandidate>> onWorker(std::function<QList<PageCandidate>()> read)
{
    auto promise = std::make_shared<QPromise<QList<PageCandidate>>>();
    promise->start();
    runOnWorkerThread([promise, read = std::move(read)] {
        promise->addResult(read());
        promise->finish();
    });
    return promise->future();
}

} // namespace

bool PageCandidate::isPage() const
{
    if (!import)
        return false;
    const CatalogPage &page = import.value().page;
    return !page.isDoubtful() && (page.from || page.entries.size() >= fewestEntries);
}

QFuture<QList<PageCandidate>> readPages(const QStringList &paths, qint64 sizeLimit)
{
    return onWorker([paths, sizeLimit] {
        QList<PageCandidate> candidates;
        for (const QString &path : paths)
            candidates.append({path, importFile(path, sizeLimit)});
        return candidates;
    });
}

QFuture<QList<PageCandidate>> readPageForms(const QList<QByteArray> &forms, const QString &name)
{
    return onWorker([forms, name] {
        PageCandidate candidate;
        for (const QByteArray &form : forms) {
            candidate.import = readCatalogImport(form, name);
            if (candidate.isPage())
                break;
        }
        return QList<PageCandidate>{candidate};
    });
}

bool isWebPageName(const QString &path)
{
    static const QStringList suffixes{u"html"_s, u"htm"_s, u"xhtml"_s, u"mht"_s, u"mhtml"_s};
    return suffixes.contains(QFileInfo(path).suffix(), Qt::CaseInsensitive);
}

} // namespace evident
