#include "session.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tabsKey = "tabs"_L1;
constexpr auto frontKey = "front"_L1;
constexpr auto catalogKey = "catalog"_L1;
constexpr auto pathsKey = "paths"_L1;
constexpr auto memberKey = "member"_L1;
constexpr auto memberNumberKey = "memberNumber"_L1;
constexpr auto formatKey = "format"_L1;
constexpr auto encodingKey = "encoding"_L1;
constexpr auto inputZoneKey = "inputZone"_L1;
constexpr auto historyKey = "history"_L1;
constexpr auto positionKey = "position"_L1;
constexpr auto sortColumnKey = "sortColumn"_L1;
constexpr auto sortDescendingKey = "sortDescending"_L1;
constexpr auto columnsKey = "columns"_L1;
constexpr auto pageKey = "page"_L1;
constexpr auto contextKey = "context"_L1;
constexpr auto followingKey = "following"_L1;

/// The numbers by which older files tell the page.
const QStringList numberedPages{recordsPage, u"summary"_s, u"findings"_s, u"users"_s};

/// Of a longer history the part around its position.
struct History
{
    QStringList texts;
    int position = 0;
};

History bounded(const QStringList &texts, int position)
{
    if (texts.size() <= Session::mostHistory)
        return {texts, position};
    const qsizetype first =
        std::clamp<qsizetype>(position - Session::mostHistory + 1, 0, texts.size() - Session::mostHistory);
    return {texts.mid(first, Session::mostHistory), position - int(first)};
}

QStringList texts(const QJsonValue &value, qsizetype most)
{
    QStringList list;
    for (const auto &text : value.toArray()) {
        if (text.isString() && list.size() < most)
            list.append(text.toString());
    }
    return list;
}

void insertHistory(QJsonObject &object, const QStringList &texts, int position)
{
    const History kept = bounded(texts, position);
    object.insert(historyKey, QJsonArray::fromStringList(kept.texts));
    object.insert(positionKey, kept.position);
}

QString pageFrom(const QJsonValue &value)
{
    return value.isDouble() ? numberedPages.value(value.toInt(), recordsPage) : value.toString(recordsPage);
}

QJsonObject toJson(const SessionTab &tab)
{
    QJsonObject object{
        {pathsKey, QJsonArray::fromStringList(tab.paths)},
        {sortColumnKey, tab.sortColumn},
        {sortDescendingKey, tab.sortDescending},
        {columnsKey, QString::fromLatin1(tab.columns.toBase64())},
        {pageKey, tab.page},
        {contextKey, tab.contextLines},
        {followingKey, tab.following},
        {formatKey, tab.formatName},
        {encodingKey, tab.encoding},
        {inputZoneKey, QString::fromLatin1(tab.inputZone)},
    };
    if (!tab.member.isEmpty()) {
        object.insert(memberKey, tab.member);
        object.insert(memberNumberKey, tab.memberNumber);
    }
    insertHistory(object, tab.history, tab.position);
    return object;
}

SessionTab tabFromJson(const QJsonObject &object)
{
    SessionTab tab;
    tab.paths = texts(object.value(pathsKey), Session::mostPaths);
    tab.member = object.value(memberKey).toString();
    tab.memberNumber = object.value(memberNumberKey).toInteger(-1);
    tab.formatName = object.value(formatKey).toString();
    tab.encoding = object.value(encodingKey).toString();
    tab.inputZone = object.value(inputZoneKey).toString().toLatin1();
    tab.history = texts(object.value(historyKey), Session::mostHistory);
    tab.position = object.value(positionKey).toInt();
    tab.sortColumn = object.value(sortColumnKey).toInt(-1);
    tab.sortDescending = object.value(sortDescendingKey).toBool();
    tab.columns = QByteArray::fromBase64(object.value(columnsKey).toString().toLatin1());
    tab.page = pageFrom(object.value(pageKey));
    tab.contextLines = object.value(contextKey).toInt();
    tab.following = object.value(followingKey).toBool();
    return tab;
}

} // namespace

LogOptions SessionTab::options(LogOptions defaults) const
{
    if (!formatName.isEmpty())
        defaults.formatName = formatName;
    if (!encoding.isEmpty())
        defaults.encoding = encoding;
    if (const QTimeZone zone(inputZone); !inputZone.isEmpty() && zone.isValid())
        defaults.inputZone = zone;
    return defaults;
}

QJsonObject Session::toJson() const
{
    QJsonArray array;
    int shownFront = -1;
    for (qsizetype i = 0; i < tabs.size(); ++i) {
        const SessionTab &tab = tabs.at(i);
        if (tab.paths.isEmpty() || tab.paths.size() > mostPaths || array.size() >= mostTabs)
            continue;
        if (i == front)
            shownFront = int(array.size());
        array.append(evident::toJson(tab));
    }
    QJsonObject catalog;
    insertHistory(catalog, catalogHistory, catalogPosition);
    return {{tabsKey, array}, {frontKey, shownFront}, {catalogKey, catalog}};
}

Session Session::fromJson(const QJsonObject &object)
{
    Session session;
    for (const auto &value : object.value(tabsKey).toArray()) {
        const SessionTab tab = tabFromJson(value.toObject());
        if (!tab.paths.isEmpty() && session.tabs.size() < mostTabs)
            session.tabs.append(tab);
    }
    const int front = object.value(frontKey).toInt(-1);
    session.front = front < session.tabs.size() ? front : -1;
    const QJsonObject catalog = object.value(catalogKey).toObject();
    session.catalogHistory = texts(catalog.value(historyKey), mostHistory);
    session.catalogPosition = catalog.value(positionKey).toInt();
    return session;
}

} // namespace evident
