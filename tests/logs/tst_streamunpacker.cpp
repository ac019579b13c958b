#include "streamunpacker.h"

#include "packing.h"

#include <QRandomGenerator>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// Text that does not pack too well.
QByteArray someText(int lines)
{
    QRandomGenerator random(4);
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += QByteArray::number(random.generate64()) + ";605;error\n";
    return text;
}

struct Whole
{
    QByteArray text;
    QString error;
};

Whole unpackedWhole(Compression compression, const QByteArray &bytes)
{
    const std::shared_ptr<Source> source = memorySource(bytes);
    StreamUnpacker unpacker(compression, *source, u"x.packed"_s, {});
    Whole whole;
    for (;;) {
        const Result<QByteArrayView> piece = unpacker.next();
        if (!piece)
            whole.error = piece.error().message;
        if (!piece || piece.value().isEmpty())
            return whole;
        whole.text += piece.value();
    }
}

void eachCompression(const std::function<void(const char *, Compression)> &row)
{
    row("gzip", Compression::Gzip);
    row("zstd", Compression::Zstd);
    row("xz", Compression::Xz);
    row("bzip2", Compression::Bzip2);
}

} // namespace

class TestStreamUnpacker : public QObject
{
    Q_OBJECT

private slots:
    void isRecognisedByContent_data();
    void isRecognisedByContent();
    void unpacks_data();
    void unpacks();
    void tellsWhereItIsCutOff_data();
    void tellsWhereItIsCutOff();
    void noticesAChangedByte_data();
    void noticesAChangedByte();
    void noticesWhatFollows_data();
    void noticesWhatFollows();
    void keepsToItsLimits();
    void asksAboutWhatMayFillTheDisk_data();
    void asksAboutWhatMayFillTheDisk();
    void isStopped();
    void tellsItsProgress();
};

void TestStreamUnpacker::isRecognisedByContent_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    eachCompression([](const char *name, Compression compression) {
        QTest::newRow(name) << packed(compression, "some text\n") << QString::fromLatin1(name);
        QTest::addRow("%s of nothing", name) << packed(compression, {}) << QString::fromLatin1(name);
    });
    QTest::newRow("zip") << zipOf({{"a", "text"}}) << u"zip"_s;
    QTest::newRow("empty zip") << zipOf({}) << u"zip"_s;
    QTest::newRow("text") << QByteArray("2026-01-15 text") << u"none"_s;
    QTest::newRow("text like bzip2") << QByteArray("BZh9 is a text") << u"none"_s;
    QTest::newRow("text like zip") << QByteArray("PK is a text") << u"none"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEt\0", 4) << u"none"_s;
    QTest::newRow("half a magic") << QByteArray("\x1F\x8B") << u"none"_s;
    QTest::newRow("nothing") << QByteArray() << u"none"_s;
}

void TestStreamUnpacker::isRecognisedByContent()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QCOMPARE(QString(compressionName(
                 compressionOf(QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), compressionHeadSize))))),
             name);
}

void TestStreamUnpacker::unpacks_data()
{
    QTest::addColumn<Compression>("compression");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    eachCompression([](const char *name, Compression compression) {
        const QByteArray large = someText(20'000);
        const QByteArray small = "one line\n";
        const auto pack = [compression](const QByteArray &text) { return packed(compression, text); };
        QTest::addRow("%s", name) << compression << pack(large) << large;
        QTest::addRow("%s, nothing", name) << compression << pack({}) << QByteArray();
        QTest::addRow("%s, several", name)
            << compression << pack(small) + pack(large) + pack({}) + pack(small) << small + large + small;
        QTest::addRow("%s, padded", name) << compression << pack(small) + QByteArray(512, '\0') << small;
    });
    // A frame that is to be skipped, as pzstd writes it before each of its frames.
    QTest::newRow("zstd, skipping") << Compression::Zstd
                                    << packed(Compression::Zstd, "one\n")
            + QByteArray("\x50\x2A\x4D\x18\3\0\0\0abc", 11) + packed(Compression::Zstd, "two\n")
                                    << QByteArray("one\ntwo\n");
}

void TestStreamUnpacker::unpacks()
{
    QFETCH(Compression, compression);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    const Whole whole = unpackedWhole(compression, bytes);
    QCOMPARE(whole.error, QString());
    QVERIFY(whole.text == text);
}

void TestStreamUnpacker::tellsWhereItIsCutOff_data()
{
    QTest::addColumn<Compression>("compression");
    QTest::addColumn<int>("lines");
    eachCompression([](const char *name, Compression compression) {
        QTest::addRow("%s, small", name) << compression << 500;
        QTest::addRow("%s, large", name) << compression << 50'000;
    });
}

void TestStreamUnpacker::tellsWhereItIsCutOff()
{
    QFETCH(Compression, compression);
    QFETCH(int, lines);
    const QByteArray text = someText(lines);
    const QByteArray bytes = packed(compression, text);
    for (const qsizetype size : {bytes.size() / 2, bytes.size() - 1}) {
        const Whole whole = unpackedWhole(compression, bytes.first(size));
        QVERIFY2(whole.error.contains(u"x.packed"_s), qPrintable(whole.error));
        QVERIFY2(whole.error.contains(u"cut off at byte %1:"_s.arg(size)), qPrintable(whole.error));
        QVERIFY(text.startsWith(whole.text));
        // zstd gives whole blocks of 128 KiB, bzip2 of 900 KB, and no less.
        const qsizetype block = compression == Compression::Bzip2 ? 900'000
            : compression == Compression::Zstd                    ? 128 * 1024
                                                                  : 8 * 1024;
        QVERIFY(whole.text.size() > text.size() * size / bytes.size() - block - text.size() / 20);
    }
}

void TestStreamUnpacker::noticesAChangedByte_data()
{
    QTest::addColumn<Compression>("compression");
    eachCompression([](const char *name, Compression compression) { QTest::newRow(name) << compression; });
}

void TestStreamUnpacker::noticesAChangedByte()
{
    QFETCH(Compression, compression);
    const QByteArray text = someText(2'000);
    const QByteArray good = packed(compression, text);
    int noticed = 0;
    constexpr int tries = 40;
    for (int i = 1; i <= tries; ++i) {
        QByteArray bytes = good;
        const qsizetype at = good.size() * i / (tries + 1);
        bytes[at] = char(bytes[at] ^ 0x10);
        const Whole whole = unpackedWhole(compression, bytes);
        QVERIFY(!whole.error.isEmpty() || compression == Compression::Zstd);
        noticed += whole.error.contains(u"damaged near byte"_s) || whole.error.contains(u"cut off"_s) ? 1 : 0;
    }
    // Without a checksum, as libarchive writes it, zstd cannot notice every change.
    QVERIFY(noticed == tries || (compression == Compression::Zstd && noticed > 0));
}

void TestStreamUnpacker::noticesWhatFollows_data()
{
    noticesAChangedByte_data();
}

void TestStreamUnpacker::noticesWhatFollows()
{
    QFETCH(Compression, compression);
    const QByteArray bytes = packed(compression, "one\n");
    const Whole whole = unpackedWhole(compression, bytes + "more text");
    QCOMPARE(whole.text, "one\n");
    QVERIFY2(whole.error.contains(u"byte %1:"_s.arg(bytes.size())), qPrintable(whole.error));
}

void TestStreamUnpacker::keepsToItsLimits()
{
    const std::shared_ptr<Source> source = memorySource(packed(Compression::Gzip, someText(1'000)));
    StreamUnpacker unpacker(Compression::Gzip, *source, u"x.gz"_s, {});
    const Result<Unpacked> unpacked = unpackAll(unpacker, source->size().value(), SpoolJob(u"x.gz"_s, 1'000));
    QVERIFY(!unpacked.ok());
    QCOMPARE(unpacked.error().kind, Error::Kind::Question);
    QVERIFY2(unpacked.error().message.contains(u"x.gz"_s), qPrintable(unpacked.error().message));
}

void TestStreamUnpacker::asksAboutWhatMayFillTheDisk_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("asks");
    constexpr qint64 mebi = 1 << 20;
    QTest::newRow("small") << 60 * mebi << false << false;
    QTest::newRow("large") << 70 * mebi << false << true;
    QTest::newRow("allowed") << 70 * mebi << true << false;
}

void TestStreamUnpacker::asksAboutWhatMayFillTheDisk()
{
    QFETCH(qint64, size);
    QFETCH(bool, allowed);
    QFETCH(bool, asks);
    const std::shared_ptr<Source> source = memorySource(packed(Compression::Gzip, QByteArray(size, '\n')));
    StreamUnpacker unpacker(Compression::Gzip, *source, u"bomb.gz"_s, {});
    LogOptions options;
    options.allowLargeSpool = allowed;
    const Result<Unpacked> unpacked =
        unpackAll(unpacker, source->size().value(), SpoolJob(u"bomb.gz"_s, options, {}, {}));
    QCOMPARE(unpacked.ok(), !asks);
    if (asks) {
        QCOMPARE(unpacked.error().kind, Error::Kind::Question);
        QVERIFY2(unpacked.error().message.contains(u"bomb.gz"_s), qPrintable(unpacked.error().message));
    } else {
        QCOMPARE(unpacked.value().size, size);
    }
}

void TestStreamUnpacker::isStopped()
{
    const std::shared_ptr<Source> source = memorySource(packed(Compression::Gzip, someText(100'000)));
    std::stop_source stop;
    LogOptions options;
    StreamUnpacker unpacker(Compression::Gzip, *source, u"x.gz"_s, stop.get_token());
    qint64 last = 0;
    const SpoolJob job(u"x.gz"_s, options, stop.get_token(), [&](qint64 done, qint64) {
        last = done;
        stop.request_stop();
    });
    const Result<Unpacked> unpacked = unpackAll(unpacker, source->size().value(), job);
    QVERIFY(!unpacked.ok());
    QVERIFY2(unpacked.error().message.contains(u"cancelled"_s), qPrintable(unpacked.error().message));
    QVERIFY(last < source->size().value());
}

void TestStreamUnpacker::tellsItsProgress()
{
    const std::shared_ptr<Source> source = memorySource(packed(Compression::Gzip, someText(100'000)));
    StreamUnpacker unpacker(Compression::Gzip, *source, u"x.gz"_s, {});
    QList<qint64> told;
    qint64 total = 0;
    const SpoolJob job(u"x.gz"_s, LogOptions(), {}, [&](qint64 done, qint64 all) {
        told.append(done);
        total = all;
    });
    QVERIFY(unpackAll(unpacker, source->size().value(), job).ok());
    QVERIFY(told.size() > 4);
    QVERIFY(std::ranges::is_sorted(told));
    QVERIFY(told.first() < told.last());
    QCOMPARE(told.last(), source->size().value());
    QCOMPARE(total, source->size().value());
}

QTEST_APPLESS_MAIN(TestStreamUnpacker)
#include "tst_streamunpacker.moc"
