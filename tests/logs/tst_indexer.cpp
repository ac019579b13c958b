#include "indexer.h"

#include "lineformat.h"

#include <QTest>

#include <algorithm>
#include <atomic>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

/// A source that ends, or fails, before its size.
class BrokenSource final : public Source
{
public:
    BrokenSource(QByteArray bytes, qint64 end, bool fails)
        : m_bytes(std::move(bytes)),
          m_end(end),
          m_fails(fails)
    { }
    Result<qint64> size() const override { return m_bytes.size(); }
    Result<qint64> read(qint64 position, std::span<char> buffer) const override
    {
        const qint64 count = std::clamp<qint64>(m_end - position, 0, qint64(buffer.size()));
        if (m_fails && count < qint64(buffer.size()))
            return Error{u"The share is gone."_s};
        return memorySource(m_bytes)->read(position, buffer.first(size_t(count)));
    }

private:
    const QByteArray m_bytes;
    const qint64 m_end;
    const bool m_fails;
};

IndexLimits limits(int workers, qint64 firstBlock = 64 * 1024, qint64 block = 1024 * 1024,
                   qint64 longestRecord = 16 * 1024 * 1024)
{
    return {{firstBlock, block, longestRecord}, workers, 32 * 1024 * 1024};
}

IndexResult indexed(const Source &source, qint64 size, LogStore &store, const IndexLimits &indexLimits,
                    const std::stop_token &stop = {}, const std::function<void()> &published = {})
{
    const IndexJob job{source, lineFormat(), {}, {}, u"test.log"_s, 0, size};
    return indexSource(job, store, indexLimits, stop, published);
}

IndexResult indexed(const QByteArray &text, LogStore &store, const IndexLimits &indexLimits)
{
    return indexed(*memorySource(text), text.size(), store, indexLimits);
}

/// A row as a line of text again, from columns and dictionaries alone, behind its place.
QByteArray shownRow(const LogStore &store, Row row)
{
    const RecordColumns record = store.columns.record(row);
    const EventShape &shape = store.shapes.at(record.shape);
    QByteArray shown = QByteArray::number(record.offset) + ' ' + QByteArray::number(record.length) + ' '
        + QByteArray::number(record.line) + ' ';
    if (!shape.understood)
        return shown + "not understood";
    const QByteArrayList values{
        record.time == noTime ? QByteArray("0") : QByteArray::number(record.time),
        shape.code == noCode ? QByteArray() : QByteArray::number(shape.code),
        store.names.utf8(shape.level).toByteArray(),
        store.names.utf8(shape.category).toByteArray(),
        store.names.utf8(shape.description).toByteArray(),
        store.users.utf8(record.user).toByteArray(),
        store.methods.utf8(record.method).toByteArray(),
        store.applications.utf8(record.application).toByteArray(),
        store.addresses.utf8(record.address).toByteArray(),
    };
    return shown + values.join(';');
}

QByteArray expectedRow(const NaiveRecord &record)
{
    const QByteArray place = QByteArray::number(record.offset) + ' ' + QByteArray::number(record.text.size()) + ' '
        + QByteArray::number(record.line) + ' ';
    return place + (record.values.isEmpty() ? QByteArray("not understood") : record.values.first(9).join(';'));
}

QString firstDifference(const LogStore &store, const std::vector<NaiveRecord> &expected)
{
    if (store.columns.size() != expected.size())
        return u"%1 rows instead of %2"_s.arg(store.columns.size()).arg(expected.size());
    for (Row row = 0; row < store.columns.size(); ++row) {
        if (shownRow(store, row) != expectedRow(expected[row]))
            return QString::fromUtf8(shownRow(store, row) + " instead of " + expectedRow(expected[row]));
    }
    return {};
}

} // namespace

class TestIndexer : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatASequentialReaderReads_data();
    void readsWhatASequentialReaderReads();
    void givesTheSameIdsHoweverItIsCut();
    void publishesTheFirstScreenfulFromTheFirstBlock();
    void stopsWhenAskedTo();
    void doesNothingWhenStoppedBefore();
    void keepsWhatWasReadOfAShorterFile();
    void keepsWhatWasReadBeforeAnError();
    void passesOnTheCuttersComplaint();
    void keepsTheMiddleOfATextCutOff();
    void keepsARecordThatIsTooLongByItsPlace_data();
    void keepsARecordThatIsTooLongByItsPlace();
    void countsInvalidBytes();
    void capsOwnDescriptions();
};

void TestIndexer::readsWhatASequentialReaderReads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<IndexLimits>("indexLimits");
    const QByteArray lines = randomLines(1, 20'000);
    QTest::newRow("nothing") << QByteArray() << limits(2);
    QTest::newRow("blank") << QByteArray("\n\r\n\n") << limits(2);
    QTest::newRow("no last line break") << QByteArray("1;605\n2;702") << limits(2);
    QTest::newRow("one worker") << lines << limits(1);
    QTest::newRow("many workers") << lines << limits(8, 3000, 10'000);
    QTest::newRow("blocks smaller than lines") << lines.first(30'000) << limits(4, 1, 7);
    QTest::newRow("odd blocks") << lines.first(100'003) << limits(3, 101, 997);
}

void TestIndexer::readsWhatASequentialReaderReads()
{
    QFETCH(QByteArray, text);
    QFETCH(IndexLimits, indexLimits);
    const std::vector<NaiveRecord> expected = naiveRecords(text);
    LogStore store;
    const IndexResult result = indexed(text, store, indexLimits);
    QCOMPARE(result.outcome, IndexOutcome::Complete);
    QVERIFY(!result.error);
    QCOMPARE(firstDifference(store, expected), QString());
    QCOMPARE(store.notUnderstood.load(),
             std::ranges::count_if(expected, [](const NaiveRecord &record) { return record.values.isEmpty(); }));
}

void TestIndexer::givesTheSameIdsHoweverItIsCut()
{
    const QByteArray text = randomLines(2, 10'000);
    LogStore first;
    QCOMPARE(indexed(text, first, limits(1)).outcome, IndexOutcome::Complete);
    for (const qint64 block : {500, 4096, 77'777}) {
        LogStore other;
        QCOMPARE(indexed(text, other, limits(4, 100, block)).outcome, IndexOutcome::Complete);
        QCOMPARE(other.columns.size(), first.columns.size());
        QCOMPARE(other.names.size(), first.names.size());
        QCOMPARE(other.shapes.size(), first.shapes.size());
        for (Row row = 0; row < first.columns.size(); ++row)
            QVERIFY(other.columns.record(row) == first.columns.record(row));
        for (ShapeId shape = 0; shape < first.shapes.size(); ++shape)
            QVERIFY(other.shapes.at(shape) == first.shapes.at(shape));
    }
}

void TestIndexer::publishesTheFirstScreenfulFromTheFirstBlock()
{
    const QByteArray text = randomLines(3, 20'000);
    LogStore store;
    std::vector<Row> sizes;
    const IndexResult result = indexed(*memorySource(text), text.size(), store, limits(2, 8192, 65'536), {},
                                       [&] { sizes.push_back(store.columns.size()); });
    QCOMPARE(result.outcome, IndexOutcome::Complete);
    QVERIFY(sizes.front() > 50);
    QVERIFY(sizes.front() < 500);
    QVERIFY(std::ranges::is_sorted(sizes));
    QCOMPARE(sizes.back(), store.columns.size());
}

void TestIndexer::stopsWhenAskedTo()
{
    const QByteArray text = randomLines(4, 50'000);
    std::vector<NaiveRecord> expected = naiveRecords(text);
    LogStore store;
    std::stop_source stop;
    int batches = 0;
    const IndexResult result =
        indexed(*memorySource(text), text.size(), store, limits(4, 1000, 10'000), stop.get_token(), [&] {
            if (++batches == 3)
                stop.request_stop();
        });
    QCOMPARE(result.outcome, IndexOutcome::Cancelled);
    QCOMPARE(batches, 3);
    QVERIFY(store.columns.size() > 0 && store.columns.size() < expected.size());
    expected.resize(store.columns.size());
    QCOMPARE(firstDifference(store, expected), QString());
}

void TestIndexer::doesNothingWhenStoppedBefore()
{
    const QByteArray text = randomLines(4, 100);
    LogStore store;
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(indexed(*memorySource(text), text.size(), store, limits(2), stop.get_token()).outcome,
             IndexOutcome::Cancelled);
    QCOMPARE(store.columns.size(), Row(0));
}

void TestIndexer::keepsWhatWasReadOfAShorterFile()
{
    const QByteArray text = randomLines(5, 5000);
    constexpr qint64 end = 100'001;
    LogStore store;
    const IndexResult result = indexed(BrokenSource(text, end, false), text.size(), store, limits(2, 1000, 10'000));
    QCOMPARE(result.outcome, IndexOutcome::Failed);
    QVERIFY2(result.error->message.contains(u"test.log"_s), qPrintable(result.error->message));
    QVERIFY2(result.error->message.contains(u"became shorter"_s), qPrintable(result.error->message));
    QCOMPARE(firstDifference(store, naiveRecords(text.first(end))), QString());
}

void TestIndexer::keepsWhatWasReadBeforeAnError()
{
    const QByteArray text = randomLines(5, 5000);
    LogStore store;
    const IndexResult result = indexed(BrokenSource(text, 100'001, true), text.size(), store, limits(2, 1000, 10'000));
    QCOMPARE(result.outcome, IndexOutcome::Failed);
    QCOMPARE(result.error->message, u"The share is gone."_s);
    std::vector<NaiveRecord> expected = naiveRecords(text);
    QVERIFY(store.columns.size() > 0 && store.columns.size() < expected.size());
    expected.resize(store.columns.size());
    QCOMPARE(firstDifference(store, expected), QString());
}

void TestIndexer::passesOnTheCuttersComplaint()
{
    LogStore store;
    const IndexResult result = indexed("1;605\n2;702<open>", store, limits(2));
    QCOMPARE(result.outcome, IndexOutcome::Failed);
    QVERIFY2(result.error->message.contains(u"test.log"_s), qPrintable(result.error->message));
    QVERIFY2(result.error->message.contains(u"in the middle of a record"_s), qPrintable(result.error->message));
    QCOMPARE(store.columns.size(), Row(2));
}

void TestIndexer::keepsTheMiddleOfATextCutOff()
{
    // From a position that is not the beginning, up to one that is not the end.
    const QByteArray text = "ignored 1;605\n2;702\n3;940 ignored";
    LogStore store;
    const std::shared_ptr<Source> source = memorySource(text);
    const IndexJob job{*source, lineFormat(), {}, {}, u"test.log"_s, 8, 25};
    QCOMPARE(indexSource(job, store, limits(2), {}).outcome, IndexOutcome::Complete);
    QCOMPARE(store.columns.size(), Row(3));
    QCOMPARE(store.columns.record(0).offset, 8);
    QCOMPARE(store.columns.record(2).offset, 20);
    QCOMPARE(store.columns.record(2).length, quint32(5));
    QCOMPARE(store.columns.record(2).line, quint32(3));
}

void TestIndexer::keepsARecordThatIsTooLongByItsPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("in the middle") << QByteArray("1;605\n\n2;702\n") << QByteArray("\n")
                                   << QByteArray("3;940\n4;605\n");
    QTest::newRow("with CR") << QByteArray("1;605\n") << QByteArray("\r\n") << QByteArray("3;940\n");
    QTest::newRow("at the beginning") << QByteArray() << QByteArray("\n") << QByteArray("3;940\n");
    QTest::newRow("at the end") << QByteArray("1;605\n") << QByteArray("\n") << QByteArray();
    QTest::newRow("at the end, no line break") << QByteArray("1;605\n") << QByteArray() << QByteArray();
}

void TestIndexer::keepsARecordThatIsTooLongByItsPlace()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, lineEnd);
    QFETCH(QByteArray, after);
    // Lengths around every edge of a piece.
    for (qsizetype length = 2000; length < 2140; ++length) {
        const QByteArray text = before + QByteArray(length, 'x') + lineEnd + after;
        LogStore store;
        const IndexResult result = indexed(text, store, limits(2, 16, 64, 1000));
        QCOMPARE(result.outcome, IndexOutcome::Complete);
        QCOMPARE(firstDifference(store, naiveRecords(text)), QString());
        QCOMPARE(store.notUnderstood, 1);
    }
}

void TestIndexer::countsInvalidBytes()
{
    LogStore store;
    QCOMPARE(indexed("1;605;M\xFCller\n2;702;\xE2\x82\n" + QByteArray(3000, '\xFF') + "\n3;605\n", store,
                     limits(2, 16, 64, 1000))
                 .outcome,
             IndexOutcome::Complete);
    QCOMPARE(store.invalidBytes, 3003);
    QCOMPARE(store.columns.size(), Row(4));
}

void TestIndexer::capsOwnDescriptions()
{
    // "Authentication" is a category too: that it is known as such does not make it a description.
    QByteArray text;
    for (const char *description : {"a", "b", "a", "c", "", "b", "Authentication"})
        text += QByteArray("1;605;error;Authentication;") + description + '\n';
    LogStore store(2);
    QCOMPARE(indexed(text, store, limits(1)).outcome, IndexOutcome::Complete);
    QByteArrayList kept;
    for (Row row = 0; row < store.columns.size(); ++row) {
        const EventShape &shape = store.shapes.at(store.columns.shape(row));
        kept += shape.ownDescriptionKept ? store.names.utf8(shape.description).toByteArray() : QByteArray("(not kept)");
    }
    QCOMPARE(kept, QByteArrayList({"a", "b", "a", "(not kept)", "", "b", "(not kept)"}));
}

QTEST_APPLESS_MAIN(TestIndexer)
#include "tst_indexer.moc"
