#include "loginput.h"

#include "log.h"
#include "packing.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

const QByteArray threeLines =
    QByteArrayLiteral(R"({"eventCode":"702","eventLogDate":"2026-01-15T09:00:00.000Z","userId":"jdoe"}
{"eventCode":"901","eventLogDate":"2026-01-15T09:01:00.000Z","userId":"asmith"}
{"eventCode":"411","eventLogDate":"2026-01-15T09:02:00.000Z","userId":"jdoe"}
)");

} // namespace

class TestLogInput : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsCompressed_data();
    void readsWhatIsCompressed();
    void readsAPipeThatIsCompressed_data();
    void readsAPipeThatIsCompressed();
    void keepsWhatWasCompleteOfACutOffFile();
    void refusesWhatHoldsNothing();
    void expandsAnArchive();
    void readsEachMember();
    void readsMembersInAnyOrder();
    void readsMembersOfOneName();
    void tellsAnEncryptedMemberFromTheOthers();
    void tellsADamagedMemberFromTheOthers();
    void readsTheBeginningOfACutOffArchive();
    void unpacksOneLevelWithinAnArchive_data();
    void unpacksOneLevelWithinAnArchive();
    void neverUsesAMembersNameAsAPath();
    void countsAllOfAnArchiveTogether_data();
    void countsAllOfAnArchiveTogether();
    void leavesNoFileBehindWhenTheDiskIsFull();
    void isStoppedWhileItUnpacks();
    void goesOnReadingADeletedArchive();
    void keepsMoreFilesOpenThanTheCustomaryLimit();
    void suggestsUtf16WithoutAMark();

private:
    QString written(const QByteArray &bytes);
    static QString textOf(const LogLocation &location, const LogOptions &options = {});

    QTemporaryDir m_folder;
    int m_files = 0;
};

QString TestLogInput::written(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(u"%1.log"_s.arg(++m_files)));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test's folder cannot be written.");
    return file.fileName();
}

/// The text of a log, or "error: REASON".
QString TestLogInput::textOf(const LogLocation &location, const LogOptions &options)
{
    const Result<LogInput> input = openLogInput(location, options, {});
    if (!input)
        return u"error: "_s + input.error().message;
    QString text = QString::fromUtf8(readBytes(*input.value().source, 0, 1 << 20).value());
    if (input.value().damage)
        text += u"damage: "_s + input.value().damage->message;
    return text;
}

void TestLogInput::readsWhatIsCompressed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("compression");
    QTest::addColumn<QString>("encoding");
    QStringEncoder encoder(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray utf16 = encoder(QString::fromUtf8(threeLines));
    const QList<std::pair<const char *, Compression>> all = {{"gzip", Compression::Gzip},
                                                             {"zstd", Compression::Zstd},
                                                             {"xz", Compression::Xz},
                                                             {"bzip2", Compression::Bzip2}};
    for (const auto &[name, compression] : all) {
        QTest::addRow("%s", name) << packed(compression, threeLines) << QString::fromLatin1(name) << u"UTF-8"_s;
        QTest::addRow("%s of UTF-16", name) << packed(compression, utf16) << QString::fromLatin1(name) << u"UTF-16LE"_s;
    }
    QTest::newRow("zip") << zipOf({{"one.json", threeLines}}) << u"zip"_s << u"UTF-8"_s;
    QTest::newRow("zip of UTF-16") << zipOf({{"one.json", utf16}}) << u"zip"_s << u"UTF-16LE"_s;
    QTest::newRow("none") << threeLines << u"none"_s << u"UTF-8"_s;
}

void TestLogInput::readsWhatIsCompressed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, compression);
    QFETCH(QString, encoding);
    const Result<std::shared_ptr<Log>> log = Log::open(written(bytes), {});
    QVERIFY2(log.ok(), log ? "" : qPrintable(log.error().message));
    const LogInfo &info = log.value()->info();
    QCOMPARE(info.compression, compression);
    QCOMPARE(info.encoding, encoding);
    QCOMPARE(info.formatName, u"ndjson"_s);
    if (compression != "zip"_L1)
        QCOMPARE(info.bytes, bytes.size());
    log.value()->index({});
    QCOMPARE(log.value()->state(), Log::State::Complete);
    QCOMPARE(log.value()->columns().size(), Row(3));
    QCOMPARE(log.value()->notUnderstood(), 0);
    QCOMPARE(log.value()->field(1, u"userId"_s), u"asmith"_s);
}

void TestLogInput::readsAPipeThatIsCompressed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("gzip") << packed(Compression::Gzip, threeLines);
    QTest::newRow("zip") << zipOf({{"one.json", threeLines}});
}

void TestLogInput::readsAPipeThatIsCompressed()
{
    QFETCH(QByteArray, bytes);
    const QString path = m_folder.filePath(u"pipe%1"_s.arg(++m_files));
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const std::jthread writer([&] {
        QFile file(path);
        if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            file.write(bytes);
    });
    const Result<LogExpansion> expansion = expandLogPath(path, {});
    QVERIFY(expansion.ok());
    QCOMPARE(expansion.value().locations.size(), std::size_t(1));
    QCOMPARE(textOf(expansion.value().locations.front().reopened()), QString::fromUtf8(threeLines));
}

void TestLogInput::keepsWhatWasCompleteOfACutOffFile()
{
    const QByteArray bytes = packed(Compression::Gzip, threeLines) + packed(Compression::Gzip, threeLines).first(30);
    const QString path = written(bytes);
    const Result<std::shared_ptr<Log>> log = Log::open(path, {});
    QVERIFY(log.ok());
    log.value()->index({});
    QCOMPARE(log.value()->state(), Log::State::Failed);
    QVERIFY(log.value()->columns().size() >= 3);
    const QString reason = log.value()->error()->message;
    QVERIFY2(reason.contains(path), qPrintable(reason));
    QVERIFY2(reason.contains(u"cut off at byte %1"_s.arg(bytes.size())), qPrintable(reason));
}

void TestLogInput::refusesWhatHoldsNothing()
{
    for (const QByteArray &bytes : {packed(Compression::Xz, threeLines).first(20), zipOf({}), zipOf({{"a/", {}}}),
                                    QByteArray("PK\x03\x04 and no archive")}) {
        const QString path = written(bytes);
        const Result<std::shared_ptr<Log>> log = Log::open(path, {});
        QVERIFY(!log.ok());
        QVERIFY2(log.error().message.contains(path), qPrintable(log.error().message));
        QVERIFY(!expandLogPath(path, {}).ok() || compressionOf(bytes) != Compression::Zip);
    }
}

void TestLogInput::expandsAnArchive()
{
    const QString path = written(zipOf({{"logs/", {}},
                                        {"logs/b.json", threeLines},
                                        {"empty.json", {}},
                                        {"a.json", threeLines},
                                        {u"größe.json"_s.toUtf8(), threeLines}}));
    const Result<LogExpansion> expansion = expandLogPath(path, {});
    QVERIFY(expansion.ok());
    QVERIFY(!expansion.value().damage);
    QStringList names;
    for (const LogLocation &location : expansion.value().locations)
        names.append(location.name());
    QCOMPARE(names, (QStringList{path + u"!logs/b.json"_s, path + u"!a.json"_s, path + u"!größe.json"_s}));

    const QString plain = written(threeLines);
    const Result<LogExpansion> single = expandLogPath(plain, {});
    QVERIFY(single.ok());
    QCOMPARE(single.value().locations.size(), std::size_t(1));
    QCOMPARE(single.value().locations.front().name(), plain);
}

void TestLogInput::readsEachMember()
{
    const QString path = written(zipOf({{"a.json", threeLines}, {"b.json", "a text\n"}}));
    const Result<LogExpansion> expansion = expandLogPath(path, {});
    QVERIFY(expansion.ok());
    QCOMPARE(textOf(expansion.value().locations.at(0)), QString::fromUtf8(threeLines));
    QCOMPARE(textOf(expansion.value().locations.at(1)), u"a text\n"_s);
    // Without the archive that is open already, by name.
    LogLocation location(path);
    location.member = u"b.json"_s;
    QCOMPARE(textOf(location), u"a text\n"_s);
    location.member = u"c.json"_s;
    QVERIFY2(textOf(location).contains(u"!c.json"_s), qPrintable(textOf(location)));
    QVERIFY2(textOf(LogLocation(path)).contains(u"several files"_s), qPrintable(textOf(LogLocation(path))));

    const Result<std::shared_ptr<Log>> log = Log::open(expansion.value().locations.at(1), {});
    QVERIFY(log.ok());
    QCOMPARE(log.value()->info().path, path + u"!b.json"_s);
    QCOMPARE(log.value()->info().bytes, 7);
}

void TestLogInput::readsMembersInAnyOrder()
{
    QList<ZipMember> members;
    for (int i = 0; i < 20; ++i)
        members.append({"m" + QByteArray::number(i), "text " + QByteArray::number(i) + '\n'});
    const Result<LogExpansion> expansion = expandLogPath(written(zipOf(members)), {});
    QVERIFY(expansion.ok());
    const std::vector<LogLocation> &locations = expansion.value().locations;
    QCOMPARE(locations.size(), std::size_t(20));
    for (std::size_t i = 0; i < locations.size(); ++i) {
        const std::size_t number = i * 7 % locations.size();
        QCOMPARE(textOf(locations[number]), u"text %1\n"_s.arg(number));
    }
    // Several at once, as the window does it.
    std::atomic<int> right = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&, thread] {
                for (std::size_t i = thread; i < locations.size(); i += 2)
                    right += textOf(locations[i]) == u"text %1\n"_s.arg(i) ? 1 : 0;
            });
        }
    }
    QCOMPARE(right, 10 + 10 + 9 + 9);
}

void TestLogInput::readsMembersOfOneName()
{
    const Result<LogExpansion> expansion = expandLogPath(written(zipOf({{"a", "one\n"}, {"a", "two\n"}})), {});
    QVERIFY(expansion.ok());
    QCOMPARE(expansion.value().locations.size(), std::size_t(2));
    QCOMPARE(textOf(expansion.value().locations.at(0)), u"one\n"_s);
    QCOMPARE(textOf(expansion.value().locations.at(1)), u"two\n"_s);
}

void TestLogInput::tellsAnEncryptedMemberFromTheOthers()
{
    const Result<LogExpansion> expansion =
        expandLogPath(written(zipOf({{"secret.json", threeLines}}, "open sesame")), {});
    QVERIFY(expansion.ok());
    QCOMPARE(expansion.value().locations.size(), std::size_t(1));
    const QString text = textOf(expansion.value().locations.front());
    QVERIFY2(text.startsWith(u"error: "_s), qPrintable(text));
    QVERIFY2(text.contains(u"!secret.json"_s), qPrintable(text));
    QVERIFY2(text.contains(u"encrypted"_s), qPrintable(text));
}

void TestLogInput::tellsADamagedMemberFromTheOthers()
{
    QRandomGenerator random(3);
    QByteArray large;
    for (int i = 0; i < 20'000; ++i)
        large += QByteArray::number(random.generate64()) + '\n';
    QByteArray bytes = zipOf({{"a", "one\n"}, {"b", large}, {"c", "three\n"}});
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    const Result<LogExpansion> expansion = expandLogPath(written(bytes), {});
    QVERIFY(expansion.ok());
    QCOMPARE(expansion.value().locations.size(), std::size_t(3));
    QCOMPARE(textOf(expansion.value().locations.at(0)), u"one\n"_s);
    const QString damaged = textOf(expansion.value().locations.at(1));
    QVERIFY(damaged.startsWith(QString::fromUtf8(large.first(1000))));
    const QString reason = damaged.section(u"damage: "_s, 1);
    QVERIFY2(reason.contains(u"!b"_s), qPrintable(reason));
    QCOMPARE(textOf(expansion.value().locations.at(2)), u"three\n"_s);
}

void TestLogInput::readsTheBeginningOfACutOffArchive()
{
    const QByteArray bytes = zipOf({{"a", "one\n"}, {"b", threeLines.repeated(1'000)}});
    const Result<LogExpansion> expansion = expandLogPath(written(bytes.first(bytes.size() / 2)), {});
    QVERIFY(expansion.ok());
    QCOMPARE(expansion.value().locations.size(), std::size_t(2));
    QVERIFY(expansion.value().damage);
    QCOMPARE(textOf(expansion.value().locations.at(0)), u"one\n"_s);
    const QString cut = textOf(expansion.value().locations.at(1));
    QVERIFY(cut.startsWith(QString::fromUtf8(threeLines)));
    QVERIFY2(cut.section(u"damage: "_s, 1).contains(u"cut off"_s), qPrintable(cut.section(u"damage: "_s, 1)));
}

void TestLogInput::unpacksOneLevelWithinAnArchive_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isRead");
    const QByteArray gzip = packed(Compression::Gzip, threeLines);
    QTest::newRow("gzip in zip") << zipOf({{"a.gz", gzip}}) << true;
    QTest::newRow("gzip in gzip in zip") << zipOf({{"a.gz", packed(Compression::Gzip, gzip)}}) << false;
    QTest::newRow("zip in zip") << zipOf({{"a.zip", zipOf({{"a", threeLines}})}}) << false;
    QTest::newRow("zip in gzip") << packed(Compression::Gzip, zipOf({{"a", threeLines}})) << false;
    QTest::newRow("gzip in gzip") << packed(Compression::Gzip, gzip) << false;
    QTest::newRow("tar in gzip") << packed(Compression::Gzip,
                                           QByteArray(257, '\0') + "ustar" + QByteArray(250, '\0') + threeLines)
                                 << false;
}

void TestLogInput::unpacksOneLevelWithinAnArchive()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isRead);
    const QString text = textOf(LogLocation(written(bytes)));
    if (isRead)
        QCOMPARE(text, QString::fromUtf8(threeLines));
    else
        QVERIFY2(text.startsWith(u"error: "_s) && text.contains(u"Unpack it"_s), qPrintable(text));
}

void TestLogInput::neverUsesAMembersNameAsAPath()
{
    const QTemporaryDir folder;
    const QString outside = QDir(folder.path()).relativeFilePath(folder.filePath(u"evil"_s));
    const QString path =
        written(zipOf({{"../../" + outside.toUtf8(), threeLines}, {folder.filePath(u"evil"_s).toUtf8(), threeLines}}));
    const Result<LogExpansion> expansion = expandLogPath(path, {});
    QVERIFY(expansion.ok());
    for (const LogLocation &location : expansion.value().locations)
        QCOMPARE(textOf(location), QString::fromUtf8(threeLines));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestLogInput::countsAllOfAnArchiveTogether_data()
{
    QTest::addColumn<QByteArray>("part");
    const QByteArray part(40 << 20, '\n'); // alone it is harmless
    QTest::newRow("plain") << part;
    QTest::newRow("compressed once more") << packed(Compression::Gzip, part);
}

void TestLogInput::countsAllOfAnArchiveTogether()
{
    QFETCH(QByteArray, part);
    const Result<LogExpansion> expansion =
        expandLogPath(written(zipOf({{"a", part}, {"b", part}, {"c", threeLines}})), {});
    QVERIFY(expansion.ok());
    const auto opened = [&](std::size_t number, const LogOptions &options) {
        return openLogInput(expansion.value().locations.at(number), options, {});
    };
    QVERIFY(opened(0, {}).ok());
    const Result<LogInput> second = opened(1, {});
    QVERIFY(!second.ok());
    QCOMPARE(second.error().kind, Error::Kind::Question);
    LogOptions options;
    options.allowLargeSpool = true;
    QVERIFY(opened(1, options).ok());
}

void TestLogInput::leavesNoFileBehindWhenTheDiskIsFull()
{
    const QTemporaryDir folder;
    rlimit before = {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const QString path = written(packed(Compression::Gzip, QByteArray(3 << 20, 'x')));
    const rlimit small = {1 << 20, before.rlim_max};
    const auto handler = ::signal(SIGXFSZ, SIG_IGN);
    qputenv("TMPDIR", QFile::encodeName(folder.path()));
    ::setrlimit(RLIMIT_FSIZE, &small);
    const Result<std::shared_ptr<Log>> log = Log::open(path, {});
    ::setrlimit(RLIMIT_FSIZE, &before);
    qunsetenv("TMPDIR");
    ::signal(SIGXFSZ, handler);
    QVERIFY(!log.ok());
    QVERIFY2(log.error().message.contains(u"no room left"_s), qPrintable(log.error().message));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestLogInput::isStoppedWhileItUnpacks()
{
    std::stop_source stop;
    const QString path = written(packed(Compression::Gzip, QByteArray(50 << 20, '\n')));
    int calls = 0;
    const Result<std::shared_ptr<Log>> log = Log::open(path, {}, stop.get_token(), [&](qint64, qint64) {
        ++calls;
        stop.request_stop();
    });
    QVERIFY(!log.ok());
    QVERIFY(log.error().message.contains(u"cancelled"_s));
    QCOMPARE(calls, 1);
}

void TestLogInput::goesOnReadingADeletedArchive()
{
    const QString path = written(zipOf({{"a", "one\n"}, {"b", "two\n"}}));
    const Result<LogExpansion> expansion = expandLogPath(path, {});
    QVERIFY(expansion.ok());
    QVERIFY(QFile::remove(path));
    QCOMPARE(textOf(expansion.value().locations.at(1)), u"two\n"_s);
}

void TestLogInput::keepsMoreFilesOpenThanTheCustomaryLimit()
{
    rlimit before = {};
    ::getrlimit(RLIMIT_NOFILE, &before);
    constexpr rlim_t few = 64;
    const rlimit small = {few, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &small), 0);
    QList<ZipMember> members;
    for (rlim_t i = 0; i < few * 2; ++i)
        members.append({"m" + QByteArray::number(qulonglong(i)), "text\n"});
    const Result<LogExpansion> expansion = expandLogPath(written(zipOf(members)), {});
    QVERIFY(expansion.ok());
    std::vector<std::shared_ptr<Log>> open;
    for (const LogLocation &location : expansion.value().locations) {
        const Result<std::shared_ptr<Log>> log = Log::open(location, {});
        QVERIFY2(log.ok(), log ? "" : qPrintable(log.error().message));
        open.push_back(log.value());
    }
    QCOMPARE(open.size(), std::size_t(few * 2));
    open.clear();
    ::setrlimit(RLIMIT_NOFILE, &before);
}

void TestLogInput::suggestsUtf16WithoutAMark()
{
    QStringEncoder encoder(QStringConverter::Utf16LE);
    const QByteArray bytes = encoder(QString::fromUtf8(threeLines));
    const Result<LogInput> input = openLogInput(written(bytes), {}, {});
    QVERIFY(input.ok());
    QCOMPARE(input.value().info.suggestedEncoding, u"UTF-16LE"_s);
    LogOptions options;
    options.encoding = u"UTF-16LE"_s;
    QCOMPARE(textOf(written(bytes), options), QString::fromUtf8(threeLines));
}

QTEST_APPLESS_MAIN(TestLogInput)
#include "tst_loginput.moc"
