#pragma once

#include "catalogdiff.h"
#include "catalogimport.h"
#include "catalogrevision.h"
#include "catalogsnapshot.h"
#include "derivationrules.h"
#include "notesfile.h"

#include <QStringList>

#include <memory>

namespace evident {

/// What a store is seeded and read with: all of it comes from the resources.
struct CatalogResources
{
    QByteArray page; ///< the vendor's page as published
    QString pageName;
    DerivationRules rules;
    Synonyms synonyms;
};
/// From `:/catalog` and `:/query`. An error here is a damaged build.
Result<CatalogResources> shippedCatalogResources();

/// What one revision says of one entry.
struct EntryVersion
{
    CatalogRevision revision; ///< without its entries
    std::optional<CatalogEntry> entry; ///< absent: the revision does not have it
};

/// The catalog in its SQLite database. The only room that speaks SQL.
///
/// Opening seeds a new database from the page, refuses one from the future, works read-only where it must, and salvages
/// a damaged one: the damaged file is kept beside the new one. What the person should know of that is in notices(). One
/// thread opens, uses and destroys a store.
class CatalogStore
{
public:
    /// `folder` is made when missing. Fails only for a database from the future, and for resources that cannot be read.
    /// A database that cannot be written to gives a read-only store; where none can be had, the store is in memory,
    /// from the shipped page. Both with a notice.
    static Result<std::unique_ptr<CatalogStore>> open(const QString &folder, CatalogResources resources);
    ~CatalogStore();

    CatalogPointer snapshot() const;
    bool isReadOnly() const;
    QString path() const; ///< of the database; "" for one in memory
    /// Whole, translated sentences: read-only, salvaged, where the damaged file is.
    QStringList notices() const;

    /// All revisions, newest first, without their entries.
    Result<QList<CatalogRevision>> revisions() const;
    /// The entries of one revision, sorted by code, then kind.
    Result<QList<CatalogEntry>> entriesOf(qint64 revision) const;
    /// Where an entry was added, changed or removed, newest first: one version for each such revision.
    Result<QList<EntryVersion>> historyOf(const EventKey &key) const;

    // Each change below is one transaction: it is done, or the Error says why nothing was. Then snapshot() is a new
    // one.

    /// Applies `chosen`, which is pageDiff() or a part of it, and gives back the new revision's id. `basedOn` is the
    /// revision that the difference was made against: where another program has made a newer one since, nothing is
    /// done.
    Result<qint64> apply(const CatalogImport &import, const CatalogDiff &chosen, qint64 basedOn);
    /// Makes a new revision with the entries of an earlier one.
    Result<qint64> restore(qint64 revision);
    /// The page shipped with this program, if it would change the catalog and was neither applied nor put away: to be
    /// offered as a preview.
    std::optional<CatalogImport> offeredPage() const;
    /// Does not offer that page again.
    Result<void> declineOfferedPage();
    /// At most longestNote characters. An empty text removes the note.
    Result<void> saveNote(const EventKey &key, const QString &text);
    /// Takes the notes of a file made by notesFile(), see joinedNotes().
    Result<NotesTaken> importNotes(const QByteArray &json, const QString &name);

    /// Looks whether another program has changed the catalog; true when snapshot() is a new one.
    bool refresh();

private:
    struct Data;
    explicit CatalogStore(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace evident
