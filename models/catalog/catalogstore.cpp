#include "catalogstore.h"

#include "catalogfile.h"
#include "cataloginspection.h"
#include "catalogopening.h"
#include "catalogtables.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

void countChanges(CatalogRevision &revision, const CatalogDiff &diff)
{
    revision.entryCount = revision.entries.size();
    revision.addedCount = diff.added.size();
    revision.changedCount = diff.changed.size();
    revision.removedCount = diff.removed.size();
}

bool saysTheSame(const std::optional<CatalogEntry> &left, const std::optional<CatalogEntry> &right)
{
    if (left.has_value() != right.has_value())
        return false;
    return !left || EntryChange{*left, *right}.fields().isEmpty();
}

} // namespace

struct CatalogStore::Data
{
    Q_DECLARE_TR_FUNCTIONS(evident::CatalogStore)

public:
    Data(const QString &folder, CatalogResources theResources, CatalogImport theShipped);

    struct Stored
    {
        CatalogRevision newest;
        EntryNotes notes;
        int dataVersion = 0;
    };

    SqliteDatabase &database() const { return *opened.database; }
    void complete(CatalogEntry &entry) const;
    CatalogContent contentOf(const CatalogRevision &newest, const EntryNotes &notes) const;
    void take(const CatalogRevision &newest, const EntryNotes &notes, int version);
    Result<CatalogRevision> newestRevision() const;
    Result<Stored> read() const;
    Result<void> checkWritable() const;
    Result<void> change(const std::function<Result<void>()> &work);
    Result<qint64> append(const std::function<Result<CatalogRevision>(const CatalogRevision &)> &next);
    Result<CatalogRevision> revision(qint64 id) const;
    static Error tooLong(const EventKey &key, const QString &text);

    CatalogFile file;
    CatalogResources resources;
    CatalogImport shipped;
    OpenedCatalog opened;
    CatalogPointer catalog;
    int dataVersion = 0; ///< of the database, when the catalog was read from it
};

CatalogStore::Data::Data(const QString &folder, CatalogResources theResources, CatalogImport theShipped)
    : file(folder),
      resources(std::move(theResources)),
      shipped(std::move(theShipped))
{ }

/// What is derived comes to what is stored.
void CatalogStore::Data::complete(CatalogEntry &entry) const
{
    resources.rules.apply(entry, resources.guidance->find(entry.key));
}

CatalogContent CatalogStore::Data::contentOf(const CatalogRevision &newest, const EntryNotes &notes) const
{
    CatalogContent content{newest.entries, resources.synonyms, resources.guidance, notes, newest.id};
    for (CatalogEntry &entry : content.entries)
        complete(entry);
    return content;
}

void CatalogStore::Data::take(const CatalogRevision &newest, const EntryNotes &notes, int version)
{
    catalog = std::make_shared<const CatalogSnapshot>(contentOf(newest, notes));
    dataVersion = version;
}

Result<CatalogRevision> CatalogStore::Data::newestRevision() const
{
    Result<std::optional<CatalogRevision>> newest = readNewestRevision(database());
    if (!newest)
        return newest.error();
    if (!newest.value())
        return Error{tr("entries are missing in it")};
    return *std::move(newest).value();
}

Result<CatalogStore::Data::Stored> CatalogStore::Data::read() const
{
    // The version comes first: what is changed meanwhile is then read once more, not missed.
    const Result<int> version = database().dataVersion();
    if (!version)
        return version.error();
    Result<CatalogRevision> newest = newestRevision();
    if (!newest)
        return newest.error();
    Result<EntryNotes> notes = readNotes(database());
    if (!notes)
        return notes.error();
    return Stored{std::move(newest).value(), std::move(notes).value(), version.value()};
}

Result<void> CatalogStore::Data::checkWritable() const
{
    if (opened.database && !opened.isReadOnly)
        return {};
    return Error{tr("The catalog %1 is read-only: nothing can be saved.").arg(file.path())};
}

/// What was written is read again before it is kept: nothing is kept that could not be read.
Result<void> CatalogStore::Data::change(const std::function<Result<void>()> &work)
{
    if (auto writable = checkWritable(); !writable)
        return writable;
    Stored stored;
    const auto workAndRead = [this, &work, &stored]() -> Result<void> {
        if (auto done = work(); !done)
            return done;
        Result<Stored> now = read();
        if (!now)
            return now.error();
        stored = std::move(now).value();
        return {};
    };
    auto done = database().transaction(workAndRead);
    if (!done && database().failedByReplacement()) {
        // Another program may have repaired the catalog: then what we had open is the damaged one.
        const Inspection repaired = Inspection::open(database(), file.path(), SqliteDatabase::Access::ReadWrite);
        if (repaired.state == Inspection::State::Good)
            done = database().transaction(workAndRead);
    }
    if (!done)
        return Error{tr("The catalog %1 could not be changed: %2").arg(file.path(), done.error().message)};
    take(stored.newest, stored.notes, stored.dataVersion);
    return {};
}

/// `next` makes a revision of the newest one.
Result<qint64> CatalogStore::Data::append(const std::function<Result<CatalogRevision>(const CatalogRevision &)> &next)
{
    qint64 id = 0;
    auto done = change([this, &next, &id]() -> Result<void> {
        const Result<CatalogRevision> newest = newestRevision();
        if (!newest)
            return newest.error();
        Result<CatalogRevision> made = next(newest.value());
        if (!made)
            return made.error();
        CatalogRevision revision = std::move(made).value();
        countChanges(revision, catalogDiff(newest.value().entries, revision.entries));
        const Result<qint64> written = writeRevision(database(), revision);
        if (!written)
            return written.error();
        id = written.value();
        return {};
    });
    return done ? Result<qint64>(id) : Result<qint64>(done.error());
}

/// The one in memory is its only revision.
Result<CatalogRevision> CatalogStore::Data::revision(qint64 id) const
{
    std::optional<CatalogRevision> found;
    if (opened.database) {
        Result<std::optional<CatalogRevision>> read = readRevision(database(), id);
        if (!read)
            return Error{tr("The catalog %1 could not be read: %2").arg(file.path(), read.error().message)};
        found = std::move(read).value();
    } else if (id == opened.newest.id) {
        found = opened.newest;
    }
    if (!found)
        return Error{tr("The catalog %1 has no revision %2.").arg(file.path(), QString::number(id))};
    return *std::move(found);
}

Result<std::unique_ptr<CatalogStore>> CatalogStore::open(const QString &folder, CatalogResources resources)
{
    Result<CatalogImport> shipped = readCatalogImport(resources.page, resources.pageName);
    if (!shipped)
        return shipped.error();
    auto data = std::make_unique<Data>(folder, std::move(resources), std::move(shipped).value());
    CatalogRevision seed = revisionFrom(data->shipped, CatalogRevision::Origin::Shipped);
    seed.entries = data->shipped.page.entries;
    countChanges(seed, catalogDiff({}, seed.entries));

    Result<OpenedCatalog> opened = openCatalog(data->file, seed);
    if (!opened)
        return opened.error();
    data->opened = std::move(opened).value();
    data->take(data->opened.newest, data->opened.notes, data->opened.dataVersion);
    return std::unique_ptr<CatalogStore>(new CatalogStore(std::move(data)));
}

CatalogStore::CatalogStore(std::unique_ptr<Data> data)
    : m_data(std::move(data))
{ }

CatalogStore::~CatalogStore() = default;

CatalogPointer CatalogStore::snapshot() const
{
    return m_data->catalog;
}

bool CatalogStore::isReadOnly() const
{
    return m_data->opened.isReadOnly;
}

QString CatalogStore::path() const
{
    return m_data->opened.database ? m_data->file.path() : QString();
}

QStringList CatalogStore::notices() const
{
    return m_data->opened.notices;
}

Result<QList<CatalogRevision>> CatalogStore::revisions() const
{
    if (m_data->opened.database)
        return readRevisions(m_data->database());
    CatalogRevision only = m_data->opened.newest;
    only.entries.clear();
    return QList<CatalogRevision>{only};
}

Result<QList<CatalogEntry>> CatalogStore::entriesOf(qint64 revision) const
{
    const Result<CatalogRevision> read = m_data->revision(revision);
    if (!read)
        return read.error();
    return CatalogSnapshot(m_data->contentOf(read.value(), {})).entries();
}

Result<QList<EntryVersion>> CatalogStore::historyOf(const EventKey &key) const
{
    Result<QList<CatalogRevision>> all = revisions();
    if (!all)
        return all.error();
    QMap<qint64, CatalogEntry> entries;
    if (m_data->opened.database) {
        Result<QMap<qint64, CatalogEntry>> read = readEntryOfRevisions(m_data->database(), key);
        if (!read)
            return read.error();
        entries = std::move(read).value();
    } else if (const CatalogEntry *entry = m_data->catalog->find(key)) {
        entries.insert(all.value().first().id, *entry);
    }
    for (CatalogEntry &entry : entries)
        m_data->complete(entry);

    QList<EntryVersion> history;
    std::optional<CatalogEntry> before;
    QList<CatalogRevision> oldestFirst = std::move(all).value();
    std::reverse(oldestFirst.begin(), oldestFirst.end());
    for (const CatalogRevision &revision : std::as_const(oldestFirst)) {
        const auto found = entries.constFind(revision.id);
        const std::optional<CatalogEntry> now = found == entries.cend() ? std::nullopt : std::optional(*found);
        if (!saysTheSame(before, now))
            history.prepend({revision, now});
        before = now;
    }
    return history;
}

Result<qint64> CatalogStore::apply(const CatalogImport &import, const CatalogDiff &chosen, qint64 basedOn)
{
    return m_data->append([&import, &chosen, basedOn](const CatalogRevision &newest) -> Result<CatalogRevision> {
        if (newest.id != basedOn)
            return Error{Data::tr("another program has changed it in the meantime; look at the changes again.")};
        CatalogRevision revision = revisionFrom(import, CatalogRevision::Origin::Import);
        revision.entries = appliedDiff(newest.entries, chosen);
        return revision;
    });
}

Result<qint64> CatalogStore::restore(qint64 revision)
{
    if (auto writable = m_data->checkWritable(); !writable)
        return writable.error();
    Result<CatalogRevision> earlier = m_data->revision(revision);
    if (!earlier)
        return earlier.error();
    CatalogRevision restored = std::move(earlier).value();
    restored.origin = CatalogRevision::Origin::Restore;
    restored.restored = revision;
    restored.created = QDateTime::currentDateTimeUtc();
    return m_data->append([&restored](const CatalogRevision &) -> Result<CatalogRevision> { return restored; });
}

std::optional<CatalogImport> CatalogStore::offeredPage() const
{
    if (!m_data->checkWritable())
        return {};
    const CatalogImport &page = m_data->shipped;
    if (pageDiff(m_data->catalog->entries(), page.page).isEmpty())
        return {};
    const Result<QList<CatalogRevision>> all = revisions();
    const Result<bool> isPutAway = isPagePutAway(m_data->database(), page.sha256);
    if (!all || !isPutAway || isPutAway.value())
        return {};
    const bool wasApplied =
        std::any_of(all.value().begin(), all.value().end(),
                    [&page](const CatalogRevision &revision) { return revision.sha256 == page.sha256; });
    return wasApplied ? std::nullopt : std::optional(page);
}

Result<void> CatalogStore::declineOfferedPage()
{
    return m_data->change([this] { return putPageAway(m_data->database(), m_data->shipped.sha256); });
}

Error CatalogStore::Data::tooLong(const EventKey &key, const QString &text)
{
    return Error{tr("The note on code %1 is too long: it may have %2 characters and has %3.")
                     .arg(QString::number(key.code), QString::number(longestNote), QString::number(text.size()))};
}

Result<void> CatalogStore::saveNote(const EventKey &key, const QString &text)
{
    const EntryNote note{tidyNote(text), QDateTime::currentDateTimeUtc()};
    if (note.text.size() > longestNote)
        return Data::tooLong(key, note.text);
    return m_data->change([&] { return writeNote(m_data->database(), key, note); });
}

Result<NotesTaken> CatalogStore::importNotes(const QByteArray &json, const QString &name)
{
    const Result<EntryNotes> incoming = readNotesFile(json, name);
    if (!incoming)
        return incoming.error();
    NotesTaken taken;
    auto done = m_data->change([&]() -> Result<void> {
        // Those in the database, not those in memory: another program may have written some.
        const Result<EntryNotes> present = readNotes(m_data->database());
        if (!present)
            return present.error();
        taken = {};
        const EntryNotes changed = joinedNotes(present.value(), incoming.value(), taken);
        for (auto note = changed.cbegin(); note != changed.cend(); ++note) {
            if (note->text.size() > longestNote)
                return Data::tooLong(note.key(), note->text);
            if (auto written = writeNote(m_data->database(), note.key(), note.value()); !written)
                return written;
        }
        return {};
    });
    return done ? Result<NotesTaken>(taken) : Result<NotesTaken>(done.error());
}

bool CatalogStore::refresh()
{
    if (!m_data->opened.database)
        return false;
    const Result<int> version = m_data->database().dataVersion();
    if (!version || version.value() == m_data->dataVersion)
        return false;
    Result<Data::Stored> stored = m_data->read();
    if (!stored)
        return false;
    m_data->take(stored.value().newest, stored.value().notes, stored.value().dataVersion);
    return true;
}

} // namespace evident
