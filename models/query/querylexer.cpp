#include "querylexer.h"

#include "query.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Behind `/…/` or `/…/i` when that is a whole word, -1 else. A word that begins with a slash never stands behind a
/// backslash, so each search for a closing slash ends before the next word that could start one.
qsizetype regexEnd(QStringView text, qsizetype position)
{
    qsizetype end = position + 1;
    while (end < text.size() && text[end] != u'/')
        end += text[end] == u'\\' ? 2 : 1;
    if (end >= text.size())
        return -1;
    ++end;
    if (end < text.size() && text[end] == u'i')
        ++end;
    return end == text.size() || text[end].isSpace() ? end : -1;
}

class Lexer
{
public:
    explicit Lexer(QStringView text)
        : m_text(text)
    { }

    QList<Lexeme> lexemes()
    {
        while (true) {
            while (!atEnd() && current().isSpace())
                ++m_position;
            if (atEnd())
                return m_lexemes;
            word();
        }
    }

private:
    bool atEnd() const { return m_position == m_text.size(); }
    QChar current() const { return m_text[m_position]; }

    void take(Lexeme::Type type, qsizetype end, bool closed = true)
    {
        m_lexemes.append({type, m_position, end - m_position, closed});
        m_position = end;
    }

    qsizetype wordEnd(bool atComma) const
    {
        qsizetype end = m_position;
        while (end < m_text.size() && !m_text[end].isSpace() && !(atComma && m_text[end] == u','))
            ++end;
        return end;
    }

    void word()
    {
        if (m_text.sliced(m_position, wordEnd(false) - m_position) == "or"_L1)
            return take(Lexeme::Type::Or, m_position + 2);
        if (current() == u'-') {
            take(Lexeme::Type::Not, m_position + 1);
            if (atEnd() || current().isSpace())
                return;
        }
        if (current() == u'"')
            return quoted(Lexeme::Type::Phrase);
        if (current() == u'/') {
            if (const qsizetype end = regexEnd(m_text, m_position); end >= 0)
                return take(Lexeme::Type::Regex, end);
        }
        if (const qsizetype end = queryKeyEnd(m_text, m_position); end >= 0) {
            take(Lexeme::Type::Key, end);
            return values();
        }
        take(Lexeme::Type::Word, wordEnd(false));
    }

    void quoted(Lexeme::Type type)
    {
        const qsizetype end = quotedEnd(m_text, m_position);
        take(type, end >= 0 ? end : m_text.size(), end >= 0);
        if (const qsizetype strayEnd = wordEnd(type == Lexeme::Type::Value); strayEnd > m_position)
            take(Lexeme::Type::Stray, strayEnd);
    }

    void values()
    {
        while (true) {
            if (!atEnd() && current() == u'"')
                quoted(Lexeme::Type::Value);
            else
                take(Lexeme::Type::Value, wordEnd(true));
            if (atEnd() || current() != u',')
                return;
            take(Lexeme::Type::Comma, m_position + 1);
        }
    }

    QStringView m_text;
    qsizetype m_position = 0;
    QList<Lexeme> m_lexemes;
};

} // namespace

QList<Lexeme> queryLexemes(QStringView text)
{
    return Lexer(text).lexemes();
}

qsizetype quotedEnd(QStringView text, qsizetype position)
{
    for (qsizetype end = position + 1; end < text.size(); ++end) {
        if (text[end] != u'"')
            continue;
        if (end + 1 == text.size() || text[end + 1] != u'"')
            return end + 1;
        ++end;
    }
    return -1;
}

qsizetype queryKeyEnd(QStringView text, qsizetype position)
{
    constexpr QLatin1StringView named = "field."_L1;
    qsizetype end = position;
    if (text.sliced(position).startsWith(named, Qt::CaseInsensitive)) {
        end += named.size();
        if (end < text.size() && text[end] == u'"') {
            end = quotedEnd(text, end);
        } else {
            const qsizetype nameStart = end;
            while (end < text.size() && !text[end].isSpace() && !u":,\""_s.contains(text[end]))
                ++end;
            if (end == nameStart)
                return -1;
        }
    } else {
        while (end < text.size() && text[end].isLetter())
            ++end;
        if (end == position)
            return -1;
    }
    if (end < 0 || end >= text.size() || text[end] != u':')
        return -1;
    // `https://example.com` is a text.
    return end + 1 < text.size() && text[end + 1] == u'/' ? -1 : end + 1;
}

QList<QueryToken> queryTokens(QStringView text)
{
    QList<QueryToken> tokens;
    const QList<Lexeme> lexemes = queryLexemes(text);
    for (const Lexeme &lexeme : lexemes) {
        const auto add = [&](QueryToken::Type type) { tokens.append({type, lexeme.position, lexeme.length}); };
        switch (lexeme.type) {
        case Lexeme::Type::Not:
            add(QueryToken::Type::Not);
            break;
        case Lexeme::Type::Or:
            add(QueryToken::Type::Or);
            break;
        case Lexeme::Type::Key:
            add(QueryToken::Type::Key);
            break;
        case Lexeme::Type::Value:
            if (lexeme.length > 0)
                add(QueryToken::Type::Value);
            break;
        case Lexeme::Type::Comma:
            break;
        case Lexeme::Type::Word:
        case Lexeme::Type::Stray:
            add(QueryToken::Type::Word);
            break;
        case Lexeme::Type::Phrase:
            add(QueryToken::Type::Phrase);
            break;
        case Lexeme::Type::Regex:
            add(QueryToken::Type::Regex);
            break;
        }
    }
    return tokens;
}

} // namespace evident
