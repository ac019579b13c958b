#include "blockreader.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

const Format &monitorTable()
{
    return *formatByName(u"monitor-table");
}

/// time code: user; description; application; method
QString details(const ReadLog &log)
{
    QStringList texts;
    for (const ReadRecord &record : log.records) {
        const QString time = record.time == noTime
            ? u"-"_s
            : QDateTime::fromMSecsSinceEpoch(record.time, Qt::UTC).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        texts.append(record.understood
                         ? u"%1 %2: %3; %4; %5; %6"_s.arg(time)
                               .arg(record.code)
                               .arg(QString::fromUtf8(record.user), QString::fromUtf8(record.description),
                                    QString::fromUtf8(record.application), QString::fromUtf8(record.method))
                         : u'?' + QString::fromUtf8(record.raw));
    }
    return texts.join(u'|');
}

const QByteArray header = "Timestamp\tUser ID\tEvent Code\tDescription\tApplication\tMethod\tAuthentication Details\t"
                          "Assurance Level\n";

} // namespace

class TestMonitorTable : public QObject
{
    Q_OBJECT

private slots:
    void readsFiles_data();
    void readsFiles();
    void readsTheSameInBlocksOfAnySize_data();
    void readsTheSameInBlocksOfAnySize();
    void takesTheOrderOfDatesFromTheFile_data();
    void takesTheOrderOfDatesFromTheFile();
    void showsTheFieldsOfARow();

private:
    static void addFiles();
};

void TestMonitorTable::addFiles()
{
    const auto row = tableOf("data");
    const QByteArray first = "1/15/2026, 9:14:02 AM\tjdoe\t702\tTimed out.\tVPN\tApprove\tx\tMedium\n";
    const QByteArray second = "1/15/2026, 9:15:02 PM\tasmith\t605\tFailed, again.\tPortal\tSecurID\t\tLow\n";
    const char *const read = "2026-01-15 09:14:02 702: jdoe; Timed out.; VPN; Approve|"
                             "2026-01-15 21:15:02 605: asmith; Failed, again.; Portal; SecurID";
    row("tabs", header + first + second, read);
    row("CRLF, no end of line", QByteArray(header + first + second).replace("\n", "\r\n").chopped(2), read);
    row("commas, quoted",
        "Timestamp,User,Event Code,Description\n\"1/15/2026, 9:14:02 AM\",jdoe,702,\"a, \"\"b\"\"\nc\"\n",
        "2026-01-15 09:14:02 702: jdoe; a, \"b\"\nc; ; ");
    row("commas, not quoted", "Timestamp,User,Event Code,Description\n1/15/2026, 9:14:02 AM,jdoe,702,a, b\n",
        "2026-01-15 09:14:02 702: jdoe; a, b; ; ");
    row("any order and case", "event code\tDESCRIPTION\tuser\ttimestamp\n702\ta\tjdoe\t15.01.2026 09:14:02\n",
        "2026-01-15 09:14:02 702: jdoe; a; ; ");
    row("newer columns",
        "Timestamp\tUser ID\tEvent Code\tDescription\tActivity ID\tTransaction ID\n2026-01-15 09:14:02 "
        "UTC\tjdoe\t702\ta\ta-1\tt-1\n",
        "2026-01-15 09:14:02 702: jdoe; a; ; ");
    row("words of the page before it", "Event Monitor\nLast 7 days\n\n" + header + first,
        "2026-01-15 09:14:02 702: jdoe; Timed out.; VPN; Approve");
    row("no rows", header, "");
    row("nothing", "", "");
    row("empty cells lost at the end", header + "1/15/2026, 9:14:02 AM\tjdoe\t702\n",
        "2026-01-15 09:14:02 702: jdoe; ; ; ");
    row("too few cells", header + "1/15/2026, 9:14:02 AM\tjdoe\n", "?1/15/2026, 9:14:02 AM\tjdoe");
    row("too many cells", header + "1\t2\t3\t4\t5\t6\t7\t8\t9\n", "?1\t2\t3\t4\t5\t6\t7\t8\t9");
    row("time that is none", header + "soon\tjdoe\t702\ta\t\t\t\t\n", "- 702: jdoe; a; ; ");
    row("header and rows again", header + first + header + second, read);
    row("no header", first + second, read);
    row("no header, few columns", "15.01.2026 09:14:02\tjdoe\t702\ta\n15.01.2026 09:15:02\tjdoe\t703\tb\n",
        "2026-01-15 09:14:02 702: jdoe; a; ; |2026-01-15 09:15:02 703: jdoe; b; ; ");
    row("no header, a cell lost", second + "1/15/2026, 9:14:02 AM\tjdoe\t702\tTimed out.\n",
        "2026-01-15 21:15:02 605: asmith; Failed, again.; Portal; SecurID|"
        "2026-01-15 09:14:02 702: jdoe; Timed out.; ; ");
    row("no table", "hello\tworld\n", "?hello\tworld");
}

void TestMonitorTable::readsFiles_data()
{
    addFiles();
}

void TestMonitorTable::readsFiles()
{
    QFETCH(QByteArray, data);
    QTEST(details(readWhole(monitorTable(), data)), "expected");
}

void TestMonitorTable::readsTheSameInBlocksOfAnySize_data()
{
    addFiles();
}

void TestMonitorTable::readsTheSameInBlocksOfAnySize()
{
    QFETCH(QByteArray, data);
    QCOMPARE(firstDifferingBlockSize(monitorTable(), data), qsizetype(0));
}

void TestMonitorTable::takesTheOrderOfDatesFromTheFile_data()
{
    QTest::addColumn<QByteArrayList>("times");
    QTest::addColumn<DateOrder>("locale");
    QTest::addColumn<QString>("firstDay");
    QTest::addColumn<QString>("guess"); // a word of it
    const auto row = [](const char *name, const QByteArrayList &times, DateOrder locale, const char *firstDay,
                        const char *guess) {
        QTest::newRow(name) << times << locale << QString::fromLatin1(firstDay) << QString::fromLatin1(guess);
    };
    row("the file says the day", {"2/1/2026 09:14", "13/1/2026 09:14"}, DateOrder::MonthFirst, "2026-01-02", "");
    row("the file says the month", {"2/1/2026 09:14", "1/13/2026 09:14"}, DateOrder::DayFirst, "2026-02-01", "");
    row("the locale says the day", {"2/1/2026 09:14", "3/1/2026 09:14"}, DateOrder::DayFirst, "2026-01-02",
        "day/month");
    row("the locale says the month", {"2/1/2026 09:14"}, DateOrder::MonthFirst, "2026-02-01", "month/day");
    row("dots need no guess", {"2.1.2026 09:14"}, DateOrder::MonthFirst, "2026-01-02", "");
    row("no time at all", {"-"}, DateOrder::MonthFirst, "none", "");
}

void TestMonitorTable::takesTheOrderOfDatesFromTheFile()
{
    QFETCH(QByteArrayList, times);
    QFETCH(DateOrder, locale);
    QFETCH(QString, firstDay);
    QFETCH(QString, guess);
    QByteArray data = "Timestamp\tUser ID\tEvent Code\tDescription\n";
    for (const QByteArray &time : times)
        data += time + "\tjdoe\t702\ta\n";
    FormatContext context;
    context.dateOrder = locale;
    const qint64 time = readWhole(monitorTable(), data, context).records.first().time;
    QCOMPARE(time == noTime ? u"none"_s : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM-dd"_s),
             firstDay);
    const QString said = monitorTable().guess(data, context);
    QCOMPARE(said.isEmpty(), guess.isEmpty());
    QVERIFY2(said.contains(guess), qPrintable(said));
}

void TestMonitorTable::showsTheFieldsOfARow()
{
    const QList<RecordField> expected{{u"Timestamp"_s, u"1/15/2026, 9:14:02 AM"_s},
                                      {u"User ID"_s, u"jdoe"_s},
                                      {u"Event Code"_s, u"702"_s},
                                      {u"Description"_s, u"Timed out."_s},
                                      {u"Application"_s, u"VPN"_s}};
    const QByteArray row = "1/15/2026, 9:14:02 AM\tjdoe\t702\tTimed out.\tVPN";
    QCOMPARE(monitorTable().fields(row, row + '\n'), expected);
    QCOMPARE(monitorTable().fields(row, header).first(5), expected);
    QCOMPARE(monitorTable().fields(row, header).size(), 8);
    QVERIFY(monitorTable().fields("x", header).isEmpty());
}

QTEST_APPLESS_MAIN(TestMonitorTable)
#include "tst_monitortable.moc"
