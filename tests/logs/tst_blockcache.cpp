#include "blockcache.h"

#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <thread>

using namespace evident;

namespace {

/// Bytes in memory that can grow, and count how often they are read.
class CountingSource final : public Source
{
public:
    explicit CountingSource(QByteArray content)
        : bytes(std::move(content))
    { }
    Result<qint64> size() const override { return bytes.size(); }
    Result<qint64> read(qint64 position, std::span<char> buffer) const override
    {
        ++reads;
        return memorySource(bytes)->read(position, buffer);
    }

    QByteArray bytes;
    mutable std::atomic<int> reads = 0;
};

QByteArray someBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(3);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

} // namespace

class TestBlockCache : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatTheSourceHas();
    void readsABlockOnce();
    void keepsABoundedNumberOfBlocks();
    void seesWhatWasAppended();
    void readsAnewWhatItForgot();
    void servesSeveralThreads();
};

void TestBlockCache::readsWhatTheSourceHas()
{
    const CountingSource source(someBytes(BlockCache::blockSize * 5 + 77));
    BlockCache cache(source);
    QRandomGenerator random(5);
    for (int times = 0; times < 300; ++times) {
        const qint64 position = random.bounded(int(source.bytes.size()) + 100);
        const qint64 size = random.bounded(int(times % 3 == 0 ? BlockCache::blockSize * 3 : 1000));
        const Result<QByteArray> read = cache.read(position, size);
        QVERIFY(read.ok());
        QVERIFY(read.value() == source.bytes.mid(position, size));
    }
}

void TestBlockCache::readsABlockOnce()
{
    const CountingSource source(someBytes(1000));
    BlockCache cache(source);
    for (int position = 0; position < 900; position += 10)
        QCOMPARE(cache.read(position, 100).value(), source.bytes.mid(position, 100));
    QCOMPARE(source.reads, 1);
}

void TestBlockCache::keepsABoundedNumberOfBlocks()
{
    const CountingSource source(QByteArray(BlockCache::blockSize * qint64(BlockCache::maxBlocks + 1), 'x'));
    BlockCache cache(source);
    for (qint64 block = 0; block <= qint64(BlockCache::maxBlocks); ++block)
        QVERIFY(cache.read(block * BlockCache::blockSize, 1).ok());
    const int reads = source.reads;
    QVERIFY(cache.read(BlockCache::blockSize * qint64(BlockCache::maxBlocks), 1).ok());
    QCOMPARE(source.reads, reads);
    QVERIFY(cache.read(0, 1).ok());
    QCOMPARE(source.reads, reads + 1);
}

void TestBlockCache::seesWhatWasAppended()
{
    CountingSource source("first");
    BlockCache cache(source);
    QCOMPARE(cache.read(0, 10).value(), "first");
    source.bytes += " and second";
    QCOMPARE(cache.read(0, 10).value(), "first and ");
}

void TestBlockCache::readsAnewWhatItForgot()
{
    CountingSource source("first");
    BlockCache cache(source);
    QCOMPARE(cache.read(0, 5).value(), "first");
    source.bytes = "other";
    QCOMPARE(cache.read(0, 5).value(), "first");
    cache.forget();
    QCOMPARE(cache.read(0, 5).value(), "other");
}

void TestBlockCache::servesSeveralThreads()
{
    const CountingSource source(someBytes(BlockCache::blockSize * 40));
    BlockCache cache(source);
    std::atomic<bool> wrong = false;
    const auto read = [&](quint32 seed) {
        QRandomGenerator random(seed);
        for (int times = 0; times < 300; ++times) {
            const qint64 position = random.bounded(int(source.bytes.size()));
            wrong = wrong || cache.read(position, 300).value() != source.bytes.mid(position, 300);
        }
    };
    {
        const std::jthread first(read, 1);
        const std::jthread second(read, 2);
    }
    QVERIFY(!wrong);
}

QTEST_APPLESS_MAIN(TestBlockCache)
#include "tst_blockcache.moc"
