#pragma once

#include "catalogstore.h"
#include "commandline.h"
#include "importwriter.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace evident {

/// What the command line does to the catalog: reads pages into it, brings notes in and out.
class CatalogChanges
{
public:
    /// `complain` is told of each file that could not be done, and why.
    using Complain = std::function<void(const QString &path, const QString &reason)>;
    CatalogChanges(CatalogStore &store, const CommandLine &line, Complain complain);

    /// Each gives back what is to be printed.
    QByteArray importPages();
    QByteArray importNotes();
    QByteArray exportNotes();

private:
    ImportReport importPage(const QString &path, QList<CatalogEntry> &catalog);

    CatalogStore &m_store;
    const CommandLine &m_line;
    Complain m_complain;
};

} // namespace evident
