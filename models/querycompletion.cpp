#include "querycompletion.h"

#include "ruleset.h"

#include <set>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// The part of the word at the cursor that stands before the cursor.
struct WordStart
{
    qsizetype position = 0;
    QStringView text;
};

WordStart wordBefore(QStringView text, qsizetype cursor)
{
    const qsizetype end = std::clamp<qsizetype>(cursor, 0, text.size());
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < end; ++i) {
        if (text[i] == u'"')
            quoted = !quoted;
        else if (!quoted && text[i].isSpace())
            start = i + 1;
    }
    if (start < end && text[start] == u'-')
        ++start;
    return {start, text.sliced(start, end - start)};
}

QStringList textsOfCatalog(const CatalogPointer &catalog, QString CatalogEntry::*member)
{
    QStringList texts;
    if (catalog) {
        std::set<QString> seen;
        for (const CatalogEntry &entry : catalog->entries()) {
            const QString &text = entry.*member;
            if (!text.isEmpty() && seen.insert(text).second)
                texts.append(text);
        }
    }
    texts.sort(Qt::CaseInsensitive);
    return texts;
}

template <typename Enum, std::size_t N>
QStringList tokens(QString (*token)(Enum), const Enum (&values)[N])
{
    QStringList list;
    for (Enum value : values)
        list.append(token(value));
    return list;
}

/// The values that the language or the catalog knows for a key; none for a key whose values only a log knows.
QStringList knownValues(QStringView key, const CatalogPointer &catalog)
{
    if (key == queryKey(Field::Level)) {
        QStringList levels = textsOfCatalog(catalog, &CatalogEntry::level);
        std::stable_sort(levels.begin(), levels.end(),
                         [](const QString &a, const QString &b) { return severityOf(a) < severityOf(b); });
        return levels;
    }
    if (key == queryKey(Field::Category))
        return textsOfCatalog(catalog, &CatalogEntry::category);
    if (key == queryKey(Field::Method))
        return textsOfCatalog(catalog, &CatalogEntry::method);
    if (key == queryKey(Field::Outcome))
        return tokens(outcomeToken, {Outcome::Success, Outcome::Failure, Outcome::Pending, Outcome::None});
    if (key == queryKey(Field::Owner))
        return tokens(ownerToken,
                      {Owner::User, Owner::HelpDesk, Owner::Identity, Owner::Network, Owner::Vendor, Owner::Unknown,
                       Owner::Nobody});
    if (key == queryKey(Field::Kind))
        return tokens(kindToken, {Kind::User, Kind::System, Kind::Admin, Kind::Am, Kind::Idr});
    if (key == queryKey(Field::Is))
        return {u"unknown"_s,       u"drift"_s,     u"formdrift"_s,  u"textmatch"_s, u"ambiguous"_s,
                u"notunderstood"_s, u"duplicate"_s, u"bookmarked"_s, u"marked"_s};
    if (key == queryKey(Field::Has))
        return {u"note"_s};
    if (key == queryKey(Field::Finding))
        return RuleSet::shippedIds();
    return {};
}

QList<Completion> valueCompletions(const WordStart &word, qsizetype colon, const CatalogPointer &catalog)
{
    const qsizetype comma = word.text.lastIndexOf(u',');
    const qsizetype begin = std::max(colon, comma) + 1;
    QStringView typed = word.text.sliced(begin);
    if (typed.startsWith(u'"'))
        typed = typed.sliced(1);

    QList<Completion> completions;
    for (const QString &value : knownValues(word.text.first(colon).toString().toLower(), catalog)) {
        if (!value.startsWith(typed, Qt::CaseInsensitive) || value == typed)
            continue;
        Completion completion;
        completion.type = Completion::Type::Value;
        completion.insertion = quotedQueryValue(value);
        completion.position = word.position + begin;
        completion.length = word.text.size() - begin;
        completions.append(completion);
    }
    return completions;
}

QList<Completion> keyCompletions(const WordStart &word)
{
    QList<Completion> completions;
    for (const QString &key : queryKeys()) {
        if (!key.startsWith(word.text, Qt::CaseInsensitive))
            continue;
        Completion completion;
        completion.type = Completion::Type::Key;
        // `field.` goes on with a name, every other key with its values.
        completion.insertion = key.endsWith(u'.') ? key : key + u':';
        completion.position = word.position;
        completion.length = word.text.size();
        completions.append(completion);
    }
    return completions;
}

/// The words of the query without its keyed terms: `user:jdoe push` looks for "push" in the catalog, that knows no
/// users.
std::optional<Query> wordsOf(const QString &text)
{
    const QueryParse parsed = Query::parse(text);
    if (!parsed.ok())
        return std::nullopt;
    QList<Group> groups;
    for (const Group &group : parsed.query.groups()) {
        if (std::all_of(group.cbegin(), group.cend(), [](const Term &term) { return term.field == Field::Text; }))
            groups.append(group);
    }
    if (groups.isEmpty())
        return std::nullopt;
    return Query(groups);
}

Completion entryCompletion(const CatalogEntry &entry)
{
    Completion completion;
    completion.entry = entry;
    return completion;
}

QList<Completion> entryCompletions(const QString &text, const CatalogSnapshot &catalog, qsizetype maximum)
{
    QList<Completion> completions;
    const std::optional<Query> words = wordsOf(text);
    if (!words)
        return completions;
    const QueryMatcher matcher(*words, {});
    const Breadth breadth = catalog.breadthOf(*words);
    for (const CatalogEntry &entry : catalog.entries()) {
        if (completions.size() == maximum)
            break;
        if (matcher.matches(EntrySubject(catalog, entry, breadth)))
            completions.append(entryCompletion(entry));
    }
    return completions;
}

/// For a text that is one number: the entries with this code, the `code:` term, then the entries whose code starts with
/// it.
QList<Completion> codeCompletions(const QString &text, qint64 code, const CatalogSnapshot &catalog, qsizetype maximum)
{
    QList<Completion> completions;
    for (const CatalogEntry &entry : catalog.findCode(code))
        completions.append(entryCompletion(entry));
    Completion term;
    term.type = Completion::Type::Code;
    term.insertion = queryKey(Field::Code) + u':' + QString::number(code);
    term.length = text.size();
    completions.append(term);

    const QString prefix = QString::number(code);
    for (const CatalogEntry &entry : catalog.entries()) {
        if (completions.size() > maximum)
            break;
        if (entry.key.code != code && QString::number(entry.key.code).startsWith(prefix))
            completions.append(entryCompletion(entry));
    }
    return completions;
}

} // namespace

QList<Completion> queryCompletions(const QString &text, qsizetype cursor, const CatalogPointer &catalog,
                                   qsizetype maximumEntries)
{
    if (text.trimmed().isEmpty())
        return {};
    bool isNumber = false;
    const qint64 code = text.trimmed().toLongLong(&isNumber);
    if (isNumber && code >= 0 && catalog)
        return codeCompletions(text, code, *catalog, maximumEntries);

    const WordStart word = wordBefore(text, cursor);
    QList<Completion> completions;
    if (!word.text.isEmpty() && !word.text.startsWith(u'"') && !word.text.startsWith(u'/')) {
        const qsizetype colon = word.text.indexOf(u':');
        completions = colon > 0 ? valueCompletions(word, colon, catalog) : keyCompletions(word);
    }
    if (catalog)
        completions += entryCompletions(text, *catalog, maximumEntries);
    return completions;
}

QList<Completion> savedQueryCompletions(const QString &text, const QList<SavedQuery> &queries, qsizetype maximum)
{
    QList<Completion> completions;
    const QString typed = text.trimmed();
    for (const SavedQuery &query : queries) {
        if (completions.size() == maximum)
            break;
        if (!query.name.contains(typed, Qt::CaseInsensitive) || query.text == typed)
            continue;
        Completion completion;
        completion.type = Completion::Type::Saved;
        completion.name = query.name;
        completion.insertion = query.text;
        completion.length = text.size();
        completions.append(completion);
    }
    return completions;
}

} // namespace evident
