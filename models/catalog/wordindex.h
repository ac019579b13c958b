#pragma once

#include "catalogentry.h"
#include "synonyms.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace evident {

struct CatalogContent;

/// Which entries of a catalog a word of a query finds. A word is looked up once and remembered, so that asking entry by
/// entry stays cheap. Safe from any thread.
class WordIndex
{
public:
    explicit WordIndex(const CatalogContent &content);

    bool finds(const QString &word, const EventKey &key) const;

private:
    using Hits = std::set<EventKey>;
    struct Words
    {
        EventKey key;
        QString text; ///< folded: all that is searched, one field a line
        QStringList words; ///< of the text
    };

    Hits search(const QString &folded) const;
    Hits searchAny(const QStringList &needles) const;
    Hits searchMisspelt(const QString &folded) const;

    std::vector<Words> m_entries;
    Synonyms m_synonyms;
    mutable std::mutex m_mutex;
    mutable QHash<QString, std::shared_ptr<const Hits>> m_found; ///< guarded by m_mutex
};

/// Whether two words are the same but for one letter that is wrong, missing, too many, or swapped with its neighbour.
bool differByOneLetter(QStringView left, QStringView right);

} // namespace evident
