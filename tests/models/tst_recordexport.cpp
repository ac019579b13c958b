#include "recordexport.h"

#include "blockingsource.h"
#include "logdocument.h"
#include "logwriter.h"
#include "ownmemory.h"
#include "testcatalog.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray smallLog()
{
    return testRecord(702, "2026-01-15T09:00:00Z", "jdoe@example.com", ",\"sourceIPAddress\":\"192.0.2.10\"")
        + "no JSON at all, but of jdoe\n"
        + testRecord(901, "2026-01-15T09:00:01Z", "=cmd|x", ",\"deviceName\":\"Jane's phone\"");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_RecordExport : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void theNameTellsTheForm_data();
    void theNameTellsTheForm();
    void theRecordsOwnTextIsWrittenToTheLetter();
    void aTableKeepsItsHeader();
    void aRecordOverSixteenMebibytesIsWhole();
    void formulasAreDefused();
    void onlyWhatTheQueryKeepsGoesOutInTheOrderOfTheTable();
    void masksAreTheSameInAllRecords();
    void theLogItselfIsNeverWrittenOver();
    void anExistingFileIsReplacedAsAWhole();
    void aCancelLeavesNothing();
    void aRecordThatCannotBeReadLeavesNothing();
    void aFullDiskLeavesNothing_data();
    void aFullDiskLeavesNothing();
    void memoryDoesNotGrowWithTheLog();

private:
    void open(const QByteArray &bytes);
    QString put(const QString &name, const QByteArray &bytes) const;
    void openFile(const QString &path);
    bool isRead() const { return m_document->state() == LogDocument::State::Complete && !m_document->isFiltering(); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    QByteArray exported(ExportForm form, bool masked = false);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<BlockingSource> m_source;
    std::unique_ptr<LogDocument> m_document;
};

void tst_RecordExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_RecordExport::open(const QByteArray &bytes)
{
    m_source = std::make_shared<BlockingSource>(bytes);
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_document = std::make_unique<LogDocument>(locationOf(m_source, u"share.log"_s), options, testCatalog());
    m_document->load();
    QTRY_VERIFY(isRead());
}

QString tst_RecordExport::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void tst_RecordExport::openFile(const QString &path)
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_document = std::make_unique<LogDocument>(LogLocation(path), options, testCatalog());
    m_document->load();
    QTRY_VERIFY(isRead());
}

QByteArray tst_RecordExport::exported(ExportForm form, bool masked)
{
    const Result<void> written = writeRecords(RecordExport(*m_document, path(u"out"_s), form, masked), {});
    if (!written)
        QTest::qFail(qPrintable(written.error().message), __FILE__, __LINE__);
    return contentOf(path(u"out"_s));
}

void tst_RecordExport::theNameTellsTheForm_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("form");
    QTest::newRow("csv") << u"/a/b.CSV"_s << int(ExportForm::Csv);
    QTest::newRow("ndjson") << u"b.ndjson"_s << int(ExportForm::Ndjson);
    QTest::newRow("jsonl") << u"b.jsonl"_s << int(ExportForm::Ndjson);
    QTest::newRow("json") << u"b.json"_s << int(ExportForm::Ndjson);
    QTest::newRow("txt") << u"b.csv.txt"_s << int(ExportForm::Raw);
    QTest::newRow("nothing") << u"csv"_s << int(ExportForm::Raw);
}

void tst_RecordExport::theNameTellsTheForm()
{
    QFETCH(QString, name);
    QFETCH(int, form);
    QCOMPARE(int(exportFormOf(name)), form);
}

void tst_RecordExport::theRecordsOwnTextIsWrittenToTheLetter()
{
    open(smallLog());
    QCOMPARE(m_document->recordCount(), Row(3));
    QCOMPARE(exported(ExportForm::Raw), smallLog());
}

void tst_RecordExport::aTableKeepsItsHeader()
{
    LogGeneratorOptions options;
    options.records = 50;
    const QByteArray table = generateLog(LogShape::SiemCsv, options);
    open(table);
    QCOMPARE(m_document->recordCount(), Row(50));
    const QByteArray written = exported(ExportForm::Raw);
    QCOMPARE(QByteArray(written).replace("\r\n", "\n"), QByteArray(table).replace("\r\n", "\n"));
    // So that it is read again.
    m_document->setQuery(Query::parse(u"level:error").query);
    QTRY_VERIFY(isRead());
    const Row errors = m_document->rows().size();
    QVERIFY(errors > 0 && errors < 50);
    open(exported(ExportForm::Raw));
    QCOMPARE(m_document->recordCount(), errors);
}

void tst_RecordExport::aRecordOverSixteenMebibytesIsWhole()
{
    const QByteArray large = "short\n" + QByteArray(17 * 1024 * 1024, 'x') + "\nlast\n";
    openFile(put(u"large.log"_s, large));
    QCOMPARE(m_document->recordCount(), Row(3));
    QVERIFY(exported(ExportForm::Raw) == large);
}

void tst_RecordExport::formulasAreDefused()
{
    open(smallLog());
    const QByteArray csv = exported(ExportForm::Csv);
    QVERIFY2(csv.contains(",'=cmd|x,"), csv.constData());
    QVERIFY(!csv.contains(",=cmd|x,"));
}

void tst_RecordExport::onlyWhatTheQueryKeepsGoesOutInTheOrderOfTheTable()
{
    open(testRecord(901, "2026-01-15T09:00:00Z", "a") + testRecord(702, "2026-01-15T09:00:01Z", "b")
         + testRecord(702, "2026-01-15T09:00:02Z", "c"));
    m_document->setSort(LogDocument::SortKey::Time, Qt::DescendingOrder);
    m_document->setQuery(Query::parse(u"code:702").query);
    QTRY_VERIFY(isRead() && m_document->rows().size() == 2);
    QCOMPARE(exported(ExportForm::Raw),
             testRecord(702, "2026-01-15T09:00:02Z", "c") + testRecord(702, "2026-01-15T09:00:01Z", "b"));
}

void tst_RecordExport::masksAreTheSameInAllRecords()
{
    open(testRecord(702, "2026-01-15T09:00:00Z", "jdoe@example.com", ",\"note\":\"asked asmith on Jane's phone\"")
         + "no JSON at all, but of jdoe\n"
         + testRecord(901, "2026-01-15T09:00:01Z", "asmith",
                      ",\"deviceName\":\"Jane's phone\",\"note\":\"for JDOE at 192.0.2.10\""));
    for (const ExportForm form : {ExportForm::Csv, ExportForm::Ndjson, ExportForm::Raw}) {
        const QByteArray masked = exported(form, true);
        for (const char *name : {"jdoe", "JDOE", "asmith", "phone", "192.0.2.10", "no JSON at all"})
            QVERIFY2(!masked.contains(name), masked.constData());
        QVERIFY2(masked.contains("asked user-2 on device-1"), masked.constData());
        QVERIFY2(masked.contains("for user-1 at addr-1"), masked.constData());
    }
    // A name goes where the query keeps only a record that merely speaks of it.
    m_document->setQuery(Query::parse(u"code:702").query);
    QTRY_VERIFY(isRead() && m_document->rows().size() == 1);
    QVERIFY(exported(ExportForm::Raw, true).contains("asked user-2 on device-1"));
}

void tst_RecordExport::theLogItselfIsNeverWrittenOver()
{
    const QString log = put(u"own.log"_s, smallLog());
    QVERIFY(QFile::link(log, path(u"link.csv"_s)));
    openFile(log);
    const QStringList before = names();
    for (const QString &target :
         {log, path(u"link.csv"_s), path(u"../"_s) + QFileInfo(m_folder->path()).fileName() + u"/own.log"_s}) {
        const Result<void> written = writeRecords(RecordExport(*m_document, target, ExportForm::Csv, false), {});
        QVERIFY(!written.ok());
        QVERIFY2(written.error().message.contains(u"the log itself"_s), qPrintable(written.error().message));
    }
    QCOMPARE(names(), before);
    QCOMPARE(contentOf(log), smallLog());
    // An archive is its members' file.
    QVERIFY(!sourceObstacle(log, {log + u"!member.json"_s}).isEmpty());
    QVERIFY(sourceObstacle(path(u"new.csv"_s), {log}).isEmpty());
}

void tst_RecordExport::anExistingFileIsReplacedAsAWhole()
{
    open(smallLog());
    put(u"out"_s, QByteArray(100'000, 'x'));
    QCOMPARE(exported(ExportForm::Raw), smallLog());
}

void tst_RecordExport::aCancelLeavesNothing()
{
    open(QByteArray(smallLog()).repeated(20'000));
    RecordExporter exporter;
    QSignalSpy finished(&exporter, &RecordExporter::finished);
    QSignalSpy failed(&exporter, &RecordExporter::failed);
    m_source->block();
    exporter.start(RecordExport(*m_document, path(u"out.csv"_s), ExportForm::Csv, false));
    QVERIFY(exporter.isRunning());
    m_source->waitForReader();
    exporter.cancel();
    QVERIFY(!exporter.isRunning());
    m_source->release();
    QTRY_COMPARE(m_source->hanging(), 0);
    // The next one is heard of alone.
    exporter.start(RecordExport(*m_document, path(u"next.txt"_s), ExportForm::Raw, false));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    QCOMPARE(finished.first().first().toString(), path(u"next.txt"_s));
    QCOMPARE(finished.first().last().toLongLong(), 60'000);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(names(), QStringList{u"next.txt"_s});
}

void tst_RecordExport::aRecordThatCannotBeReadLeavesNothing()
{
    open(QByteArray(smallLog()).repeated(5000));
    m_source->fail(u"The share is gone."_s);
    const Result<void> written = writeRecords(RecordExport(*m_document, path(u"out"_s), ExportForm::Raw, false), {});
    QVERIFY(!written.ok());
    QVERIFY(written.error().message.contains(u"The share is gone."_s));
    QCOMPARE(names(), QStringList());
}

void tst_RecordExport::aFullDiskLeavesNothing_data()
{
    QTest::addColumn<qint64>("room");
    QTest::newRow("found out while it writes") << qint64(100'000);
    QTest::newRow("found out at the end") << qint64(smallLog().size() * 2000 - 10);
}

void tst_RecordExport::aFullDiskLeavesNothing()
{
    QFETCH(qint64, room);
    open(QByteArray(smallLog()).repeated(2000));
    put(u"out"_s, "before");
    // A limit of a file's size stands for a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited;
    ::getrlimit(RLIMIT_FSIZE, &unlimited);
    rlimit small = unlimited;
    small.rlim_cur = rlim_t(room);
    ::setrlimit(RLIMIT_FSIZE, &small);
    const Result<void> written = writeRecords(RecordExport(*m_document, path(u"out"_s), ExportForm::Raw, false), {});
    ::setrlimit(RLIMIT_FSIZE, &unlimited);
    QVERIFY(!written.ok());
    QVERIFY2(written.error().message.contains(path(u"out"_s)), qPrintable(written.error().message));
    QCOMPARE(names(), QStringList{u"out"_s});
    QCOMPARE(contentOf(path(u"out"_s)), QByteArray("before"));
}

void tst_RecordExport::memoryDoesNotGrowWithTheLog()
{
    const auto peak = [] {
        rusage usage;
        ::getrusage(RUSAGE_SELF, &usage);
        return usage.ru_maxrss; // KiB
    };
    // 1 GiB where that is wished.
    LogGeneratorOptions options;
    options.records = qEnvironmentVariableIsSet("EVIDENT_FULL_SIZE") ? 1'500'000 : 60'000;
    QFile file(path(u"log.ndjson"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    writeLog(LogShape::Ndjson, options, [&file](const QByteArray &bytes) { file.write(bytes); });
    file.close();
    openFile(file.fileName());
    QCOMPARE(qint64(m_document->recordCount()), options.records);
    const auto before = peak();
    QVERIFY(writeRecords(RecordExport(*m_document, path(u"out.csv"_s), ExportForm::Csv, false), {}).ok());
    QVERIFY(QFileInfo(path(u"out.csv"_s)).size() > file.size());
    constexpr qint64 most = 24 * 1024;
    QVERIFY2(!memoryIsOurs || peak() - before < most, qPrintable(QString::number(peak() - before)));
}

QTEST_GUILESS_MAIN(tst_RecordExport)
#include "tst_recordexport.moc"
