#pragma once

#include "catalogsnapshot.h"

#include <QHash>
#include <QStringList>

#include <array>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace evident {

/// Which entries of a catalog a word of a query finds. A word is looked up once and remembered, so that asking entry by
/// entry stays cheap; what is looked through is put together for the first word, as most runs ask for none. Safe from
/// any thread.
class WordIndex
{
public:
    explicit WordIndex(CatalogContent content);

    bool finds(const QString &word, const EventKey &key, Breadth breadth) const;

private:
    using Hits = std::set<EventKey>;
    struct Words
    {
        explicit Words(const QStringList &lines = {});
        QString text; ///< folded: all that is searched
        QStringList words; ///< of the text
    };
    struct EntryWords
    {
        EventKey key;
        Words own; ///< the vendor's, those before a rewording too, and of the note
        Words guidance;
    };

    void build() const;
    bool isInGuidance(const QString &folded) const;
    Hits search(const QString &folded, Breadth breadth) const;
    Hits searchAny(const QStringList &needles) const;
    Hits searchMisspelt(const QString &folded, Breadth breadth) const;
    template <typename Matches>
    Hits entriesWhere(Breadth breadth, const Matches &matches) const;

    const CatalogContent m_content;
    mutable std::once_flag m_isBuilt;
    mutable std::vector<EntryWords> m_entries; ///< of build()
    mutable std::mutex m_mutex;
    mutable std::array<QHash<QString, std::shared_ptr<const Hits>>, 2> m_found; ///< by Breadth; guarded by m_mutex
};

/// Whether two words are the same but for one letter that is wrong, missing, too many, or swapped with its neighbour.
bool differByOneLetter(QStringView left, QStringView right);

} // namespace evident
