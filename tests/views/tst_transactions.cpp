// Ctrl+T in a log's pane, whatever the log's format says of transactions.

#include "logdocument.h"
#include "logmodel.h"
#include "logpane.h"
#include "logview.h"
#include "querystate.h"
#include "viewfixture.h"

#include <QSignalSpy>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_Transactions : public QObject
{
    Q_OBJECT

private slots:
    void theMonitorsTableNamesThem();
    void withoutIdsTheSignInIsShown();
    void aRecordWithoutAUserSaysSo();
    void anotherRecordIsAnotherWish();

private:
    void open(const QByteArray &bytes);

    Theme m_theme;
    Icons m_icons{m_theme};
    std::unique_ptr<LogPane> m_pane;
};

void tst_Transactions::open(const QByteArray &bytes)
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_pane = std::make_unique<LogPane>(m_theme, m_icons,
                                       std::make_unique<LogDocument>(u"pasted"_s, bytes, options, shippedCatalog()));
    m_pane->document()->setZone(QTimeZone::utc());
    m_pane->show();
    m_pane->document()->load();
    QTRY_COMPARE(m_pane->document()->state(), LogDocument::State::Complete);
    QTRY_VERIFY(!m_pane->document()->isFiltering() && m_pane->view()->model()->rowCount() > 0);
}

void tst_Transactions::theMonitorsTableNamesThem()
{
    open("Timestamp\tUser ID\tEvent Code\tDescription\tApplication\tMethod\tAuthentication Details\tAssurance Level\t"
         "Activity ID\tTransaction ID\n"
         "1/14/2026, 6:00:00 AM\tjdoe\t911\tAdditional authentication initiated.\tVPN\t\t\t\ta-1\tt-1\n"
         "1/14/2026, 6:00:01 AM\tasmith\t911\tAdditional authentication initiated.\tVPN\t\t\t\ta-2\tt-2\n"
         "1/14/2026, 6:00:09 AM\tjdoe\t912\tAdditional authentication succeeded.\tVPN\t\t\t\ta-1\tt-1\n");
    m_pane->view()->setCurrentRow(2);
    m_pane->showTransaction();
    QTRY_COMPARE(m_pane->queryState()->text(), u"transaction:t-1"_s);
    QTRY_COMPARE(m_pane->document()->rows().size(), Row(2));
}

namespace {

QByteArray line(int code, const char *time, const char *user)
{
    return "{\"eventCode\":\"" + QByteArray::number(code) + "\",\"eventLogDate\":\"2026-01-15T" + time
        + "Z\",\"userId\":\"" + user + "\"}\n";
}

} // namespace

void tst_Transactions::withoutIdsTheSignInIsShown()
{
    open(line(911, "09:00:00.000", "jdoe") + line(702, "09:01:00.000", "jdoe") + line(901, "09:01:00.000", "asmith")
         + line(901, "09:30:00.000", "jdoe"));
    m_pane->view()->setCurrentRow(1);
    QSignalSpy said(m_pane.get(), &LogPane::messageShown);
    m_pane->showTransaction();
    QTRY_COMPARE(m_pane->queryState()->text(), u"user:jdoe time:2026-01-15T09:00Z..2026-01-15T09:01:00.001Z"_s);
    QTRY_COMPARE(m_pane->document()->rows().size(), Row(2));
    QCOMPARE(said.size(), 1);
    QVERIFY(said.first().first().toString().startsWith(u"The record carries no transaction id."_s));
}

void tst_Transactions::aRecordWithoutAUserSaysSo()
{
    open(line(911, "09:00:00.000", "") + line(702, "09:01:00.000", ""));
    m_pane->view()->setCurrentRow(0);
    QSignalSpy said(m_pane.get(), &LogPane::messageShown);
    m_pane->showTransaction();
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said.first().first().toString(), u"This record carries no transaction id."_s);
    QVERIFY(m_pane->queryState()->query().isEmpty());
}

void tst_Transactions::anotherRecordIsAnotherWish()
{
    open(line(911, "09:00:00.000", "jdoe") + line(702, "09:01:00.000", "asmith"));
    m_pane->view()->setCurrentRow(0);
    m_pane->showTransaction();
    m_pane->view()->setCurrentRow(1);
    m_pane->showTransaction();
    QTRY_VERIFY(m_pane->queryState()->text().startsWith(u"user:asmith"_s));
    QTRY_COMPARE(m_pane->document()->rows().size(), Row(1));
    QCOMPARE(m_pane->queryState()->history().size(), 2);
}

QTEST_MAIN(tst_Transactions)
#include "tst_transactions.moc"
