#include "log.h"

#include "lineformat.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <unistd.h>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<Log> opened(const QByteArray &text, const LogOptions &options = {})
{
    return Log::fromBytes(u"pasted"_s, text, options).value();
}

std::shared_ptr<Log> indexed(const QByteArray &text, const LogOptions &options = {})
{
    std::shared_ptr<Log> log = opened(text, options);
    log->index({});
    return log;
}

/// Every row of the log has the text of the records.
bool hasTexts(const Log &log, const std::vector<NaiveRecord> &records)
{
    if (log.columns().size() > records.size())
        return false;
    for (Row row = 0; row < log.columns().size(); ++row) {
        const Result<QByteArray> text = log.raw(row);
        if (!text || text.value() != records[row].text)
            return false;
    }
    return true;
}

} // namespace

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatItIs();
    void isEmptyForAnEmptyFile();
    void readsRecordsBack();
    void refusesWithAReason_data();
    void refusesWithAReason();
    void skipsAByteOrderMark();
    void transcodesUtf16();
    void suggestsAnotherEncoding();
    void indexesOnce();
    void canBeCancelled();
    void survivesATruncationWhileIndexing();
    void tellsWhatIsGoneAfterATruncation();
    void readsAFileThatWasDeleted();
    void keepsAnEnormousLineByItsPlace();
    void readsStandardInput();
    void isReadWhileItIsIndexed();

private:
    QString written(const QByteArray &bytes);

    QTemporaryDir m_folder;
    int m_files = 0;
};

QString TestLog::written(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(u"%1.log"_s.arg(++m_files)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test's folder cannot be written.");
    return file.fileName();
}

void TestLog::tellsWhatItIs()
{
    const QString path = written("1;605\n2;702\n");
    const Result<std::shared_ptr<Log>> log = Log::open(path, {});
    QVERIFY(log.ok());
    const LogInfo &info = log.value()->info();
    QCOMPARE(info.path, path);
    QCOMPARE(info.formatName, u"lines"_s);
    QCOMPARE(info.formatReason, u"Lines."_s);
    QCOMPARE(info.encoding, u"UTF-8"_s);
    QCOMPARE(info.suggestedEncoding, QString());
    QCOMPARE(info.compression, u"none"_s);
    QCOMPARE(info.bytes, 12);
    QCOMPARE(log.value()->state(), Log::State::Opened);
    QCOMPARE(log.value()->columns().size(), Row(0));

    log.value()->index({});
    QCOMPARE(log.value()->state(), Log::State::Complete);
    QCOMPARE(log.value()->columns().size(), Row(2));
    QCOMPARE(log.value()->bytesRead(), 12);
    QCOMPARE(log.value()->bytesTotal(), 12);
    QVERIFY(!log.value()->error());
}

void TestLog::isEmptyForAnEmptyFile()
{
    const Result<std::shared_ptr<Log>> log = Log::open(written({}), {});
    QVERIFY(log.ok());
    log.value()->index({});
    QCOMPARE(log.value()->state(), Log::State::Complete);
    QCOMPARE(log.value()->columns().size(), Row(0));
}

void TestLog::readsRecordsBack()
{
    const QByteArray line = "5;702;error;Authentication;Timed out.;j;Approve;VPN;192.0.2.1;e1";
    const std::shared_ptr<Log> log = indexed("1;605\r\n" + line + "\nnot a record\n");
    QCOMPARE(log->raw(0).value(), "1;605");
    QCOMPARE(log->raw(1).value(), line);
    QCOMPARE(log->raw(2).value(), "not a record");
    QCOMPARE(log->fields(1).value().size(), 10);
    QCOMPARE(log->fields(1).value().at(4), (RecordField{u"description"_s, u"Timed out."_s}));
    QVERIFY(log->fields(2).value().isEmpty());
    QCOMPARE(log->field(1, u"EVENTID"_s), u"e1"_s);
    QCOMPARE(log->field(1, u"missing"_s), QString());
    QCOMPARE(log->field(2, u"eventId"_s), QString());
    QCOMPARE(log->notUnderstood(), 1);
    QCOMPARE(log->texts(TextColumn::User).text(log->columns().user(1)), u"j"_s);
    QCOMPARE(log->texts(TextColumn::Method).text(log->columns().method(1)), u"Approve"_s);
    QCOMPARE(log->texts(TextColumn::Application).text(log->columns().application(1)), u"VPN"_s);
    QCOMPARE(log->texts(TextColumn::Address).text(log->columns().address(1)), u"192.0.2.1"_s);
    QCOMPARE(log->names().text(log->shape(log->columns().shape(1)).level), u"error"_s);
}

void TestLog::refusesWithAReason_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<LogOptions>("options");
    QTest::addColumn<QString>("reason");
    LogOptions format;
    format.formatName = u"nonsense"_s;
    LogOptions encoding;
    encoding.encoding = u"EBCDIC"_s;
    LogOptions small;
    small.encoding = u"windows-1252"_s;
    small.maxSpool = 3;
    QTest::newRow("missing") << m_folder.filePath(u"missing.log"_s) << LogOptions() << u"does not exist"_s;
    QTest::newRow("folder") << m_folder.path() << LogOptions() << u"is a folder"_s;
    QTest::newRow("device") << u"/dev/null"_s << LogOptions() << u"is a device"_s;
    QTest::newRow("unknown format") << written("text") << format << u"lines"_s;
    QTest::newRow("unknown encoding") << written("text") << encoding << u"EBCDIC"_s;
    QTest::newRow("too large to spool") << written("text") << small << u"temporary files"_s;
}

void TestLog::refusesWithAReason()
{
    QFETCH(QString, path);
    QFETCH(LogOptions, options);
    QFETCH(QString, reason);
    const Result<std::shared_ptr<Log>> log = Log::open(path, options);
    QVERIFY(!log.ok());
    QVERIFY2(log.error().message.contains(reason), qPrintable(log.error().message));
}

void TestLog::skipsAByteOrderMark()
{
    const std::shared_ptr<Log> log = indexed("\xEF\xBB\xBF"
                                             "1;605\n2;702\n");
    QCOMPARE(log->columns().size(), Row(2));
    QCOMPARE(log->columns().record(0).offset, 3);
    QCOMPARE(log->columns().record(0).line, quint32(1));
    QCOMPARE(log->raw(0).value(), "1;605");
    QCOMPARE(log->invalidBytes(), 0);
}

void TestLog::transcodesUtf16()
{
    const QByteArray text = randomLines(6, 5000) + "9;702;error;x;y;M\xC3\xBCller\n";
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray bytes = encoder(QString::fromUtf8(text));
    const Result<std::shared_ptr<Log>> log = Log::open(written(bytes), {});
    QVERIFY(log.ok());
    log.value()->index({});
    QCOMPARE(log.value()->info().encoding, u"UTF-16LE"_s);
    QCOMPARE(log.value()->info().bytes, bytes.size());
    QCOMPARE(log.value()->columns().size(), Row(naiveRecords(text).size()));
    QVERIFY(hasTexts(*log.value(), naiveRecords(text)));
}

void TestLog::suggestsAnotherEncoding()
{
    const QByteArray text = "1;605;error;x;y;M\xFCller\n";
    const std::shared_ptr<Log> log = indexed(text);
    QCOMPARE(log->info().suggestedEncoding, u"windows-1252"_s);
    QCOMPARE(log->invalidBytes(), 1);
    QCOMPARE(log->raw(0).value(), text.chopped(1));
    // Behind what the opening looked at, it is seen while the log is read.
    const std::shared_ptr<Log> late = indexed(QByteArray("1;605\n").repeated(200'000) + text);
    QCOMPARE(late->info().suggestedEncoding, QString());
    QCOMPARE(late->suggestedEncoding(), u"windows-1252"_s);

    LogOptions options;
    options.encoding = u"windows-1252"_s;
    const std::shared_ptr<Log> chosen = indexed(text, options);
    QCOMPARE(chosen->suggestedEncoding(), QString());
    QCOMPARE(chosen->info().suggestedEncoding, QString());
    QCOMPARE(chosen->invalidBytes(), 0);
    QCOMPARE(chosen->texts(TextColumn::User).text(1), u"Müller"_s);
}

void TestLog::indexesOnce()
{
    const std::shared_ptr<Log> log = indexed("1;605\n");
    log->index({});
    QCOMPARE(log->columns().size(), Row(1));
}

void TestLog::canBeCancelled()
{
    const QByteArray text = randomLines(7, 60'000);
    const std::shared_ptr<Log> log = opened(text);
    std::stop_source stop;
    log->index(stop.get_token(), [&] { stop.request_stop(); });
    QCOMPARE(log->state(), Log::State::Cancelled);
    QVERIFY(log->columns().size() > 0);
    QVERIFY(log->bytesRead() < log->bytesTotal());
    QVERIFY(hasTexts(*log, naiveRecords(text)));
}

void TestLog::survivesATruncationWhileIndexing()
{
    // Larger than everything that can be in flight.
    const QByteArray part = randomLines(8, 20'000);
    const QByteArray text = part.repeated(int(80'000'000 / part.size()));
    const QString path = written(text);
    const std::shared_ptr<Log> log = Log::open(path, {}).value();
    bool first = true;
    log->index({}, [&] {
        if (std::exchange(first, false))
            QVERIFY(QFile::resize(path, 10'001));
    });
    QCOMPARE(log->state(), Log::State::Failed);
    QVERIFY(log->error().has_value());
    QVERIFY2(log->error()->message.contains(path), qPrintable(log->error()->message));
    const std::vector<NaiveRecord> expected = naiveRecords(text.first(10'000));
    QVERIFY(log->columns().size() >= expected.size());
    for (Row row = 0; row + 1 < expected.size(); ++row)
        QCOMPARE(log->raw(row).value(), expected[row].text);
    QVERIFY(!log->raw(log->columns().size() - 1).ok());
}

void TestLog::tellsWhatIsGoneAfterATruncation()
{
    const QString path = written("1;605\n2;702\n");
    const std::shared_ptr<Log> log = Log::open(path, {}).value();
    log->index({});
    QVERIFY(QFile::resize(path, 8));
    QCOMPARE(log->raw(0).value(), "1;605");
    const Result<QByteArray> gone = log->raw(1);
    QVERIFY(!gone.ok());
    QVERIFY2(gone.error().message.contains(path), qPrintable(gone.error().message));
    QVERIFY(!log->fields(1).ok());
    QCOMPARE(log->field(1, u"code"_s), QString());
}

void TestLog::readsAFileThatWasDeleted()
{
    const QString path = written("1;605\n2;702\n");
    const std::shared_ptr<Log> log = Log::open(path, {}).value();
    log->index({});
    QVERIFY(QFile::remove(path));
    // It is still open; another file of that name is not the one that was read.
    QFile other(path);
    QVERIFY(other.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    QCOMPARE(other.write("9;999\n8;888\n"), 12);
    QCOMPARE(log->raw(0).value(), "1;605");
    QCOMPARE(log->raw(1).value(), "2;702");
}

void TestLog::keepsAnEnormousLineByItsPlace()
{
    const QByteArray enormous(Log::longestText + 1'000'000, 'x');
    const std::shared_ptr<Log> log = indexed("1;605\n" + enormous + "\n2;702\n");
    QCOMPARE(log->state(), Log::State::Complete);
    QCOMPARE(log->columns().size(), Row(3));
    QCOMPARE(log->columns().record(1).length, quint32(enormous.size()));
    QVERIFY(!log->shape(log->columns().shape(1)).understood);
    QCOMPARE(log->raw(1).value().size(), Log::longestText);
    const qint64 length = log->columns().record(1).length;
    QVERIFY(length > Log::longestText);
    QCOMPARE(log->rawPart(1, 0, 100).value(), log->raw(1).value().first(100));
    QCOMPARE(log->rawPart(1, length - 7, 100).value(), log->raw(1).value().first(7));
    QCOMPARE(log->rawPart(1, length, 100).value(), QByteArray());
    QCOMPARE(log->rawPart(0, 1, 100).value(), log->raw(0).value().sliced(1));
    QCOMPARE(log->raw(2).value(), "2;702");
    QCOMPARE(log->columns().record(2).line, quint32(3));
}

void TestLog::readsStandardInput()
{
    const QByteArray text = randomLines(9, 5000);
    int ends[2] = {};
    QCOMPARE(::pipe(ends), 0);
    const int before = ::dup(STDIN_FILENO);
    ::dup2(ends[0], STDIN_FILENO);
    ::close(ends[0]);
    const std::jthread writer([&] {
        QFile file;
        if (file.open(ends[1], QIODevice::WriteOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
            file.write(text);
    });
    const Result<std::shared_ptr<Log>> log = Log::open(u"-"_s, {});
    ::dup2(before, STDIN_FILENO);
    ::close(before);
    QVERIFY(log.ok());
    log.value()->index({});
    QCOMPARE(log.value()->info().path, u"-"_s);
    QCOMPARE(log.value()->info().bytes, text.size());
    QCOMPARE(log.value()->columns().size(), Row(naiveRecords(text).size()));
    QVERIFY(hasTexts(*log.value(), naiveRecords(text)));
}

void TestLog::isReadWhileItIsIndexed()
{
    const QByteArray text = randomLines(10, 60'000);
    const std::vector<NaiveRecord> expected = naiveRecords(text);
    const std::shared_ptr<Log> log = opened(text);
    std::atomic<bool> wrong = false;
    {
        const std::jthread reader([&] {
            for (Row done = 0; done < expected.size();) {
                const Row size = log->columns().size();
                for (; done < size; ++done) {
                    const EventShape shape = log->shape(log->columns().shape(done));
                    const QByteArray user = log->texts(TextColumn::User).utf8(log->columns().user(done)).toByteArray();
                    const QByteArray expectedUser = expected[done].values.value(5);
                    wrong = wrong || user != expectedUser || shape.understood == expected[done].values.isEmpty();
                    wrong = wrong || (done % 64 == 0 && log->raw(done).value() != expected[done].text);
                }
            }
        });
        log->index({});
    }
    QVERIFY(!wrong);
}

QTEST_APPLESS_MAIN(TestLog)
#include "tst_log.moc"
