#include "savedqueries.h"

#include "statefolder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

const QString stateName = u"queries"_s;
const QString formatKey = u"evidentQueries"_s;
const QString queriesKey = u"queries"_s;
const QString nameKey = u"name"_s;
const QString queryKeyName = u"query"_s;
constexpr int formatVersion = 1;

qsizetype positionOf(const QList<SavedQuery> &queries, const QString &name)
{
    const auto found = std::ranges::find(queries, name, &SavedQuery::name);
    return found == queries.cend() ? -1 : found - queries.cbegin();
}

void put(QList<SavedQuery> &queries, const SavedQuery &query)
{
    if (const qsizetype position = positionOf(queries, query.name); position >= 0)
        queries[position] = query;
    else
        queries.append(query);
}

void sortByName(QList<SavedQuery> &queries)
{
    std::ranges::stable_sort(queries, [](const SavedQuery &left, const SavedQuery &right) {
        return QString::localeAwareCompare(left.name, right.name) < 0;
    });
}

QJsonObject toJson(const QList<SavedQuery> &queries)
{
    QJsonArray array;
    for (const SavedQuery &query : queries)
        array.append(QJsonObject{{nameKey, query.name}, {queryKeyName, query.text}});
    return {{formatKey, formatVersion}, {queriesKey, array}};
}

/// What of it is no query, a clause; "" when all is well.
QString faultOf(const QJsonValue &value, int number)
{
    const QJsonObject object = value.toObject();
    if (SavedQueries::tidyName(object.value(nameKey).toString()).isEmpty())
        return SavedQueries::tr("query %1 has no name").arg(number);
    if (!object.value(queryKeyName).isString())
        return SavedQueries::tr("query %1 (“%2”) has no text").arg(number).arg(object.value(nameKey).toString());
    if (const QueryParse parse = Query::parse(object.value(queryKeyName).toString()); !parse.ok())
        return SavedQueries::tr("query %1 (“%2”) is none: %3", "3: a sentence")
            .arg(number)
            .arg(object.value(nameKey).toString(), parse.error->reason);
    return {};
}

SavedQuery queryOf(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    return {SavedQueries::tidyName(object.value(nameKey).toString()), object.value(queryKeyName).toString()};
}

/// What can be read of it.
QList<SavedQuery> queriesOf(const QJsonObject &object)
{
    QList<SavedQuery> queries;
    for (const auto &value : object.value(queriesKey).toArray()) {
        if (queries.size() < SavedQueries::mostQueries && faultOf(value, 0).isEmpty())
            put(queries, queryOf(value));
    }
    sortByName(queries);
    return queries;
}

/// What is wrong with a file of queries, a clause; "" when all is well.
QString faultOf(const QJsonDocument &document, const QJsonParseError &error)
{
    if (error.error != QJsonParseError::NoError)
        return error.errorString();
    if (!document.isObject() || !document.object().contains(formatKey))
        return SavedQueries::tr("it is no file of saved queries");
    if (document.object().value(formatKey).toInt() != formatVersion)
        return SavedQueries::tr("it was written by a newer program");
    if (!document.object().value(queriesKey).isArray())
        return SavedQueries::tr("it has no list “queries”");
    const QJsonArray array = document.object().value(queriesKey).toArray();
    if (array.size() > SavedQueries::mostQueries)
        return SavedQueries::tr("it holds more than %Ln queries", nullptr, int(SavedQueries::mostQueries));
    int number = 0;
    for (const auto &value : array) {
        if (QString fault = faultOf(value, ++number); !fault.isEmpty())
            return fault;
    }
    return {};
}

QString freeName(const QList<SavedQuery> &queries, const QString &name)
{
    for (int number = 2;; ++number) {
        QString candidate = u"%1 (%2)"_s.arg(name).arg(number);
        if (positionOf(queries, candidate) < 0)
            return candidate;
    }
}

bool hasQuery(const QList<SavedQuery> &queries, const SavedQuery &query)
{
    // Also when an earlier import gave it another name.
    return std::ranges::any_of(queries, [&](const SavedQuery &each) {
        return each.text == query.text && (each.name == query.name || each.name.startsWith(query.name + u" ("_s));
    });
}

} // namespace

SavedQueries::SavedQueries(StateFolder &folder, QObject *parent)
    : QObject(parent),
      m_folder(folder),
      m_queries(queriesOf(folder.load(stateName)))
{ }

QString SavedQueries::tidyName(const QString &name)
{
    return name.simplified().left(longestName);
}

std::optional<SavedQuery> SavedQueries::find(const QString &name) const
{
    const qsizetype position = positionOf(m_queries, name);
    return position < 0 ? std::nullopt : std::optional(m_queries.at(position));
}

void SavedQueries::take(const QJsonObject &object)
{
    QList<SavedQuery> queries = queriesOf(object);
    if (queries == m_queries)
        return;
    m_queries = std::move(queries);
    emit changed();
}

void SavedQueries::reload()
{
    take(m_folder.load(stateName));
}

Result<void> SavedQueries::change(const Change &change)
{
    const Result<QJsonObject> changed = m_folder.change(stateName, [&change](QJsonObject &object) {
        QList<SavedQuery> queries = queriesOf(object);
        change(queries);
        sortByName(queries);
        object = toJson(queries);
    });
    reload();
    return changed ? Result<void>() : Result<void>(changed.error());
}

Result<void> SavedQueries::save(const QString &name, const Query &query)
{
    const SavedQuery saved{tidyName(name), query.toString()};
    if (saved.name.isEmpty())
        return Error{tr("A saved query needs a name.")};
    if (m_queries.size() >= mostQueries && !find(saved.name))
        return Error{tr("No more than %Ln queries can be saved.", nullptr, int(mostQueries))};
    return change([&saved](QList<SavedQuery> &queries) { put(queries, saved); });
}

Result<void> SavedQueries::remove(const QString &name)
{
    return change([&name](QList<SavedQuery> &queries) {
        queries.removeIf([&name](const SavedQuery &query) { return query.name == name; });
    });
}

Result<void> SavedQueries::rename(const QString &name, const QString &to)
{
    const QString tidy = tidyName(to);
    if (tidy.isEmpty())
        return Error{tr("A saved query needs a name.")};
    if (tidy == name)
        return {};
    return change([&](QList<SavedQuery> &queries) {
        const qsizetype position = positionOf(queries, name);
        if (position < 0)
            return;
        const SavedQuery renamed{tidy, queries.at(position).text};
        queries.removeAt(position);
        put(queries, renamed);
    });
}

Result<void> SavedQueries::exportTo(const QString &path) const
{
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(toJson(m_queries)).toJson(QJsonDocument::Indented);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error{tr("“%1” could not be written: %2").arg(path, file.errorString())};
}

Result<int> SavedQueries::importFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{tr("“%1” could not be read: %2").arg(path, file.errorString())};
    if (file.size() > StateFolder::mostBytes)
        return Error{tr("“%1” is too long for a file of saved queries.").arg(path)};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(StateFolder::mostBytes), &error);
    if (const QString fault = faultOf(document, error); !fault.isEmpty())
        return Error{tr("“%1” could not be taken in: %2.", "2: a clause").arg(path, fault)};
    int added = 0;
    const Result<void> saved = change([&](QList<SavedQuery> &queries) {
        for (SavedQuery query : queriesOf(document.object())) {
            if (hasQuery(queries, query) || queries.size() >= mostQueries)
                continue;
            if (positionOf(queries, query.name) >= 0)
                query.name = freeName(queries, query.name);
            queries.append(query);
            ++added;
        }
    });
    return saved ? Result<int>(added) : Result<int>(saved.error());
}

} // namespace evident
