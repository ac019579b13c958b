#include "querystate.h"

#include <QSignalSpy>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

Query parsed(const QString &text)
{
    return Query::parse(text).query;
}

} // namespace

class TestQueryState : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsParsedAndKeptAsTyped();
    void anErrorLeavesTheQueryAsItWas();
    void aLaterGoodTextClearsTheError();
    void aQuerySetsItsCanonicalText();
    void settingTheSameAnnouncesNothing();
    void theSameQueryInOtherWordsAnnouncesOnlyTheText();
    void backAndForwardGoThroughTheHistory();
    void aNewQueryForgetsWhatLayAhead();
    void typingOnIsOneStep();
    void goingBackClearsAnError();
    void theHistoryIsBounded();
    void theHistoryOfAnotherSessionComesBack();
};

void TestQueryState::aTextIsParsedAndKeptAsTyped()
{
    QueryState state;
    QSignalSpy text(&state, &QueryState::textChanged);
    QSignalSpy query(&state, &QueryState::queryChanged);
    state.setText(u"  level:error   push "_s);
    QCOMPARE(state.text(), u"  level:error   push "_s);
    QCOMPARE(state.query(), parsed(u"level:error push"_s));
    QCOMPARE(text.size(), 1);
    QCOMPARE(query.size(), 1);
    QVERIFY(!state.error());
}

void TestQueryState::anErrorLeavesTheQueryAsItWas()
{
    QueryState state;
    state.setText(u"level:error"_s);
    QSignalSpy query(&state, &QueryState::queryChanged);
    QSignalSpy error(&state, &QueryState::errorChanged);
    state.setText(u"level:error levle:x"_s);
    QCOMPARE(state.query(), parsed(u"level:error"_s));
    QCOMPARE(state.text(), u"level:error levle:x"_s);
    QVERIFY(state.error().has_value());
    QCOMPARE(state.error()->position, 12);
    QVERIFY(!state.error()->reason.isEmpty());
    QCOMPARE(query.size(), 0);
    QCOMPARE(error.size(), 1);
}

void TestQueryState::aLaterGoodTextClearsTheError()
{
    QueryState state;
    state.setText(u"levle:x"_s);
    QSignalSpy error(&state, &QueryState::errorChanged);
    state.setText(u"level:x"_s);
    QVERIFY(!state.error());
    QCOMPARE(error.size(), 1);
    QCOMPARE(state.query(), parsed(u"level:x"_s));
}

void TestQueryState::aQuerySetsItsCanonicalText()
{
    QueryState state;
    state.setText(u"levle:x"_s);
    const Query query = parsed(u"app:Portal  push"_s);
    state.setQuery(query);
    QCOMPARE(state.text(), query.toString());
    QCOMPARE(state.query(), query);
    QVERIFY(!state.error());
}

void TestQueryState::settingTheSameAnnouncesNothing()
{
    QueryState state;
    state.setText(u"push"_s);
    QSignalSpy text(&state, &QueryState::textChanged);
    QSignalSpy query(&state, &QueryState::queryChanged);
    state.setText(u"push"_s);
    state.setQuery(parsed(u"push"_s));
    QCOMPARE(text.size() + query.size(), 0);
}

void TestQueryState::theSameQueryInOtherWordsAnnouncesOnlyTheText()
{
    QueryState state;
    state.setText(u"push"_s);
    QSignalSpy text(&state, &QueryState::textChanged);
    QSignalSpy query(&state, &QueryState::queryChanged);
    state.setText(u"push "_s);
    QCOMPARE(text.size(), 1);
    QCOMPARE(query.size(), 0);
}

void TestQueryState::backAndForwardGoThroughTheHistory()
{
    QueryState state;
    QVERIFY(!state.canGoBack());
    state.setQuery(parsed(u"level:error"_s));
    state.setQuery(parsed(u"level:error user:jdoe"_s));
    QSignalSpy changed(&state, &QueryState::queryChanged);
    state.back();
    QCOMPARE(state.text(), u"level:error"_s);
    state.back();
    QVERIFY(state.query().isEmpty());
    QVERIFY(!state.canGoBack());
    state.back();
    QCOMPARE(changed.size(), 2);
    state.forward();
    state.forward();
    QCOMPARE(state.text(), parsed(u"level:error user:jdoe"_s).toString());
    QVERIFY(!state.canGoForward());
}

void TestQueryState::aNewQueryForgetsWhatLayAhead()
{
    QueryState state;
    state.setQuery(parsed(u"one"_s));
    state.setQuery(parsed(u"two"_s));
    state.back();
    state.setQuery(parsed(u"three"_s));
    QVERIFY(!state.canGoForward());
    state.back();
    QCOMPARE(state.text(), u"one"_s);
}

void TestQueryState::typingOnIsOneStep()
{
    QueryState state;
    state.setQuery(parsed(u"level:error"_s));
    for (const QString &text : {u"pu"_s, u"push"_s, u"push tim"_s, u"push timed out"_s})
        state.setText(text);
    state.back();
    QCOMPARE(state.text(), u"level:error"_s);
    state.forward();
    QCOMPARE(state.text(), u"push timed out"_s);
}

void TestQueryState::goingBackClearsAnError()
{
    QueryState state;
    state.setQuery(parsed(u"one"_s));
    state.setQuery(parsed(u"two"_s));
    state.setText(u"levle:x"_s);
    state.back();
    QVERIFY(!state.error());
    QCOMPARE(state.text(), u"one"_s);
}

void TestQueryState::theHistoryIsBounded()
{
    QueryState state;
    for (int i = 0; i < 500; ++i)
        state.setQuery(parsed(u"word%1"_s.arg(i)));
    int steps = 0;
    while (state.canGoBack()) {
        state.back();
        ++steps;
    }
    QVERIFY2(steps >= 50 && steps <= 200, qPrintable(QString::number(steps)));
    QCOMPARE(state.text(), u"word%1"_s.arg(499 - steps));
}

void TestQueryState::theHistoryOfAnotherSessionComesBack()
{
    QueryState before;
    before.setQuery(Query::parse(u"code:1"_s).query);
    before.setQuery(Query::parse(u"code:2"_s).query);
    before.setQuery(Query::parse(u"code:3"_s).query);
    before.back();
    QueryState after;
    QSignalSpy changed(&after, &QueryState::queryChanged);
    after.restore(before.history(), before.position());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(after.text(), u"code:2"_s);
    QVERIFY(after.canGoForward());
    after.back();
    QCOMPARE(after.text(), u"code:1"_s);
    after.back();
    QCOMPARE(after.text(), QString());
    QVERIFY(!after.canGoBack());
    // What does not parse is left out, and a place that is none is the nearest.
    after.restore({u"code:1"_s, u"colour:red"_s, u"code:2"_s}, 99);
    QCOMPARE(after.text(), u"code:2"_s);
    QCOMPARE(after.history(), (QStringList{u"code:1"_s, u"code:2"_s}));
    after.restore({}, 0);
    QCOMPARE(after.text(), u"code:2"_s);
}

QTEST_GUILESS_MAIN(TestQueryState)
#include "tst_querystate.moc"
