#include "reporthtml.h"

#include "logdocument.h"
#include "logmodel.h"
#include "readhtml.h"
#include "reportmaker.h"
#include "testcatalog.h"
#include "wholefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<void> writeHtml(const LogReport &report, const QString &path)
{
    return writeWholeFile(path, reportHtml(report));
}

} // namespace

class tst_ReportHtml : public QObject
{
    Q_OBJECT

private slots:
    void itTellsWhatTheLogHolds();
    void aQueryIsSaidAndLimitsTheSummary();
    void theTimelineIsDrawnInThePage();
    void findingsAndSelectedRecordsAreSections();
    void aUsersStoryIsASection();
    void aLongStoryIsCut();
    void nothingOfALogIsMarkup_data();
    void nothingOfALogIsMarkup();
    void itForbidsAllButItsOwnStyle();
    void namesAreMaskedThroughout();
    void aLogWithoutTimesHasNoTimeline();
    void itIsWrittenElsewhereAsAWhole();
    void theLogItselfIsNeverWrittenOver();
    void aFullDiskLeavesNothing();

private:
    void open(const QByteArray &bytes, const QString &query = {});
    ReportSource source() const
    {
        ReportSource source(*m_document);
        source.columns = {LogModel::CodeColumn, LogModel::UserColumn, LogModel::DescriptionColumn};
        return source;
    }
    static QByteArray page(const ReportSource &source) { return reportHtml(makeReport(source, {})); }

    std::unique_ptr<LogDocument> m_document;
};

void tst_ReportHtml::open(const QByteArray &bytes, const QString &query)
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_document = std::make_unique<LogDocument>(u"Pasted <1>"_s, bytes, options, testCatalog());
    m_document->setZone(QTimeZone::utc());
    m_document->setQuery(Query::parse(query).query);
    m_document->load();
    QTRY_VERIFY(m_document->state() == LogDocument::State::Complete && !m_document->isFiltering());
}

void tst_ReportHtml::itTellsWhatTheLogHolds()
{
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe") + testRecord(702, "2026-01-15T09:10:00Z", "asmith")
         + testRecord(901, "2026-01-15T10:00:00Z", "jdoe") + "no JSON at all\n");
    const QByteArray html = page(source());
    QVERIFY(html.startsWith("<!DOCTYPE html>\n<html lang=\""));
    QVERIFY(html.contains("<h1>Report of the log Pasted &lt;1&gt;</h1>"));
    QVERIFY(html.contains("Records: 4 "));
    QVERIFY(html.contains("2026-01-15 09:00:00.000 to 2026-01-15 10:00:00.000"));
    QVERIFY(html.contains("1 record(s) could not be understood."));
    QVERIFY(html.contains("Who can end the errors: unknown: 2"));
    const QList<QStringList> rows = readHtml(html).rows;
    QVERIFY(rows.contains(QStringList{u"error"_s, u"2"_s}));
    QVERIFY(rows.contains(
        QStringList{u"702"_s, u"error"_s, u"Approve authentication failed - User response timed out."_s, u"2"_s}));
    QVERIFY(rows.contains(QStringList{u"jdoe"_s, u"1"_s, u"2"_s}));
}

void tst_ReportHtml::aQueryIsSaidAndLimitsTheSummary()
{
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe") + testRecord(901, "2026-01-15T10:00:00Z", "jdoe"),
         u"code:901"_s);
    const QByteArray html = page(source());
    QVERIFY2(html.contains("Records: 1 of 2 · Query: code:901 "), html.constData());
    QVERIFY(!html.contains("Approve authentication failed"));
}

void tst_ReportHtml::theTimelineIsDrawnInThePage()
{
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe") + testRecord(901, "2026-01-15T09:00:00Z", "jdoe")
         + testRecord(901, "2026-01-15T10:00:00Z", "jdoe"));
    const QByteArray html = page(source());
    QVERIFY(html.contains("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    QCOMPARE(html.count("<rect "), 3);
    QCOMPARE(html.count("<rect class=\"s1\""), 1); // the error, half of the highest bar
    static const QRegularExpression high(u"class=\"s1\" x=\"0.00\" y=\"78.00\" width=\"[0-9.]+\" height=\"60.00\""_s);
    QVERIFY(QString::fromUtf8(html).contains(high));
    // For paper it is an image that comes along.
    const QByteArray paper = reportHtml(makeReport(source(), {}), ReportPicture::Named);
    QVERIFY(!paper.contains("<svg") && paper.contains("<img src=\"timeline\""));
}

void tst_ReportHtml::findingsAndSelectedRecordsAreSections()
{
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe") + testRecord(901, "2026-01-15T10:00:00Z", "asmith"));
    ReportSource wanted = source();
    QVERIFY(!page(wanted).contains("Findings"));
    QVERIFY(!page(wanted).contains("Selected records"));
    wanted.findings = {{u"Push bombing"_s, {{u"User"_s, u"jdoe"_s}}, {u"Twelve pushes in 3 minutes."_s}, {}, {}}};
    wanted.selected = {1};
    wanted.moreSelected = 7;
    const QByteArray html = page(wanted);
    QVERIFY(html.contains("<h2>Findings</h2>\n<h3>Push bombing</h3>\n<p>User: jdoe</p>\n"
                          "<p>Twelve pushes in 3 minutes.</p>"));
    QVERIFY(html.contains("<h2>Selected records</h2>"));
    QVERIFY(html.contains("and 7 more are left out."));
    QCOMPARE(readHtml(html).rows.last(), (QStringList{u"901"_s, u"asmith"_s, u"Portal sign-in succeeded."_s}));
}

void tst_ReportHtml::aUsersStoryIsASection()
{
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe", ",\"transactionId\":\"t-1\",\"deviceName\":\"iPhone\"")
         + testRecord(703, "2026-01-15T09:00:07Z", "jdoe", ",\"transactionId\":\"t-1\"")
         + testRecord(901, "2026-01-15T10:00:00Z", "asmith")
         + testRecord(701, "2026-01-15T11:00:00Z", "jdoe", ",\"sourceIPAddress\":\"192.0.2.14\""));
    ReportSource wanted = source();
    QVERIFY(!page(wanted).contains("<h2>User"));
    wanted.user = u"JDoe"_s;
    wanted.findings = {{u"Push bombing"_s, {}, {}, {}, {}}};
    const QByteArray html = page(wanted);
    QVERIFY(
        html.contains("<h2>User jdoe</h2>\n<p>As of the last event in this log, 2026-01-15 11:00:00.000: 3 record"));
    QVERIFY(html.indexOf("<h2>User jdoe</h2>") < html.indexOf("<h2>Findings</h2>"));
    QVERIFY(html.contains("<h3>States as of the last event in this log</h3>"));
    QVERIFY(html.contains("<p>Addresses: 192.0.2.14 · Devices: iPhone</p>"));
    const QList<QStringList> rows = readHtml(html).rows;
    const QString none = u"this log does not tell"_s;
    QVERIFY(rows.contains(
        QStringList{u"Account"_s, none, none, u"2026-01-15 11:00:00.000 (701)"_s, u"2026-01-15 09:00:07.000 (703)"_s}));
    const qsizetype first = rows.indexOf(
        {u"2026-01-15 11:00:00"_s, u"success"_s, u"701  Approve authentication succeeded. · Approve"_s, QString()});
    QVERIFY(first > 0);
    const QString denied = u"703  Approve authentication failed - User denied approval."_s;
    QCOMPARE(rows.mid(first + 1, 3),
             (QList<QStringList>{
                 {u"2026-01-15 09:00:00"_s, u"failure"_s, denied + u" · Approve"_s, u"7.0 s"_s},
                 {u"↳\u00a009:00:00.000"_s, u"error"_s,
                  u"702  Approve authentication failed - User response timed out."_s, QString()},
                 {u"↳\u00a009:00:07.000"_s, u"error"_s, denied, u"after 7.0 s"_s},
             }));
    // A name that the log lacks is an answer, too.
    wanted.user = u"nobody"_s;
    QVERIFY(page(wanted).contains("<h2>User nobody</h2>\n<p>This log has no record of this user.</p>\n<h2>"));
}

void tst_ReportHtml::aLongStoryIsCut()
{
    QByteArray bytes;
    for (int i = 0; i < 60; ++i) {
        const QByteArray hour = QByteArray::number(100 + i / 3).right(2) + ":" + QByteArray::number(10 + i % 3 * 10);
        const QByteArray transaction = ",\"transactionId\":\"t-" + QByteArray::number(i) + "\"";
        for (int step = 0; step < 14; ++step) {
            const QByteArray time = "2026-01-15T" + hour + ':' + QByteArray::number(10 + step) + 'Z';
            bytes += testRecord(702, time.constData(), "jdoe", transaction.constData());
        }
    }
    open(bytes);
    ReportSource wanted = source();
    wanted.user = u"jdoe"_s;
    const QByteArray html = page(wanted);
    QVERIFY(html.contains("<p>The newest ones are listed, and 10 more are left out.</p>"));
    QCOMPARE(html.count("↳"), 50 * 10);
    QCOMPARE(html.count("4 earlier record(s) are left out."), 50);
    QVERIFY(html.contains("19:30:14.000") && !html.contains("19:30:13.000"));
}

void tst_ReportHtml::nothingOfALogIsMarkup_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("script") << QByteArray("<script>alert(1)</script>");
    QTest::newRow("image") << QByteArray("<img src=x onerror=alert(1)>");
    QTest::newRow("link") << QByteArray("<a href='javascript:alert(1)'>x</a>");
    QTest::newRow("end of the page") << QByteArray("</title></style></table></body>");
    QTest::newRow("comment") << QByteArray("<!-- ");
    QTest::newRow("quotes") << QByteArray("\\\" onclick=\\\"x' onclick='x");
    QTest::newRow("control characters") << QByteArray("a\\u202eb\\u0000c\\u001b[31m");
}

void tst_ReportHtml::nothingOfALogIsMarkup()
{
    QFETCH(QByteArray, text);
    const QByteArray shape = ",\"application\":\"" + text + "\",\"eventLevel\":\"" + text + '"';
    const QByteArray description = ",\"eventDescription\":\"" + text + '"';
    open(testRecord(702, "2026-01-15T09:00:00Z", text.constData(), shape.constData())
         + testRecord(99999, "2026-01-15T09:00:00Z", text.constData(), description.constData()) + text + '\n');
    ReportSource wanted = source();
    const QString hostile = QString::fromUtf8(text);
    wanted.findings = {{hostile, {{hostile, hostile}}, {hostile}, {hostile}, {{hostile}}}};
    wanted.selected = {0, 1, 2};
    wanted.query = hostile;
    const Log &log = *wanted.log;
    wanted.user = log.texts(TextColumn::User).text(log.columns().user(0));
    const QByteArray html = page(wanted);
    QVERIFY(html.contains("<h3>States as of the last event in this log</h3>"));
    const ReadHtml read = readHtml(html);
    const QSet<QString> ours{u"html"_s,  u"head"_s, u"meta"_s, u"title"_s, u"style"_s, u"body"_s,  u"h1"_s,
                             u"h2"_s,    u"h3"_s,   u"p"_s,    u"font"_s,  u"svg"_s,   u"table"_s, u"thead"_s,
                             u"tbody"_s, u"tr"_s,   u"th"_s,   u"td"_s,    u"text"_s,  u"line"_s,  u"rect"_s};
    QVERIFY2(ours.contains(read.elements), qPrintable((read.elements - ours).values().join(u' ')));
    for (const QString &attribute : read.attributes)
        QVERIFY2(!attribute.startsWith(u"on"_s) && attribute != "href"_L1 && attribute != "src"_L1
                     && attribute != "style"_L1,
                 qPrintable(attribute));
    for (const QChar c : QString::fromUtf8(html))
        QVERIFY(c == u'\n' || (c >= u' ' && c != QChar(0x202e)));
    QVERIFY(read.rows.last().last().contains(visibleText(hostile).left(4)));
}

void tst_ReportHtml::itForbidsAllButItsOwnStyle()
{
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe"));
    const QByteArray html = page(source());
    const qsizetype begin = html.indexOf("<style>") + 7;
    const QByteArray style = html.mid(begin, html.indexOf("</style>") - begin);
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    QVERIFY(
        html.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                      + hash + "'; base-uri 'none'; form-action 'none'\">"));
    // The name of SVG's language is the only address.
    QCOMPARE(html.count("://"), 1);
    QVERIFY(!html.contains("url(") && !html.contains("@import"));
}

void tst_ReportHtml::namesAreMaskedThroughout()
{
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe@example.com", ",\"sourceIPAddress\":\"192.0.2.10\"")
             + testRecord(99999, "2026-01-15T09:00:00Z", "asmith",
                          ",\"eventDescription\":\"asmith unlocked jdoe\",\"deviceName\":\"Jane's phone\"")
             + "no JSON at all, but of jdoe\n",
         u"-user:asmith or user:asmith"_s);
    ReportSource wanted = source();
    wanted.findings = {{u"jdoe is locked"_s, {{u"Device"_s, u"Jane's phone"_s}}, {u"From 192.0.2.10"_s}, {}, {}}};
    wanted.selected = {0, 1, 2};
    wanted.title = u"jdoe.log"_s;
    wanted.user = u"asmith"_s;
    wanted.masked = true;
    const QByteArray html = page(wanted);
    for (const char *name : {"jdoe", "asmith", "phone", "192.0.2.10", "no JSON"})
        QVERIFY2(!html.contains(name), name);
    QVERIFY(html.contains("user-2 unlocked user-1"));
    QVERIFY(html.contains("<h2>User user-2</h2>") && html.contains("<p>Devices: device-1</p>"));
    QVERIFY(html.contains("<h3>user-1 is locked</h3>\n<p>Device: device-1</p>\n<p>From addr-1</p>"));
    QVERIFY(html.contains("Names are masked."));
}

void tst_ReportHtml::aLogWithoutTimesHasNoTimeline()
{
    open("one\ntwo\n");
    const QByteArray html = page(source());
    QVERIFY(!html.contains("<svg") && !html.contains("Timeline"));
    QVERIFY(html.contains("Records: 2 "));
}

void tst_ReportHtml::itIsWrittenElsewhereAsAWhole()
{
    const QTemporaryDir folder;
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe"));
    ReportMaker maker;
    QSignalSpy finished(&maker, &ReportMaker::finished);
    const ReportSource wanted = source();
    maker.start(wanted, folder.filePath(u"r.html"_s), writeHtml);
    QVERIFY(maker.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!maker.isRunning());
    QCOMPARE(contentOf(folder.filePath(u"r.html"_s)), page(wanted));
    // One that is cancelled is not heard of.
    maker.start(wanted, folder.filePath(u"s.html"_s), writeHtml);
    maker.cancel();
    maker.start(wanted, folder.filePath(u"t.html"_s), writeHtml);
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.last().first().toString(), folder.filePath(u"t.html"_s));
}

void tst_ReportHtml::theLogItselfIsNeverWrittenOver()
{
    const QTemporaryDir folder;
    const QString log = folder.filePath(u"own.html"_s);
    QFile file(log);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("one\n");
    file.close();
    open("one\n");
    ReportSource wanted = source();
    wanted.files = {log};
    ReportMaker maker;
    QSignalSpy failed(&maker, &ReportMaker::failed);
    maker.start(wanted, log, writeHtml);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(u"the log itself"_s));
    QCOMPARE(contentOf(log), QByteArray("one\n"));
}

void tst_ReportHtml::aFullDiskLeavesNothing()
{
    const QTemporaryDir folder;
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe"));
    const LogReport report = makeReport(source(), {});
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited;
    ::getrlimit(RLIMIT_FSIZE, &unlimited);
    rlimit small = unlimited;
    small.rlim_cur = 1000;
    ::setrlimit(RLIMIT_FSIZE, &small);
    const Result<void> written = writeHtml(report, folder.filePath(u"r.html"_s));
    ::setrlimit(RLIMIT_FSIZE, &unlimited);
    QVERIFY(!written.ok());
    QVERIFY(written.error().message.contains(folder.filePath(u"r.html"_s)));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}

QTEST_GUILESS_MAIN(tst_ReportHtml)
#include "tst_reporthtml.moc"
