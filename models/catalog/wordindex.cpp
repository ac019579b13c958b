#include "wordindex.h"

#include "catalogsnapshot.h"

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

WordIndex::WordIndex(const CatalogContent &content)
    : m_synonyms(content.synonyms)
{
    static const QRegularExpression noLetter(u"[^\\p{L}\\p{N}]+"_s);
    m_entries.reserve(size_t(content.entries.size()));
    for (const CatalogEntry &entry : content.entries) {
        Words words;
        words.key = entry.key;
        words.text = QStringList{QString::number(entry.key.code), foldedText(entry.level), foldedText(entry.category),
                                 foldedText(entry.description), foldedText(entry.method)}
                         .join(u'\n');
        words.words = words.text.split(noLetter, Qt::SkipEmptyParts);
        m_entries.push_back(std::move(words));
    }
}

bool WordIndex::finds(const QString &word, const EventKey &key) const
{
    const QString folded = foldedWord(word);
    std::shared_ptr<const Hits> hits;
    {
        const std::scoped_lock lock(m_mutex);
        hits = m_found.value(folded);
    }
    if (!hits) {
        hits = std::make_shared<const Hits>(search(folded));
        const std::scoped_lock lock(m_mutex);
        // What people type is unbounded; what is kept of it is not.
        if (m_found.size() >= rememberedWords)
            m_found.clear();
        m_found.insert(folded, hits);
    }
    return hits->contains(key);
}

WordIndex::Hits WordIndex::search(const QString &folded) const
{
    Hits hits = searchAny(QStringList{folded} + m_synonyms.expansions(folded));
    if (hits.empty() && isPlainWord(folded))
        hits = searchMisspelt(folded);
    return hits;
}

WordIndex::Hits WordIndex::searchAny(const QStringList &needles) const
{
    QStringList folded;
    for (const QString &needle : needles)
        folded.append(foldedWord(needle));
    Hits hits;
    for (const Words &entry : m_entries) {
        if (std::any_of(folded.begin(), folded.end(),
                        [&entry](const QString &needle) { return entry.text.contains(needle); }))
            hits.insert(entry.key);
    }
    return hits;
}

WordIndex::Hits WordIndex::searchMisspelt(const QString &folded) const
{
    QStringList expansions;
    const QStringList synonyms = m_synonyms.words();
    for (const QString &synonym : synonyms) {
        if (differByOneLetter(folded, foldedText(synonym)))
            expansions += m_synonyms.expansions(synonym);
    }
    Hits hits = searchAny(expansions);
    for (const Words &entry : m_entries) {
        const auto near = [&folded](const QString &word) { return differByOneLetter(folded, word); };
        if (std::any_of(entry.words.begin(), entry.words.end(), near))
            hits.insert(entry.key);
    }
    return hits;
}

} // namespace evident
