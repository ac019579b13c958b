#pragma once

#include "catalogentry.h"
#include "entrynote.h"
#include "guidance.h"
#include "matcher.h"
#include "synonyms.h"

#include <QHash>

#include <memory>

namespace evident {

class WordIndex;

/// Where the words of a query look for an entry.
enum class Breadth : quint8 {
    Entry, ///< what the vendor says, its synonyms, and the desk's own notes
    Guidance, ///< the guidance, too
};

/// All that a catalog is made of.
struct CatalogContent
{
    QList<CatalogEntry> entries;
    Synonyms synonyms;
    std::shared_ptr<const GuidanceBook> guidance; ///< may be null
    EntryNotes notes; ///< also of codes that the catalog does not have
    qint64 revision = 0; ///< its number; 0 when it was never stored
};

/// The whole catalog at one moment: immutable, shared by every reader, safe from any thread.
class CatalogSnapshot
{
public:
    CatalogSnapshot() = default;
    explicit CatalogSnapshot(CatalogContent content);
    CatalogSnapshot(QList<CatalogEntry> entries, Synonyms synonyms);

    /// Sorted by code, then kind.
    const QList<CatalogEntry> &entries() const noexcept { return m_content.entries; }
    const CatalogEntry *find(const EventKey &key) const;
    /// Entries of every kind with this code.
    QList<CatalogEntry> findCode(qint64 code) const;
    /// Entries of a kind whose description has this folded form; several when the vendor uses one text twice.
    QList<CatalogEntry> findText(Kind kind, QStringView description) const;

    /// Whether a word, phrase or regex of a query finds this entry: in code, level, category, description, method,
    /// synonyms, notes and, if so asked, guidance; a word of four letters or more that finds no entry at all is tried
    /// with one letter wrong. A regex is matched with the description as written.
    bool matchesText(const CatalogEntry &entry, const TermMatcher &matcher, Breadth breadth) const;
    /// How far the words of a query have to look. Guidance names causes and neighbours of an event: a push that timed
    /// out is spoken of at many codes, and is three of them. So it is read only when no entry has all of the words
    /// itself.
    Breadth breadthOf(const Query &query) const;

    /// Null when nobody wrote any: then method and outcome come from the rule file.
    const Guidance *guidance(const EventKey &key) const;
    const EntryNote *note(const EventKey &key) const;
    const EntryNotes &notes() const noexcept { return m_content.notes; }
    qint64 revision() const noexcept { return m_content.revision; }
    /// Null when there is none at all.
    const std::shared_ptr<const GuidanceBook> &guidanceBook() const noexcept { return m_content.guidance; }
    const Synonyms &synonyms() const noexcept { return m_content.synonyms; }

private:
    CatalogContent m_content;
    QHash<QString, QList<qsizetype>> m_byText;
    std::shared_ptr<const WordIndex> m_words; ///< null in an empty catalog
};

using CatalogPointer = std::shared_ptr<const CatalogSnapshot>;

/// A catalog entry seen by a query. Both must outlive it.
class EntrySubject final : public QuerySubject
{
public:
    EntrySubject(const CatalogSnapshot &catalog, const CatalogEntry &entry, Breadth breadth = Breadth::Entry);
    QString value(Field field, const QString &name) const override;
    qint64 code() const override;
    std::optional<qint64> time() const override;
    EventFlags flags() const override;
    bool matchesText(const TermMatcher &matcher) const override;

private:
    const CatalogSnapshot &m_catalog;
    const CatalogEntry &m_entry;
    Breadth m_breadth;
};

} // namespace evident
