#include "formats/syslogheader.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestSyslogHeader : public QObject
{
    Q_OBJECT

private slots:
    void readsHeaders_data();
    void readsHeaders();
    void readsTimes_data();
    void readsTimes();
    void namesWhatThereIs();
};

void TestSyslogHeader::readsHeaders_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected"); // priority|time|host|program|process|message id|data|message
    const auto row = [](const char *line, const char *expected) {
        QTest::newRow(line) << QByteArray(line) << QString::fromLatin1(expected);
    };
    row("<13>1 2026-01-15T09:14:03Z relay1 app 42 ID7 - text", "13|2026-01-15T09:14:03Z|relay1|app|42|ID7||text");
    row("<13>1 2026-01-15T09:14:03Z relay1 app - - - {}", "13|2026-01-15T09:14:03Z|relay1|app||||{}");
    row("<13>1 - - - - - -", "13|||||||");
    row("<13>1 - - app - - - x", "13|||app||||x");
    row("97 <13>1 2026-01-15T09:14:03Z relay1 app - - - {}", "13|2026-01-15T09:14:03Z|relay1|app||||{}");
    row("1 2026-01-15T09:14:03Z relay1 app - - - {}", "|2026-01-15T09:14:03Z|relay1|app||||{}");
    row("2026-01-15T09:14:03Z relay1 app - - - {}", "|2026-01-15T09:14:03Z|relay1|app||||{}");
    row("<13>1 2026-01-15T09:14:03Z relay1 app - - [x a=\"b\"] {}",
        "13|2026-01-15T09:14:03Z|relay1|app|||[x a=\"b\"]|{}");
    row("<13>1 2026-01-15T09:14:03Z r app - - [x a=\"]\\\"] \"][y] {}",
        "13|2026-01-15T09:14:03Z|r|app|||[x a=\"]\\\"] \"][y]|{}");
    row("<13>1 2026-01-15T09:14:03Z r app - - [x a=\"b {}", "13|2026-01-15T09:14:03Z|r|app||||[x a=\"b {}");
    row("<13>1 2026-01-15T09:14:03Z r app - - {}", "13|2026-01-15T09:14:03Z|r|app||||{}");
    row("<13>Jan 15 09:14:02 relay1 app: text", "13|Jan 15 09:14:02|relay1|app||||text");
    row("<13>Jan  5 09:14:02 relay1 app[42]: text", "13|Jan  5 09:14:02|relay1|app|42|||text");
    row("Jan 15 09:14:02 relay1 app text more", "|Jan 15 09:14:02|relay1|app||||text more");
    row("Jan 15 09:14:02 relay1 app {}", "|Jan 15 09:14:02|relay1|app||||{}");
    row("Jan 15 09:14:02 app: {}", "|Jan 15 09:14:02||app||||{}");
    row("Jan 15 09:14:02 app {}", "|Jan 15 09:14:02||app||||{}");
    row("Jan 15 09:14:02 {}", "|Jan 15 09:14:02||||||{}");
    row("<13>app: {}", "13|||app||||{}");
    row("2026-01-15 09:14:02 relay1 app: x", "|2026-01-15 09:14:02|relay1|app||||x");
    row("2026-01-15T09:14:02+01:00 relay1 app[1]: x", "|2026-01-15T09:14:02+01:00|relay1|app|1|||x");
    row("<13>", "13|||||||");

    row("", "none");
    row("{}", "none");
    row("hello world: {}", "none");
    row("<x>Feb", "none");
    row("<1234>Feb", "none");
    row("123 text", "none");
    row("2026", "none");
    row("Jan", "none");
    row("January 15 09:14:02 x", "none");
}

void TestSyslogHeader::readsHeaders()
{
    QFETCH(QByteArray, line);
    const std::optional<SyslogHeader> header = parseSyslogHeader(line);
    QString found = u"none"_s;
    if (header) {
        QByteArrayList parts;
        for (const QByteArrayView part : {header->priority, header->time, header->host, header->program,
                                          header->processId, header->messageId, header->structuredData})
            parts.append(part.toByteArray());
        parts.append(line.sliced(header->end));
        found = QString::fromUtf8(parts.join('|'));
    }
    QTEST(found, "expected");
}

void TestSyslogHeader::readsTimes_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ISO") << QByteArray("<13>1 2026-01-15T09:14:03.5+01:00 r a - - -") << u"2026-01-15T08:14:03.500Z"_s;
    QTest::newRow("RFC 3164") << QByteArray("<13>Jan 15 09:14:02 r a: x") << u"2026-01-15T08:14:02.000Z"_s;
    QTest::newRow("none") << QByteArray("<13>1 - r a - - -") << QString();
    QTest::newRow("impossible") << QByteArray("<13>1 2026-13-15T09:14:03Z r a - - -") << QString();
}

void TestSyslogHeader::readsTimes()
{
    QFETCH(QByteArray, line);
    const qint64 fileTime = QDateTime(QDate(2026, 1, 20), QTime(), Qt::UTC).toMSecsSinceEpoch();
    const TimeReader times(QTimeZone("Europe/Berlin"), fileTime);
    const qint64 time = syslogTime(*parseSyslogHeader(line), times);
    const QString text =
        time == noTime ? QString() : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
    QTEST(text, "expected");
}

void TestSyslogHeader::namesWhatThereIs()
{
    const QList<RecordField> expected{{u"syslogTime"_s, u"Jan 15 09:14:02"_s},
                                      {u"host"_s, u"relay1"_s},
                                      {u"program"_s, u"app"_s},
                                      {u"processId"_s, u"42"_s}};
    QCOMPARE(syslogFields(*parseSyslogHeader("Jan 15 09:14:02 relay1 app[42]: x")), expected);
}

QTEST_APPLESS_MAIN(TestSyslogHeader)
#include "tst_syslogheader.moc"
