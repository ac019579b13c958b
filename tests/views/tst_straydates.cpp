// A record that a wrong clock dated years away, on the timeline of a log.

#include "linkbutton.h"
#include "logdocument.h"
#include "logpane.h"
#include "querystate.h"
#include "timelinemodel.h"
#include "timelinepanel.h"
#include "timelineview.h"
#include "viewfixture.h"

#include <QLabel>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

constexpr qint64 day = 24LL * 3600 * 1000;

/// A day with a record a minute, and some of other days.
QByteArray dayWith(const QByteArrayList &strays)
{
    QByteArray bytes;
    for (const QByteArray &stray : strays)
        bytes += "{\"eventCode\":\"702\",\"eventLogDate\":\"" + stray + "\",\"userId\":\"stray\"}\n";
    for (int i = 0; i < 24 * 60; ++i) {
        const QByteArray time = "2026-01-15T" + QTime(0, 0).addSecs(i * 60).toString(u"HH:mm:ss"_s).toLatin1();
        bytes += "{\"eventCode\":\"901\",\"eventLogDate\":\"" + time + "Z\",\"userId\":\"jdoe\"}\n";
    }
    return bytes;
}

} // namespace

class TestStrayDates : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theFirstViewIsTheDay();
    void theWholeIsOneClickAway();
    void theirRecordsAreOneClickAway();
    void keysZoomOutAndBack();
    void withoutStraysNothingIsSaid();
    void allLinksHaveNames();

private:
    void show(const QByteArray &bytes);
    bool isSettled() const;
    LinkButton *link(const QString &text) const;
    const TimelineReading &reading() const { return m_panel->view()->reading(); }
    qint64 shown() const { return m_panel->view()->shownSpan().last - m_panel->view()->shownSpan().first + 1; }
    quint64 counted() const;
    QString sentence() const { return m_panel->strays()->findChild<QLabel *>()->text(); }

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<LogPane> m_pane;
    TimelinePanel *m_panel = nullptr;
};

bool TestStrayDates::isSettled() const
{
    const LogDocument *document = m_pane->document();
    return !document->isLoading() && !document->isFiltering() && !m_panel->model()->isCounting()
        && reading().isComplete;
}

void TestStrayDates::show(const QByteArray &bytes)
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    auto document = std::make_unique<LogDocument>(u"day.log"_s, bytes, options, shippedCatalog());
    document->setZone(QTimeZone::utc());
    m_panel = nullptr;
    m_pane = std::make_unique<LogPane>(m_theme, m_icons, std::move(document));
    m_panel = new TimelinePanel(m_theme, m_icons, m_pane.get());
    m_pane->resize(900, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    m_pane->document()->load();
    QTRY_VERIFY(isSettled());
}

LinkButton *TestStrayDates::link(const QString &text) const
{
    for (LinkButton *button : m_panel->strays()->findChildren<LinkButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

quint64 TestStrayDates::counted() const
{
    quint64 sum = 0;
    for (int bin = 0; bin < reading().bins().count(); ++bin)
        sum += reading().total(bin);
    return sum;
}

void TestStrayDates::init()
{
    show(dayWith({"1970-01-01T00:00:00Z", "2099-12-31T00:00:00Z"}));
}

void TestStrayDates::theFirstViewIsTheDay()
{
    QCOMPARE(shown(), day);
    QVERIFY(reading().bins().count() > 100);
    QCOMPARE(counted(), quint64(1440));
    QVERIFY(m_panel->strays()->isVisible());
    QVERIFY2(sentence().startsWith(u"2 record"_s), qPrintable(sentence()));
    // A screen reader hears it with the timeline.
    QVERIFY(m_panel->view()->summary().contains(sentence()));
}

void TestStrayDates::theWholeIsOneClickAway()
{
    QTest::mouseClick(link(u"Show the whole time"_s), Qt::LeftButton);
    QTRY_VERIFY(isSettled());
    QVERIFY(shown() > 129 * 365 * day);
    QCOMPARE(counted(), quint64(1442));
    QVERIFY(m_panel->strays()->isVisible());
    // And back.
    QTest::mouseClick(link(u"Show the time without them"_s), Qt::LeftButton);
    QTRY_VERIFY(isSettled());
    QCOMPARE(shown(), day);
}

void TestStrayDates::theirRecordsAreOneClickAway()
{
    m_pane->queryState()->setQuery(parsed(u"-user:nobody"_s));
    QTRY_VERIFY(isSettled());
    LinkButton *records = link(u"Only these records"_s);
    records->setFocus();
    QTest::keyClick(records, Qt::Key_Return);
    QCOMPARE(m_pane->queryState()->text(), u"-user:nobody time:..2026-01-15T00:00Z,2026-01-16T00:00Z.."_s);
    QTRY_COMPARE(counted(), quint64(2));
    QCOMPARE(m_pane->document()->rows().size(), Row(2));
    QVERIFY(!m_panel->strays()->isVisible());
}

void TestStrayDates::keysZoomOutAndBack()
{
    TimelineView *view = m_panel->view();
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(view, key);
        return QTest::qWaitFor([this] { return isSettled(); });
    };
    QVERIFY(press(Qt::Key_0));
    QCOMPARE(counted(), quint64(1442));
    QVERIFY(press(Qt::Key_Escape));
    QCOMPARE(shown(), day);
    // Zooming out stops at the day, then goes on until all is seen.
    QVERIFY(press(Qt::Key_Plus));
    QVERIFY(shown() < day);
    QVERIFY(press(Qt::Key_Minus));
    QCOMPARE(shown(), day);
    QVERIFY(press(Qt::Key_Minus));
    QVERIFY(shown() > day);
    for (int i = 0; i < 60 && counted() < 1442; ++i)
        QVERIFY(press(Qt::Key_Minus));
    QCOMPARE(counted(), quint64(1442));
    QVERIFY(m_panel->model()->isWithStrays());
    const std::unique_ptr<QMenu> menu(m_panel->createMenu(nullptr));
    QVERIFY(!menu->isEmpty());
}

void TestStrayDates::withoutStraysNothingIsSaid()
{
    show(dayWith({}));
    QVERIFY(!m_panel->strays()->isVisible());
    QCOMPARE(counted(), quint64(1440));
}

void TestStrayDates::allLinksHaveNames()
{
    QCOMPARE(unnamedControls(m_panel), QStringList());
}

QTEST_MAIN(TestStrayDates)
#include "tst_straydates.moc"
