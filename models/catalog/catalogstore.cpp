#include "catalogstore.h"

#include "catalogfile.h"
#include "catalogopening.h"
#include "catalogtables.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

CatalogRevision revisionOf(const CatalogImport &import, CatalogRevision::Origin origin)
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

Result<CatalogImport> readCatalogImport(const QByteArray &bytes, const QString &name)
{
    Result<CatalogPage> page = readCatalogPage(bytes, name);
    if (!page)
        return page.error();
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return CatalogImport{std::move(page).value(), name, QString::fromLatin1(hash.toHex())};
}

struct CatalogStore::Data
{
    Q_DECLARE_TR_FUNCTIONS(evident::CatalogStore)

public:
    Data(const QString &folder, CatalogResources theResources, CatalogImport theShipped);

    SqliteDatabase &database() const { return *opened.database; }
    CatalogContent contentOf(const CatalogRevision &newest, const EntryNotes &notes) const;
    void take(const CatalogRevision &newest, const EntryNotes &notes);
    Result<void> reload();
    Result<void> checkWritable() const;
    Result<void> change(const std::function<Result<void>()> &work);
    Result<qint64> append(CatalogRevision revision, const CatalogDiff &diff, qint64 basedOn);
    Result<std::optional<CatalogRevision>> revision(qint64 id) const;

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

/// What is derived comes to what is stored: from here on an entry is whole.
CatalogContent CatalogStore::Data::contentOf(const CatalogRevision &newest, const EntryNotes &notes) const
{
    CatalogContent content{newest.entries, resources.synonyms, nullptr, notes, newest.id};
    for (CatalogEntry &entry : content.entries)
        resources.rules.apply(entry);
    return content;
}

void CatalogStore::Data::take(const CatalogRevision &newest, const EntryNotes &notes)
{
    catalog = std::make_shared<const CatalogSnapshot>(contentOf(newest, notes));
}

Result<void> CatalogStore::Data::reload()
{
    const Result<int> version = database().dataVersion();
    if (!version)
        return version.error();
    const Result<std::optional<CatalogRevision>> newest = readNewestRevision(database());
    if (!newest)
        return newest.error();
    if (!newest.value())
        return Error{tr("entries are missing in it")};
    const Result<EntryNotes> notes = readNotes(database());
    if (!notes)
        return notes.error();
    dataVersion = version.value();
    take(*newest.value(), notes.value());
    return {};
}

Result<void> CatalogStore::Data::checkWritable() const
{
    if (opened.database && !opened.isReadOnly)
        return {};
    return Error{tr("The catalog %1 is read-only: nothing can be saved.").arg(file.path())};
}

Result<void> CatalogStore::Data::change(const std::function<Result<void>()> &work)
{
    if (auto writable = checkWritable(); !writable)
        return writable;
    auto done = database().transaction(work);
    if (done)
        done = reload();
    if (!done && done.error().kind != Error::Kind::Question)
        return Error{tr("The catalog %1 could not be changed: %2").arg(file.path(), done.error().message)};
    return done;
}

Result<qint64> CatalogStore::Data::append(CatalogRevision revision, const CatalogDiff &diff, qint64 basedOn)
{
    qint64 id = 0;
    countChanges(revision, diff);
    auto done = change([&]() -> Result<void> {
        const Result<std::optional<qint64>> newest = newestRevisionId(database());
        if (!newest)
            return newest.error();
        if (newest.value().value_or(0) != basedOn)
            return Error{tr("another program has changed it in the meantime; look at the changes again.")};
        const Result<qint64> written = writeRevision(database(), revision);
        if (!written)
            return written.error();
        id = written.value();
        return {};
    });
    return done ? Result<qint64>(id) : Result<qint64>(done.error());
}

/// The one in memory is its only revision.
Result<std::optional<CatalogRevision>> CatalogStore::Data::revision(qint64 id) const
{
    if (opened.database)
        return readRevision(database(), id);
    return id == opened.newest.id ? std::optional(opened.newest) : std::nullopt;
}

Result<std::unique_ptr<CatalogStore>> CatalogStore::open(const QString &folder, CatalogResources resources)
{
    Result<CatalogImport> shipped = readCatalogImport(resources.page, resources.pageName);
    if (!shipped)
        return shipped.error();
    auto data = std::make_unique<Data>(folder, std::move(resources), std::move(shipped).value());
    CatalogRevision seed = revisionOf(data->shipped, CatalogRevision::Origin::Shipped);
    seed.entries = data->shipped.page.entries;
    countChanges(seed, catalogDiff({}, seed.entries));

    Result<OpenedCatalog> opened = openCatalog(data->file, seed);
    if (!opened)
        return opened.error();
    data->opened = std::move(opened).value();
    if (data->opened.database) {
        if (const Result<int> version = data->database().dataVersion())
            data->dataVersion = version.value();
    }
    data->take(data->opened.newest, data->opened.notes);
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
    const Result<std::optional<CatalogRevision>> read = m_data->revision(revision);
    if (!read)
        return read.error();
    if (!read.value())
        return Error{
            Data::tr("The catalog %1 has no revision %2.").arg(m_data->file.path(), QString::number(revision))};
    return CatalogSnapshot(m_data->contentOf(*read.value(), {})).entries();
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

    QList<EntryVersion> history;
    std::optional<CatalogEntry> before;
    for (auto revision = all.value().crbegin(); revision != all.value().crend(); ++revision) {
        const auto found = entries.constFind(revision->id);
        const std::optional<CatalogEntry> now = found == entries.cend() ? std::nullopt : std::optional(*found);
        if (!saysTheSame(before, now))
            history.prepend({*revision, now});
        before = now;
    }
    return history;
}

Result<qint64> CatalogStore::apply(const CatalogImport &import, const CatalogDiff &chosen, qint64 basedOn)
{
    CatalogRevision revision = revisionOf(import, CatalogRevision::Origin::Import);
    revision.entries = appliedDiff(m_data->catalog->entries(), chosen);
    return m_data->append(std::move(revision), chosen, basedOn);
}

Result<qint64> CatalogStore::restore(qint64 revision)
{
    Result<std::optional<CatalogRevision>> earlier = m_data->revision(revision);
    if (!earlier)
        return earlier.error();
    if (!earlier.value())
        return Error{
            Data::tr("The catalog %1 has no revision %2.").arg(m_data->file.path(), QString::number(revision))};
    CatalogRevision restored = *std::move(earlier).value();
    restored.origin = CatalogRevision::Origin::Restore;
    restored.restored = revision;
    restored.created = QDateTime::currentDateTimeUtc();
    const CatalogDiff diff = catalogDiff(m_data->catalog->entries(), restored.entries);
    return m_data->append(std::move(restored), diff, m_data->catalog->revision());
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

Result<void> CatalogStore::saveNote(const EventKey &key, const QString &text)
{
    const EntryNote note{tidyNote(text), QDateTime::currentDateTimeUtc()};
    if (note.text.size() > longestNote) {
        return Error{
            Data::tr("The note on code %1 is too long: it may have %2 characters and has %3.")
                .arg(QString::number(key.code), QString::number(longestNote), QString::number(note.text.size()))};
    }
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
        const EntryNotes changed = joinedNotes(present.value(), incoming.value(), taken);
        for (auto note = changed.cbegin(); note != changed.cend(); ++note) {
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
    return m_data->reload().ok();
}

} // namespace evident
