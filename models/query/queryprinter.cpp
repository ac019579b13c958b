#include "query.h"
#include "querylexer.h"
#include "timevalue.h"

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QString quoted(const QString &text)
{
    QString doubled = text;
    doubled.replace(u"\""_s, u"\"\""_s);
    return u'"' + doubled + u'"';
}

QString printedWord(const QString &text)
{
    return queryKeyEnd(text, 0) >= 0 ? quoted(text) : quotedQueryValue(text);
}

/// A slash inside gets its backslash; escapes are kept together, so that parsing cuts at the same places.
QString printedRegex(const RegexValue &value)
{
    QString text = u"/"_s;
    for (qsizetype i = 0; i < value.pattern.size(); ++i) {
        const QChar character = value.pattern[i];
        if (character == u'/')
            text += u'\\';
        text += character;
        if (character == u'\\' && i + 1 < value.pattern.size())
            text += value.pattern[++i];
    }
    return text + (value.ignoreCase ? u"/i"_s : u"/"_s);
}

QString printedCodes(const CodeValue &value)
{
    if (!value.last)
        return u">="_s + QString::number(value.first.value_or(0));
    if (!value.first)
        return u"<="_s + QString::number(*value.last);
    if (*value.first == *value.last)
        return QString::number(*value.first);
    return QString::number(*value.first) + u'-' + QString::number(*value.last);
}

/// One function a type of value.
struct ValuePrinter
{
    Field field;

    QString operator()(const TextValue &value) const
    {
        if (field == Field::Text)
            return printedWord(value.text);
        // Bare, it would have to be an address.
        return field == Field::SourceIp ? quoted(value.text) : quotedQueryValue(value.text);
    }
    QString operator()(const RegexValue &value) const { return printedRegex(value); }
    QString operator()(const CodeValue &value) const { return printedCodes(value); }
    QString operator()(const TimeValue &value) const { return printed(value); }
    QString operator()(const SpanValue &value) const { return printed(value); }
    QString operator()(const AddressValue &value) const { return quotedQueryValue(value.text); }
};

QString printedKey(const Term &term)
{
    if (term.field != Field::Named)
        return queryKey(term.field);
    const QString bare = queryKey(Field::Named) + term.name;
    const bool plain = queryKeyEnd(QString(bare + u':'), 0) == bare.size() + 1;
    return plain && !term.name.startsWith(u'"') ? bare : queryKey(Field::Named) + quoted(term.name);
}

QString printedTerm(const Term &term)
{
    QString text = term.negated ? u"-"_s : QString();
    if (term.field != Field::Text)
        text += printedKey(term) + u':';
    QStringList values;
    for (const Value &value : term.values)
        values.append(std::visit(ValuePrinter{term.field}, value));
    return text + values.join(u',');
}

} // namespace

QString quotedQueryValue(const QString &value)
{
    const bool special =
        std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace() || c == u',' || c == u'"'; });
    const bool bare =
        !value.isEmpty() && !special && value.front() != u'-' && value.front() != u'/' && value != u"or"_s;
    return bare ? value : quoted(value);
}

QString Query::toString() const
{
    QStringList groups;
    for (const Group &group : m_groups) {
        QStringList terms;
        for (const Term &term : group)
            terms.append(printedTerm(term));
        groups.append(terms.join(u" or "_s));
    }
    return groups.join(u' ');
}

} // namespace evident
