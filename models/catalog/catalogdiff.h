#pragma once

#include "catalogpage.h"

#include <QList>
#include <QSet>
#include <QStringList>

namespace evident {

/// An entry that two catalogs have with different facts of the vendor's.
struct EntryChange
{
    CatalogEntry before;
    CatalogEntry after;

    /// Which facts differ, in this order: "level", "category", "description". Never translated.
    QStringList fields() const;
    bool operator==(const EntryChange &) const = default;
};

/// What has to be done to one catalog to make another of it. Each list is sorted by code, then kind.
struct CatalogDiff
{
    QList<CatalogEntry> added;
    QList<EntryChange> changed;
    QList<CatalogEntry> removed;
    qint64 unchanged = 0;

    bool isEmpty() const { return added.isEmpty() && changed.isEmpty() && removed.isEmpty(); }
    qsizetype size() const { return added.size() + changed.size() + removed.size(); }
    /// The part that concerns these entries; what is left out counts as unchanged.
    CatalogDiff only(const QSet<EventKey> &keys) const;
    bool operator==(const CatalogDiff &) const = default;
};

/// What a page would change in a catalog. Removed are only entries of the page's kind within the range that its title
/// states; a page without one removes nothing. Unchanged counts the page's entries that the catalog has already.
CatalogDiff pageDiff(const QList<CatalogEntry> &catalog, const CatalogPage &page);
/// What has changed between two whole catalogs.
CatalogDiff catalogDiff(const QList<CatalogEntry> &before, const QList<CatalogEntry> &after);
/// The catalog with the difference applied, sorted by code, then kind.
QList<CatalogEntry> appliedDiff(const QList<CatalogEntry> &catalog, const CatalogDiff &diff);

/// A piece of two texts laid side by side.
struct TextPiece
{
    enum class Side {
        Both,
        Before, ///< the old text alone has it
        After, ///< the new text alone has it
    };
    Side side = Side::Both;
    QString text; ///< spaces included: the pieces of one side, joined, are its text to the letter
    bool operator==(const TextPiece &) const = default;
};
/// What differs, word by word; a dash or a comma is a word of its own. Bounded in time: beyond 2,000 words a side the
/// middle that differs is one piece a side.
QList<TextPiece> wordDifference(const QString &before, const QString &after);

} // namespace evident
