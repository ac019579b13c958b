#include "textsearch.h"

#include "literalpattern.h"
#include "queryregex.h"
#include "regexliterals.h"
#include "regexscope.h"

#include <simdjson.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <string_view>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Searches that are kept for the next time: a query is lowered anew whenever the log has grown.
constexpr size_t mostKept = 16;

/// Whether a record that has the value as one of a field's has it in its text, as it is or in a JSON spelling. Other
/// characters may be quoted, doubled or escaped as a format pleases, brackets may stand for a whole JSON value.
bool standsInText(const QString &value)
{
    return !value.isEmpty() && std::all_of(value.begin(), value.end(), [](QChar c) {
        return c.isLetterOrNumber() || u" _-.:@/+"_s.contains(c);
    });
}

} // namespace

bool isPlainText(QByteArrayView text)
{
    const std::string_view bytes(text.data(), size_t(text.size()));
    return simdjson::validate_utf8(bytes) && bytes.find("\xef\xbb\xbf") == std::string_view::npos;
}

std::shared_ptr<const TextSearch> TextSearch::of(const TermMatcher &matcher)
{
    return shared(matcher.term(), Purpose::Text);
}

std::shared_ptr<const TextSearch> TextSearch::forValues(const TermMatcher &matcher)
{
    const bool canTell = std::ranges::all_of(matcher.term().values, [](const Value &value) {
        const auto *text = std::get_if<TextValue>(&value);
        return text && standsInText(text->text);
    });
    if (!canTell)
        return nullptr;
    std::shared_ptr<const TextSearch> search = shared(matcher.term(), Purpose::Values);
    return search->ways().empty() ? nullptr : search;
}

std::shared_ptr<const TextSearch> TextSearch::shared(const Term &term, Purpose purpose)
{
    struct Kept
    {
        QList<Value> values;
        Purpose purpose = Purpose::Text;
        std::shared_ptr<const TextSearch> search;
    };
    static std::mutex mutex;
    static std::deque<Kept> kept;
    // Held while compiling: whoever wants the same waits for it.
    const std::scoped_lock lock(mutex);
    const auto found = std::ranges::find_if(
        kept, [&](const Kept &each) { return each.purpose == purpose && each.values == term.values; });
    if (found != kept.end())
        return found->search;
    kept.push_front({term.values, purpose, std::shared_ptr<const TextSearch>(new TextSearch(term, purpose))});
    if (kept.size() > mostKept)
        kept.pop_back();
    return kept.front().search;
}

TextSearch::TextSearch(const Term &term, Purpose purpose)
    : m_isForCandidates(purpose == Purpose::Values)
{
    bool all = true;
    for (const Value &value : term.values) {
        if (const auto *text = std::get_if<TextValue>(&value))
            all = addLiteral(text->text, purpose) && all;
        else if (const auto *regex = std::get_if<RegexValue>(&value))
            addRegex(*regex);
    }
    if (!all)
        m_ways.clear();
}

bool TextSearch::addLiteral(const QString &literal, Purpose purpose)
{
    const bool forValues = purpose == Purpose::Values;
    m_words.emplace_back(literal);
    const LiteralPattern pattern = literalPattern(literal, forValues ? Folding::Unicode : Folding::Raw);
    if (pattern.plain.isEmpty())
        return false;
    m_ways.push_back({BytePattern::compile(pattern.plain, {true, false}), true, '\0'});
    m_ways.push_back({BytePattern::compile(pattern.escapes, {true, false}), forValues, '\\'});
    return m_ways.back().pattern && m_ways[m_ways.size() - 2].pattern;
}

void TextSearch::addRegex(const RegexValue &value)
{
    m_expression = BytePattern::compile(regularExpression(value).pattern().toUtf8(), {value.ignoreCase, true});
    if (m_expression && matchesAnywhere(value.pattern))
        m_ways.push_back({m_expression, true, '\0'});
    if (m_expression) {
        for (const QString &literal : requiredLiterals(value.pattern))
            addRequired(literal, value.ignoreCase);
    }
}

void TextSearch::addRequired(const QString &literal, bool ignoreCase)
{
    // Which letters beyond ASCII are the same in another case is told by tables that differ.
    const bool isAscii = std::all_of(literal.begin(), literal.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (ignoreCase && !isAscii)
        return;
    const QByteArray expression = ignoreCase ? literalPattern(literal, Folding::Unicode).plain : exactPattern(literal);
    if (expression.isEmpty())
        return;
    if (auto pattern = BytePattern::compile(expression, {ignoreCase, false}))
        m_required.push_back(std::move(pattern));
}

TextSearch::Verdict TextSearch::verdict(QByteArrayView record, ByteMatcher &matcher) const
{
    if (m_isForCandidates)
        return Verdict::Yes;
    if (std::ranges::any_of(m_words, [record](const LiteralSearch &word) { return word.isIn(record); }))
        return Verdict::Yes;
    if (!m_expression)
        return Verdict::No;
    QByteArray text;
    if (!isPlainText(record)) {
        text = QString::fromUtf8(record).toUtf8();
        record = text;
    }
    switch (matcher.find(*m_expression, record).outcome) {
    case ByteMatcher::Match::Outcome::Found:
        return Verdict::Yes;
    case ByteMatcher::Match::Outcome::Undecided:
        return Verdict::Unknown;
    case ByteMatcher::Match::Outcome::None:
        break;
    }
    return Verdict::No;
}

} // namespace evident
