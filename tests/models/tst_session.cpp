#include "session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

SessionTab tab(const QString &path)
{
    SessionTab tab;
    tab.paths = {path};
    tab.history = {QString(), u"level:error"_s};
    tab.position = 1;
    return tab;
}

Session roundTrip(const Session &session)
{
    const QByteArray bytes = QJsonDocument(session.toJson()).toJson();
    return Session::fromJson(QJsonDocument::fromJson(bytes).object());
}

} // namespace

class tst_Session : public QObject
{
    Q_OBJECT

private slots:
    void whatIsKeptComesBack();
    void aPageIsToldByItsName_data();
    void aPageIsToldByItsName();
    void pastedTextIsNotKept();
    void boundsHold();
    void damagedValuesFallBack();
    void chosenOptionsTakeThePlaceOfDefaults();
};

void tst_Session::whatIsKeptComesBack()
{
    Session session;
    SessionTab first = tab(u"/data/übung.json"_s);
    first.formatName = u"text"_s;
    first.encoding = u"windows-1252"_s;
    first.inputZone = "Europe/Berlin";
    first.sortColumn = 3;
    first.sortDescending = true;
    first.columns = QByteArray("\0\1binary", 8);
    first.page = u"findings"_s;
    first.contextLines = 10;
    first.following = true;
    SessionTab member = tab(u"/data/a.zip"_s);
    member.member = u"b/c.log"_s;
    member.memberNumber = 4;
    SessionTab several = tab(u"/data/1.log"_s);
    several.paths.append(u"/data/2.log"_s);
    session.tabs = {first, member, several};
    session.front = 1;
    session.catalogHistory = {u"code:702"_s};
    QVERIFY(roundTrip(session) == session);
    QVERIFY(roundTrip({}) == Session());
}

void tst_Session::aPageIsToldByItsName_data()
{
    QTest::addColumn<QJsonValue>("written");
    QTest::addColumn<QString>("page");
    QTest::newRow("nothing") << QJsonValue(QJsonValue::Undefined) << u"records"_s;
    QTest::newRow("name") << QJsonValue(u"users"_s) << u"users"_s;
    QTest::newRow("older: records") << QJsonValue(0) << u"records"_s;
    QTest::newRow("older: summary") << QJsonValue(1) << u"summary"_s;
    QTest::newRow("older: findings") << QJsonValue(2) << u"findings"_s;
    QTest::newRow("older: people") << QJsonValue(3) << u"users"_s;
    QTest::newRow("older: none of them") << QJsonValue(4) << u"records"_s;
    QTest::newRow("below all") << QJsonValue(-1) << u"records"_s;
    QTest::newRow("neither") << QJsonValue(true) << u"records"_s;
}

void tst_Session::aPageIsToldByItsName()
{
    QFETCH(QJsonValue, written);
    QFETCH(QString, page);
    QJsonObject object{{u"paths"_s, QJsonArray{u"/a"_s}}};
    if (!written.isUndefined())
        object.insert(u"page"_s, written);
    const Session session = Session::fromJson({{u"tabs"_s, QJsonArray{object}}});
    QCOMPARE(session.tabs.size(), 1);
    QCOMPARE(session.tabs.first().page, page);
    const QJsonArray tabs = session.toJson().value(u"tabs"_s).toArray();
    QCOMPARE(tabs.first().toObject().value(u"page"_s), QJsonValue(page));
}

void tst_Session::pastedTextIsNotKept()
{
    Session session;
    session.tabs = {SessionTab(), tab(u"/data/a.log"_s)};
    session.front = 1;
    const Session kept = roundTrip(session);
    QCOMPARE(kept.tabs.size(), 1);
    QCOMPARE(kept.front, 0);
}

void tst_Session::boundsHold()
{
    Session session;
    for (int i = 0; i < Session::mostTabs + 5; ++i)
        session.tabs.append(tab(u"/data/%1"_s.arg(i)));
    session.tabs.first().history.clear();
    for (int i = 0; i < 200; ++i)
        session.tabs.first().history.append(u"code:%1"_s.arg(i));
    session.tabs.first().position = 120;
    const Session kept = roundTrip(session);
    QCOMPARE(kept.tabs.size(), Session::mostTabs);
    QCOMPARE(kept.tabs.first().history.size(), Session::mostHistory);
    QCOMPARE(kept.tabs.first().history.at(kept.tabs.first().position), u"code:120"_s);
}

void tst_Session::damagedValuesFallBack()
{
    const QJsonObject odd{{u"tabs"_s,
                           QJsonArray{1, QJsonObject{{u"paths"_s, 5}},
                                      QJsonObject{{u"paths"_s, QJsonArray{u"/a"_s, 7}}, {u"position"_s, u"x"_s}}}},
                          {u"front"_s, 99}};
    const Session session = Session::fromJson(odd);
    QCOMPARE(session.tabs.size(), 1);
    QCOMPARE(session.tabs.first().paths, QStringList{u"/a"_s});
    QCOMPARE(session.tabs.first().position, 0);
    QCOMPARE(session.tabs.first().sortColumn, -1);
    QCOMPARE(session.front, -1);
}

void tst_Session::chosenOptionsTakeThePlaceOfDefaults()
{
    LogOptions defaults;
    defaults.inputZone = QTimeZone::utc();
    defaults.textPattern = u"(?<code>1)"_s;
    SessionTab tab;
    QCOMPARE(tab.options(defaults), defaults);
    tab.encoding = u"UTF-16LE"_s;
    tab.inputZone = "No/Zone";
    LogOptions expected = defaults;
    expected.encoding = u"UTF-16LE"_s;
    QCOMPARE(tab.options(defaults), expected);
}

QTEST_GUILESS_MAIN(tst_Session)
#include "tst_session.moc"
