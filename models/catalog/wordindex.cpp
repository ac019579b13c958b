#include "wordindex.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr qsizetype shortestMisspelt = 4;
constexpr qsizetype rememberedWords = 256;

/// A text of punctuation alone may fold to nothing, and nothing would find everything.
QString foldedWord(const QString &word)
{
    const QString folded = foldedText(word);
    return folded.isEmpty() ? word.toCaseFolded() : folded;
}

bool isPlainWord(const QString &word)
{
    return word.size() >= shortestMisspelt
        && std::all_of(word.begin(), word.end(), [](QChar letter) { return letter.isLetter(); });
}

} // namespace

bool differByOneLetter(QStringView left, QStringView right)
{
    if (left.size() > right.size())
        std::swap(left, right);
    if (right.size() - left.size() > 1)
        return false;
    const auto [l, r] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    const QStringView leftRest = left.mid(l - left.begin());
    const QStringView rightRest = right.mid(r - right.begin());
    if (left.size() < right.size())
        return leftRest == rightRest.mid(1);
    if (leftRest.isEmpty() || leftRest.mid(1) == rightRest.mid(1))
        return !leftRest.isEmpty();
    return leftRest.size() >= 2 && leftRest.at(0) == rightRest.at(1) && leftRest.at(1) == rightRest.at(0)
        && leftRest.mid(2) == rightRest.mid(2);
}

WordIndex::Words::Words(const QStringList &lines)
{
    static const QRegularExpression noLetter(u"[^\\p{L}\\p{N}]+"_s);
    QStringList folded;
    for (const QString &line : lines)
        folded.append(foldedText(line));
    text = folded.join(u'\n');
    words = text.split(noLetter, Qt::SkipEmptyParts);
}

WordIndex::WordIndex(CatalogContent content)
    : m_content(std::move(content))
{ }

void WordIndex::build() const
{
    m_entries.reserve(size_t(m_content.entries.size()));
    for (const CatalogEntry &entry : m_content.entries) {
        EntryWords words;
        words.key = entry.key;
        QStringList own{
            QString::number(entry.key.code),      entry.level, entry.category, entry.description, entry.method,
            m_content.notes.value(entry.key).text};
        if (const Guidance *guidance = m_content.guidance ? m_content.guidance->find(entry.key) : nullptr) {
            words.guidance = Words(QStringList{guidance->meaning} + guidance->causes + guidance->steps);
            // Logs, tickets and memories have the vendor's old words for long.
            if (foldedText(guidance->describes) != foldedText(entry.description))
                own.append(guidance->describes);
        }
        words.own = Words(own);
        m_entries.push_back(std::move(words));
    }
}

bool WordIndex::finds(const QString &word, const EventKey &key, Breadth breadth) const
{
    const QString folded = foldedWord(word);
    auto &found = m_found.at(size_t(breadth));
    std::shared_ptr<const Hits> hits;
    {
        const std::scoped_lock lock(m_mutex);
        hits = found.value(folded);
    }
    if (!hits) {
        std::call_once(m_isBuilt, [this] { build(); });
        hits = std::make_shared<const Hits>(search(folded, breadth));
        const std::scoped_lock lock(m_mutex);
        // What people type is unbounded; what is kept of it is not.
        if (found.size() >= rememberedWords)
            found.clear();
        found.insert(folded, hits);
    }
    return hits->contains(key);
}

template <typename Matches>
WordIndex::Hits WordIndex::entriesWhere(Breadth breadth, const Matches &matches) const
{
    Hits hits;
    for (const EntryWords &entry : m_entries) {
        if (matches(entry.own) || (breadth == Breadth::Guidance && matches(entry.guidance)))
            hits.insert(entry.key);
    }
    return hits;
}

WordIndex::Hits WordIndex::search(const QString &folded, Breadth breadth) const
{
    // What a synonym stands for are the vendor's words: in guidance they would find what merely speaks of them.
    Hits hits = searchAny(m_content.synonyms.expansions(folded));
    hits.merge(entriesWhere(breadth, [&folded](const Words &words) { return words.text.contains(folded); }));
    if (hits.empty() && isPlainWord(folded) && !isInGuidance(folded))
        hits = searchMisspelt(folded, breadth);
    return hits;
}

/// Such a word is no typo, whatever it looks like.
bool WordIndex::isInGuidance(const QString &folded) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&folded](const EntryWords &entry) { return entry.guidance.words.contains(folded); });
}

WordIndex::Hits WordIndex::searchAny(const QStringList &needles) const
{
    QStringList folded;
    for (const QString &needle : needles)
        folded.append(foldedWord(needle));
    return entriesWhere(Breadth::Entry, [&folded](const Words &words) {
        return std::any_of(folded.begin(), folded.end(),
                           [&words](const QString &needle) { return words.text.contains(needle); });
    });
}

WordIndex::Hits WordIndex::searchMisspelt(const QString &folded, Breadth breadth) const
{
    QStringList expansions;
    const QStringList synonyms = m_content.synonyms.words();
    for (const QString &synonym : synonyms) {
        if (differByOneLetter(folded, foldedText(synonym)))
            expansions += m_content.synonyms.expansions(synonym);
    }
    Hits hits = searchAny(expansions);
    hits.merge(entriesWhere(breadth, [&folded](const Words &words) {
        return std::any_of(words.words.begin(), words.words.end(),
                           [&folded](const QString &word) { return differByOneLetter(folded, word); });
    }));
    return hits;
}

} // namespace evident
