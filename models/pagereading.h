#pragma once

#include "catalogstore.h"

#include <QFuture>

namespace evident {

/// A file or a text that may be one of the vendor's pages.
struct PageCandidate
{
    QString path; ///< "" for a text
    Result<CatalogImport> import = Error{}; ///< or why it is no page

    /// Whether it surely is one: then it is offered as a page wherever it comes from.
    bool isPage() const;
};

/// Reads files, in the order given, on a thread of its own: a share that does not answer holds nobody up. A file of
/// more bytes than `sizeLimit` is not read.
QFuture<QList<PageCandidate>> readPages(const QStringList &paths, qint64 sizeLimit = largestCatalogPage);
/// One text in several forms, as a clipboard has it: the first form that is a page, else the last one. `name` stands
/// where a file's name would.
QFuture<QList<PageCandidate>> readPageForms(const QList<QByteArray> &forms, const QString &name);

/// Whether a file's name says that it is a web page.
bool isWebPageName(const QString &path);

} // namespace evident
