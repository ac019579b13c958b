#include "synonyms.h"

#include "event.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace evident {

namespace {

struct SynonymErrors
{
    Q_DECLARE_TR_FUNCTIONS(evident::Synonyms)

public:
    static Error notJson(const QString &name, const QString &cause)
    {
        return {tr("The synonyms in “%1” are not readable JSON: %2.").arg(name, cause)};
    }
    static Error notAnObject(const QString &name)
    {
        return {tr("The synonyms in “%1” are not a JSON object of words and lists.").arg(name)};
    }
    static Error notAList(const QString &name, const QString &word)
    {
        return {tr("The synonyms in “%1” have no list of texts for “%2”.").arg(name, visibleText(word))};
    }
};

/// The texts of a list; empty when it is no list, holds none, or holds anything else.
QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    const QJsonArray items = list.toArray();
    for (const auto &item : items) {
        if (item.toString().isEmpty())
            return {};
        texts.append(item.toString());
    }
    return texts;
}

} // namespace

Result<Synonyms> Synonyms::fromJson(const QByteArray &json, const QString &name)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return SynonymErrors::notJson(name, parseError.errorString());
    if (!document.isObject())
        return SynonymErrors::notAnObject(name);

    Synonyms synonyms;
    const QJsonObject words = document.object();
    for (auto word = words.begin(); word != words.end(); ++word) {
        const QStringList texts = textsOf(word.value());
        if (texts.isEmpty())
            return SynonymErrors::notAList(name, word.key());
        synonyms.m_expansions.insert(foldedText(word.key()), texts);
    }
    return synonyms;
}

void Synonyms::add(const Synonyms &other)
{
    for (auto word = other.m_expansions.begin(); word != other.m_expansions.end(); ++word) {
        QStringList &texts = m_expansions[word.key()];
        texts += word.value();
        texts.removeDuplicates();
    }
}

QStringList Synonyms::expansions(QStringView word) const
{
    return m_expansions.value(foldedText(word));
}

QStringList Synonyms::words() const
{
    QStringList words = m_expansions.keys();
    words.sort();
    return words;
}

} // namespace evident
