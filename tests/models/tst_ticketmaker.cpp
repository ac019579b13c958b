#include "ticketmaker.h"

#include "blockingsource.h"
#include "logdocument.h"
#include "logmodel.h"
#include "recordsticket.h"
#include "testcatalog.h"

#include <QSignalSpy>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

const QList<int> columns{LogModel::CodeColumn, LogModel::UserColumn, LogModel::DescriptionColumn,
                         LogModel::SourceIpColumn};

QByteArray smallLog()
{
    return testRecord(702, "2026-01-15T09:00:00Z", "jdoe@example.com",
                      ",\"transactionId\":\"t-1\",\"sourceIPAddress\":\"192.0.2.10\"")
        + testRecord(901, "2026-01-15T09:00:01Z", "asmith", ",\"transactionId\":\"t-2\"") + "asmith called for jdoe\n"
        + testRecord(703, "2026-01-15T09:00:03Z", "jdoe@example.com", ",\"transactionId\":\"t-1\"")
        + testRecord(701, "2026-01-15T08:59:00Z", "jdoe@example.com", ",\"transactionId\":\"t-1\"");
}

} // namespace

class tst_TicketMaker : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void recordsAreATicketInEveryForm();
    void whatIsLeftOutIsCounted();
    void aTransactionIsInTheOrderOfTime();
    void aRecordWithoutATransactionSaysSo();
    void masksAreOneATextAndNoNameIsLeft();
    void ofAPagesTicketTheNamesOfTheLogAreMasked();
    void whatOnlyTheFileHasIsReadElsewhere();
    void aNewerTicketTakesThePlaceOfTheOlder();

private:
    void open(const QByteArray &bytes);
    TicketTexts made();

    std::shared_ptr<BlockingSource> m_source;
    std::unique_ptr<LogDocument> m_document;
    std::unique_ptr<TicketMaker> m_maker;
};

void tst_TicketMaker::init()
{
    m_maker = std::make_unique<TicketMaker>();
}

void tst_TicketMaker::open(const QByteArray &bytes)
{
    m_source = std::make_shared<BlockingSource>(bytes);
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_document = std::make_unique<LogDocument>(locationOf(m_source, u"share.log"_s), options, testCatalog());
    m_document->setZone(QTimeZone::utc());
    m_document->load();
    QTRY_VERIFY(m_document->state() == LogDocument::State::Complete && !m_document->isFiltering());
}

/// What the maker tells next.
TicketTexts tst_TicketMaker::made()
{
    std::optional<TicketTexts> texts;
    const auto connection =
        connect(m_maker.get(), &TicketMaker::finished, this, [&texts](const TicketTexts &told) { texts = told; });
    if (!QTest::qWaitFor([&texts] { return texts.has_value(); }))
        QTest::qFail("No ticket was made.", __FILE__, __LINE__);
    disconnect(connection);
    return texts.value_or(TicketTexts());
}

void tst_TicketMaker::recordsAreATicketInEveryForm()
{
    open(smallLog());
    m_maker->startRecords(*m_document, {0, 1}, 0, columns, false);
    QVERIFY(m_maker->isRunning());
    const TicketTexts texts = made();
    QVERIFY(!m_maker->isRunning());
    QCOMPARE(texts.rows, 2);
    QCOMPARE(texts.of(TicketForm::Plain),
             u"2 record(s) of share.log\n"
             "Time: 2026-01-15 09:00:00.000 to 2026-01-15 09:00:01.000 (UTC)\n"
             "\n"
             "    Code  User              Description                                               Address\n"
             "     702  jdoe@example.com  Approve authentication failed - User response timed out.  192.0.2.10\n"
             "     901  asmith            Portal sign-in succeeded.\n"_s);
    QVERIFY(texts.of(TicketForm::Markdown).contains(u"| 901 | asmith | Portal sign-in succeeded. |  |\n"_s));
    QVERIFY(texts.of(TicketForm::Html).contains(u"<td>jdoe@example.com</td>"_s));
    QVERIFY(texts.of(TicketForm::Csv).contains(u"\r\n901,asmith,Portal sign-in succeeded.,\r\n\r\n"_s));
    // A column that nobody has is none.
    m_maker->startRecords(*m_document, {1}, 0, columns, false);
    QCOMPARE(made().of(TicketForm::Csv).section(u"\r\n"_s, 0, 0), u"Code,User,Description"_s);
}

void tst_TicketMaker::whatIsLeftOutIsCounted()
{
    open(smallLog());
    m_maker->startRecords(*m_document, {0, 1}, 4000, columns, false);
    const QString text = made().of(TicketForm::Plain);
    QVERIFY2(text.startsWith(u"4,002 record(s) of share.log\n"_s), qPrintable(text));
    QVERIFY2(text.contains(u"\nThe first 2 of them are below, and 4,000 more are left out.\n"_s), qPrintable(text));
}

void tst_TicketMaker::aTransactionIsInTheOrderOfTime()
{
    open(smallLog());
    m_maker->startTransaction(*m_document, 3, {LogModel::CodeColumn}, false);
    QVERIFY(made().of(TicketForm::Csv).startsWith(u"Code\r\n701\r\n702\r\n703\r\n\r\n"_s));

    QByteArray large;
    for (Row row = 0; row < RecordsTicket::mostRows + 5; ++row)
        large += testRecord(702, "2026-01-15T09:00:00Z", "jdoe", ",\"transactionId\":\"t-1\"");
    open(large);
    m_maker->startTransaction(*m_document, 3, {LogModel::CodeColumn}, false);
    const TicketTexts texts = made();
    QCOMPARE(texts.rows, qint64(RecordsTicket::mostRows));
    QVERIFY(texts.of(TicketForm::Plain).contains(u"and 5 more are left out"_s));
}

void tst_TicketMaker::aRecordWithoutATransactionSaysSo()
{
    open(smallLog());
    QSignalSpy failed(m_maker.get(), &TicketMaker::failed);
    m_maker->startTransaction(*m_document, 2, columns, false);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(u"no transaction"_s));
}

void tst_TicketMaker::masksAreOneATextAndNoNameIsLeft()
{
    open(smallLog());
    m_maker->startRecords(*m_document, {3, 1, 2, 0}, 0, columns, true);
    const TicketTexts texts = made();
    for (const QString &text : texts.texts) {
        for (const QString &name : {u"jdoe"_s, u"example.com"_s, u"asmith"_s, u"192.0.2.10"_s})
            QVERIFY2(!text.contains(name), qPrintable(text));
    }
    const QStringList lines = texts.of(TicketForm::Csv).split(u"\r\n"_s);
    QVERIFY(lines.at(1).startsWith(u"703,user-1,"_s));
    QVERIFY(lines.at(2).startsWith(u"901,user-2,"_s));
    QVERIFY2(lines.at(3).startsWith(u",,\"(left out"_s), qPrintable(lines.at(3)));
    QVERIFY(lines.at(4).startsWith(u"702,user-1,"_s) && lines.at(4).endsWith(u",addr-1"_s));
}

void tst_TicketMaker::ofAPagesTicketTheNamesOfTheLogAreMasked()
{
    open(smallLog() + testRecord(901, "2026-01-15T09:00:01Z", "late", ",\"deviceName\":\"Jane's phone\""));
    const Ticket ticket{u"State of jdoe"_s,
                        {{u"Devices"_s, u"Jane's phone"_s}},
                        {u"asmith called."_s},
                        {u"User"_s},
                        {{u"JDOE@example.com"_s}}};
    m_maker->startTicket(ticket, m_document->log(), {}, true);
    QCOMPARE(made().of(TicketForm::Plain),
             u"State of user-1\nDevices: device-1\nuser-2 called.\n\n    User\n    user-1\n"_s);
    // Of records that are told, only these are read.
    m_maker->startTicket(ticket, m_document->log(), RowSet::of({5}), true);
    QCOMPARE(made().of(TicketForm::Plain),
             u"State of user-2\nDevices: device-1\nuser-3 called.\n\n    User\n    user-2\n"_s);
    m_maker->startTicket(ticket, m_document->log(), {}, false);
    QVERIFY(made().of(TicketForm::Plain).startsWith(u"State of jdoe\n"_s));
    m_maker->startTicket(ticket, nullptr, {}, true);
    QVERIFY(made().of(TicketForm::Plain).startsWith(u"State of jdoe\n"_s));
}

void tst_TicketMaker::whatOnlyTheFileHasIsReadElsewhere()
{
    open(plainLines(3000));
    std::vector<Row> rows(RecordsTicket::mostRows);
    for (Row row = 0; row < RecordsTicket::mostRows; ++row)
        rows[row] = row;
    m_maker->startRecords(*m_document, rows, 2000, {LogModel::DescriptionColumn}, false);
    const TicketTexts texts = made();
    QCOMPARE(texts.rows, qint64(RecordsTicket::mostRows));
    QVERIFY(texts.of(TicketForm::Plain).endsWith(plainLine(int(RecordsTicket::mostRows) - 1) + u'\n'));
    QVERIFY(!m_source->wasReadHere());
}

void tst_TicketMaker::aNewerTicketTakesThePlaceOfTheOlder()
{
    open(plainLines(100));
    QSignalSpy finished(m_maker.get(), &TicketMaker::finished);
    m_source->block();
    m_maker->startRecords(*m_document, {1}, 0, {LogModel::DescriptionColumn}, false);
    m_source->waitForReader();
    m_maker->startRecords(*m_document, {2}, 0, {LogModel::DescriptionColumn}, false);
    m_source->release();
    QVERIFY(made().of(TicketForm::Plain).contains(plainLine(2)));
    QCOMPARE(finished.size(), 1);

    open(plainLines(100)); // nothing of it was read back yet
    m_source->block();
    m_maker->startRecords(*m_document, {3}, 0, {LogModel::DescriptionColumn}, false);
    m_source->waitForReader();
    m_maker->cancel();
    QVERIFY(!m_maker->isRunning());
    m_source->release();
    QTRY_COMPARE(m_source->hanging(), 0);
    QCOMPARE(finished.size(), 1);
}

QTEST_GUILESS_MAIN(tst_TicketMaker)
#include "tst_ticketmaker.moc"
