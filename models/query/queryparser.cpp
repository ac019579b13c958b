#include "queryparser.h"

#include "querykeys.h"
#include "queryregex.h"
#include "queryvalues.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QString undoubled(QStringView quoted)
{
    return quoted.toString().replace(u"\"\""_s, u"\""_s);
}

/// The pattern between the slashes: `\/` is a slash, every other escape is the expression's own.
QString patternOf(QStringView written)
{
    QString pattern;
    pattern.reserve(written.size());
    for (qsizetype i = 0; i < written.size(); ++i) {
        const bool escape = written[i] == u'\\' && i + 1 < written.size();
        if (escape && written[i + 1] != u'/')
            pattern += written[i];
        if (escape)
            ++i;
        pattern += written[i];
    }
    return pattern;
}

/// How many characters of the written pattern make the first `offset` ones of the pattern.
qsizetype writtenOffset(QStringView written, qsizetype offset)
{
    qsizetype i = 0;
    for (; i < written.size() && offset > 0; --offset) {
        if (written.sliced(i).startsWith("\\/"_L1)) {
            i += 2;
        } else if (written[i] == u'\\' && offset > 1 && i + 1 < written.size()) {
            i += 2;
            --offset;
        } else {
            ++i;
        }
    }
    return i;
}

} // namespace

QueryParser::QueryParser(QStringView text)
    : m_text(text)
{ }

QueryParse QueryParser::parse()
{
    QueryParse result;
    if (m_text.size() > Query::maximumLength) {
        fail(Query::maximumLength, m_text.size() - Query::maximumLength,
             tr("A query has at most %L1 characters.").arg(Query::maximumLength));
    } else {
        m_lexemes = queryLexemes(m_text);
        QList<Group> groups = parseGroups();
        if (!m_error)
            result.query = Query(std::move(groups));
    }
    result.error = std::move(m_error);
    return result;
}

QList<Group> QueryParser::parseGroups()
{
    QList<Group> groups;
    std::optional<Lexeme> join; // an `or` that waits for its right side
    while (!atEnd() && !m_error) {
        const Lexeme lexeme = m_lexemes[m_next];
        if (lexeme.type == Lexeme::Type::Or) {
            if (groups.isEmpty() || join)
                fail(lexeme, tr("“or” needs a term before it. The word itself is written in quotation marks."));
            join = lexeme;
            ++m_next;
            continue;
        }
        Term term = parseTerm();
        if (join)
            groups.last().append(std::move(term));
        else
            groups.append(Group{std::move(term)});
        join.reset();
    }
    if (join)
        fail(*join, tr("“or” needs a term after it. The word itself is written in quotation marks."));
    return groups;
}

Term QueryParser::parseTerm()
{
    Term term;
    parseNegation(term);
    if (m_error)
        return term;
    const Lexeme lexeme = m_lexemes[m_next++];
    switch (lexeme.type) {
    case Lexeme::Type::Phrase: {
        const QString text = quotedText(lexeme);
        if (text.isEmpty())
            fail(lexeme, tr("An empty phrase finds nothing. Write the words to search for."));
        term.values = {TextValue{text}};
        break;
    }
    case Lexeme::Type::Regex:
        parseRegex(term, lexeme);
        break;
    case Lexeme::Type::Key:
        parseKey(term, lexeme);
        break;
    default: // the lexer begins a term with nothing else
        parseWord(term, lexeme);
        break;
    }
    return term;
}

void QueryParser::parseNegation(Term &term)
{
    if (!nextIs(Lexeme::Type::Not))
        return;
    const Lexeme negation = m_lexemes[m_next++];
    term.negated = true;
    if (atEnd() || m_lexemes[m_next].position != negation.position + 1)
        fail(negation, tr("“-” needs a term right after it. The sign itself is written in quotation marks."));
}

void QueryParser::parseWord(Term &term, const Lexeme &word)
{
    const QStringView text = textOf(word);
    if (text.startsWith(u'-'))
        fail(word, tr("A word that begins with “-” is written in quotation marks."));
    else if (text.contains(u'"'))
        fail(word,
             tr("A word with a quotation mark in it is written in quotation marks, with the one inside doubled."));
    term.values = {TextValue{text.toString()}};
}

void QueryParser::parseRegex(Term &term, const Lexeme &regex)
{
    const QStringView text = textOf(regex);
    const qsizetype closing = text.lastIndexOf(u'/');
    const QStringView written = text.sliced(1, closing - 1);
    const RegexValue value{patternOf(written), closing + 1 < text.size()};
    term.values.append(value);
    if (value.pattern.isEmpty())
        return fail(regex, tr("The regular expression is empty."));
    if (value.pattern.size() > maximumPatternLength)
        return fail(regex, tr("A regular expression has at most %L1 characters.").arg(maximumPatternLength));
    if (++m_patterns > maximumPatterns)
        return fail(regex, tr("A query has at most %L1 regular expressions.").arg(maximumPatterns));
    const QRegularExpression expression = regularExpression(value);
    if (expression.isValid())
        return;
    const qsizetype offset = writtenOffset(written, patternErrorOffset(expression));
    fail(regex.position + 1 + offset, 1, tr("The regular expression is wrong here: %1.").arg(expression.errorString()));
}

void QueryParser::parseKey(Term &term, const Lexeme &key)
{
    const QStringView name = textOf(key).chopped(1);
    if (const std::optional<Field> field = fieldFromKey(name)) {
        term.field = *field;
    } else if (name.contains(u'.')) {
        parseNamedKey(term, key);
    } else {
        const QStringList near = nearKeys(name);
        const QString written = visibleText(name.first(std::min<qsizetype>(name.size(), 32)));
        fail(key,
             near.isEmpty()
                 ? tr("There is no key “%1”. A text with a colon in it is written in quotation marks.").arg(written)
                 : tr("There is no key “%1”. Near ones: %2. A text with a colon in it is written in quotation marks.")
                       .arg(written, near.join(u", "_s)));
    }
    while (!m_error) {
        parseValue(term, m_lexemes[m_next++]);
        if (!nextIs(Lexeme::Type::Comma))
            return;
        ++m_next;
    }
}

void QueryParser::parseNamedKey(Term &term, const Lexeme &key)
{
    const QStringView name = textOf(key).chopped(1);
    const QStringView field = name.sliced(name.indexOf(u'.') + 1);
    term.field = Field::Named;
    term.name = field.startsWith(u'"') ? undoubled(field.sliced(1, field.size() - 2)) : field.toString();
    if (term.name.isEmpty())
        fail(key, tr("“field.” needs the name of a field."));
}

void QueryParser::parseValue(Term &term, const Lexeme &value)
{
    const QStringView written = textOf(value);
    const bool quoted = written.startsWith(u'"');
    QString text;
    if (quoted)
        text = quotedText(value);
    else if (written.isEmpty())
        fail(value, tr("A value is missing here. An absent one is written as two quotation marks: \"\"."));
    else if (written.front() == u'-' || written.front() == u'/')
        fail(value, tr("A value that begins with “-” or “/” is written in quotation marks."));
    else if (written.contains(u'"'))
        fail(value,
             tr("A value with a quotation mark in it is written in quotation marks, with the one inside doubled."));
    else
        text = written.toString();
    if (m_error)
        return;
    const Result<Value> result = parseQueryValue(term.field, text, quoted);
    if (result)
        term.values.append(result.value());
    else
        fail(value, result.error().message);
}

QString QueryParser::quotedText(const Lexeme &quoted)
{
    if (!quoted.closed) {
        fail(quoted, tr("The closing quotation mark is missing."));
        return {};
    }
    if (nextIs(Lexeme::Type::Stray)) {
        fail(m_lexemes[m_next],
             tr("A space is missing behind the closing quotation mark. One inside the quotation is doubled."));
    }
    return undoubled(textOf(quoted).sliced(1, quoted.length - 2));
}

void QueryParser::fail(qsizetype position, qsizetype length, const QString &reason)
{
    if (!m_error)
        m_error = QueryError{position, length, reason};
}

QueryParse Query::parse(QStringView text)
{
    return QueryParser(text).parse();
}

} // namespace evident
