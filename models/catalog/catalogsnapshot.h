#pragma once

#include "catalogentry.h"
#include "matcher.h"
#include "synonyms.h"

#include <QHash>

#include <memory>

namespace evident {

class WordIndex;

/// The whole catalog at one moment: immutable, shared by every reader, safe from any thread.
class CatalogSnapshot
{
public:
    CatalogSnapshot() = default;
    CatalogSnapshot(QList<CatalogEntry> entries, Synonyms synonyms);

    /// Sorted by code, then kind.
    const QList<CatalogEntry> &entries() const noexcept { return m_entries; }
    const CatalogEntry *find(const EventKey &key) const;
    /// Entries of every kind with this code.
    QList<CatalogEntry> findCode(qint64 code) const;
    /// Entries of a kind whose description has this folded form; several when the vendor uses one text twice.
    QList<CatalogEntry> findText(Kind kind, QStringView description) const;

    /// Whether a word, phrase or regex of a query finds this entry: in code, level, category, description, method,
    /// synonyms; a word of four letters or more that finds no entry at all is tried with one letter wrong. A regex is
    /// matched with the description as written.
    bool matchesText(const CatalogEntry &entry, const TermMatcher &matcher) const;

    const Synonyms &synonyms() const noexcept { return m_synonyms; }

private:
    QList<CatalogEntry> m_entries;
    Synonyms m_synonyms;
    QHash<QString, QList<qsizetype>> m_byText;
    std::shared_ptr<const WordIndex> m_words; ///< null in an empty catalog
};

using CatalogPointer = std::shared_ptr<const CatalogSnapshot>;

/// A catalog entry seen by a query. Both must outlive it.
class EntrySubject final : public QuerySubject
{
public:
    EntrySubject(const CatalogSnapshot &catalog, const CatalogEntry &entry);
    QString value(Field field, const QString &name) const override;
    qint64 code() const override;
    std::optional<qint64> time() const override;
    EventFlags flags() const override;
    bool matchesText(const TermMatcher &matcher) const override;

private:
    const CatalogSnapshot &m_catalog;
    const CatalogEntry &m_entry;
};

} // namespace evident
