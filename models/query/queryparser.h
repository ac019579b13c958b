#pragma once

#include "query.h"
#include "querylexer.h"

#include <QCoreApplication>

namespace evident {

/// Makes sense of what the lexer cut. One use each.
class QueryParser
{
    Q_DECLARE_TR_FUNCTIONS(evident::QueryParser)

public:
    explicit QueryParser(QStringView text);

    QueryParse parse();

private:
    bool atEnd() const { return m_next == m_lexemes.size(); }
    bool nextIs(Lexeme::Type type) const { return !atEnd() && m_lexemes[m_next].type == type; }
    QStringView textOf(const Lexeme &lexeme) const { return m_text.sliced(lexeme.position, lexeme.length); }

    QList<Group> parseGroups();
    Term parseTerm();
    void parseNegation(Term &term);
    void parseWord(Term &term, const Lexeme &word);
    void parseRegex(Term &term, const Lexeme &regex);
    void parseKey(Term &term, const Lexeme &key);
    void parseNamedKey(Term &term, const Lexeme &key);
    void parseValue(Term &term, const Lexeme &value);
    /// The content of a quoted lexeme; fails when the quotes are not closed or something stands at them.
    QString quotedText(const Lexeme &quoted);

    void fail(const Lexeme &where, const QString &reason) { fail(where.position, where.length, reason); }
    void fail(qsizetype position, qsizetype length, const QString &reason);

    QStringView m_text;
    QList<Lexeme> m_lexemes;
    qsizetype m_next = 0;
    int m_patterns = 0;
    std::optional<QueryError> m_error; ///< the first; parsing stops at it
};

} // namespace evident
