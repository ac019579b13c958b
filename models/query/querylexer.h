#pragma once

#include <QList>
#include <QStringView>

namespace evident {

/// A stretch of a query's text as the grammar cuts it, before anybody asks whether it makes sense.
struct Lexeme
{
    enum class Type {
        Not, ///< `-`, the term follows at once
        Or,
        Key, ///< with its colon; one or more Values, parted by Commas, follow at once
        Value, ///< quoted or bare; bare it may be empty
        Comma,
        Word,
        Phrase, ///< a word in quotes
        Regex, ///< with both slashes and the `i`
        Stray, ///< what stands at a closing quote without a space
    };
    Type type = Type::Word;
    qsizetype position = 0;
    qsizetype length = 0;
    bool closed = true; ///< false: quoted, and the closing quote is missing
};

/// Takes any text apart; time and memory are linear in it. Never empty lexemes but for a missing value.
QList<Lexeme> queryLexemes(QStringView text);

/// Where the values of a keyed term begin, when the word at `position` is one: `user:`, `field.NAME:`, `field."A
/// NAME":`. Else -1.
qsizetype queryKeyEnd(QStringView text, qsizetype position);

/// Behind the closing quote of what opens at `position`; -1 when it is not closed.
qsizetype quotedEnd(QStringView text, qsizetype position);

} // namespace evident
