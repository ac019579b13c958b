#include "sortkeys.h"

#include "testcatalog.h"
#include "textranks.h"

#include <QCollator>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace evident;
using namespace Qt::StringLiterals;

using SortKey = LogDocument::SortKey;

namespace {

constexpr int recordCount = 9000;

/// Some records miss each of their fields.
QByteArray records()
{
    QRandomGenerator random(4);
    QByteArray bytes;
    for (int i = 0; i < recordCount; ++i) {
        const qint64 time = 1'768'468'442'118 + random.bounded(50'000) * 1000LL;
        const QByteArray date = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1();
        const QByteArray user = "user" + QByteArray::number(random.bounded(300));
        const QByteArray application = random.bounded(2) == 0 ? "VPN" : "mail";
        bytes +=
            testRecord(random.bounded(2) == 0 ? 701 : 600 + random.bounded(200),
                       random.bounded(9) == 0 ? "" : date.constData(), random.bounded(9) == 0 ? "" : user.constData(),
                       random.bounded(3) == 0 ? (","
                                                 "\"method\":\"Own\",\"sourceIPAddress\":\"192.0.2."
                                                 + QByteArray::number(random.bounded(200)) + "\"")
                                                    .constData()
                                              : (",\"application\":\"" + application + "\"").constData());
    }
    return bytes;
}

struct Cell
{
    bool absent = false;
    qint64 number = 0;
    QString text;
};

Cell cellOf(SortKey key, const Log &log, const Resolution &resolution, Row row)
{
    const RecordColumns record = log.columns().record(row);
    const ResolvedEvent &event = resolution[record.shape];
    const auto text = [](const QString &value) { return Cell{value.isEmpty(), 0, value}; };
    switch (key) {
    case SortKey::FileOrder:
        return {false, row, {}};
    case SortKey::Time:
        return {record.time == noTime, record.time, {}};
    case SortKey::Level:
        return {false, qint64(severityOf(event.level)), {}};
    case SortKey::Code:
        return {event.code == noCode, event.code, {}};
    case SortKey::User:
        return text(log.texts(TextColumn::User).text(record.user));
    case SortKey::Description:
        return text(event.description);
    case SortKey::Method:
        return text(record.method != 0 ? log.texts(TextColumn::Method).text(record.method) : event.method);
    case SortKey::Application:
        return text(log.texts(TextColumn::Application).text(record.application));
    case SortKey::Category:
        return text(event.category);
    case SortKey::File:
        return text(log.info(row).path);
    case SortKey::SourceIp:
        return text(log.texts(TextColumn::Address).text(record.address));
    }
    return {};
}

} // namespace

class tst_SortKeys : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyColumnIsSortedAsItsCellsAre_data();
    void everyColumnIsSortedAsItsCellsAre();
    void newTextsAreRankedAnew();
    void textsAreRankedAsACollatorOrdersThem_data();
    void textsAreRankedAsACollatorOrdersThem();
    void rankingStopsWhenAsked();

private:
    std::shared_ptr<Log> m_log;
    std::shared_ptr<const Resolution> m_resolution;
};

void tst_SortKeys::initTestCase()
{
    m_log = Log::fromBytes(u"pasted"_s, records(), {}).value();
    m_log->index({});
    QCOMPARE(m_log->columns().size(), Row(recordCount));
    auto resolution = std::make_shared<Resolution>();
    Resolver(testCatalog()).extend(*resolution, *m_log);
    m_resolution = resolution;
}

void tst_SortKeys::everyColumnIsSortedAsItsCellsAre_data()
{
    QTest::addColumn<SortKey>("key");
    QTest::newRow("file's order") << SortKey::FileOrder;
    QTest::newRow("time") << SortKey::Time;
    QTest::newRow("level") << SortKey::Level;
    QTest::newRow("code") << SortKey::Code;
    QTest::newRow("user") << SortKey::User;
    QTest::newRow("description") << SortKey::Description;
    QTest::newRow("method") << SortKey::Method;
    QTest::newRow("application") << SortKey::Application;
    QTest::newRow("category") << SortKey::Category;
    QTest::newRow("address") << SortKey::SourceIp;
}

void tst_SortKeys::everyColumnIsSortedAsItsCellsAre()
{
    QFETCH(SortKey, key);
    QCollator collator;
    collator.setNumericMode(true);
    std::vector<Row> rows(recordCount);
    std::iota(rows.begin(), rows.end(), Row(0));
    std::vector<Cell> cells;
    for (const Row row : rows)
        cells.push_back(cellOf(key, *m_log, *m_resolution, row));
    const auto before = [&](Row left, Row right) {
        const Cell &a = cells[left];
        const Cell &b = cells[right];
        if (a.absent || b.absent)
            return !a.absent && b.absent;
        return a.number != b.number ? a.number < b.number : collator.compare(a.text, b.text) < 0;
    };
    SortKeyMaker maker(*m_log);
    // Twice: the second time from ranks that are known.
    for (const bool descending : {false, true, false}) {
        std::vector<Row> expected = rows;
        std::ranges::stable_sort(
            expected, [&](Row left, Row right) { return descending ? before(right, left) : before(left, right); });
        QVERIFY(sortedRows(rows, maker.keys(key, m_resolution, {}), descending) == expected);
    }
    std::vector<Row> some;
    for (Row row = 1; row < Row(recordCount); row += 3)
        some.push_back(row);
    std::vector<Row> expected = some;
    std::ranges::stable_sort(expected, before);
    QVERIFY(sortedRows(some, maker.keys(key, m_resolution, {}), false) == expected);
}

void tst_SortKeys::newTextsAreRankedAnew()
{
    // Another catalog says something else of the same shapes.
    SortKeyMaker maker(*m_log);
    const auto firstOf = [&](const std::shared_ptr<const Resolution> &resolution) {
        std::vector<Row> rows(recordCount);
        std::iota(rows.begin(), rows.end(), Row(0));
        const Row first = sortedRows(rows, maker.keys(SortKey::Category, resolution, {}), false).front();
        return resolution->at(m_log->columns().shape(first)).category;
    };
    auto other = std::make_shared<Resolution>(*m_resolution);
    for (ResolvedEvent &event : *other)
        event.category = event.code == 777 ? u"A"_s : u"B"_s;
    QVERIFY(firstOf(m_resolution) != u"A"_s);
    QCOMPARE(firstOf(other), u"A"_s);
}

void tst_SortKeys::textsAreRankedAsACollatorOrdersThem_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("one") << 1;
    QTest::newRow("some") << 3000;
    QTest::newRow("several threads") << 40'000;
}

void tst_SortKeys::textsAreRankedAsACollatorOrdersThem()
{
    QFETCH(int, count);
    QRandomGenerator random(6);
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        const QString name = random.bounded(2) == 0 ? u"User"_s : u"user"_s;
        texts.append(random.bounded(50) == 0 ? QString() : name + QString::number(random.bounded(count * 2)));
    }
    const std::vector<quint32> ranks = textRanks(quint32(count), [&](quint32 id) { return texts.at(id); }, {});
    QCOMPARE(ranks.size(), size_t(count) + 1);
    QCOMPARE(ranks.back(), quint32(count));
    QCollator collator;
    collator.setNumericMode(true);
    for (int times = 0; times < 20'000 && count > 0; ++times) {
        const int left = random.bounded(count);
        const int right = random.bounded(count);
        const QString &a = texts.at(left);
        const QString &b = texts.at(right);
        if (a.isEmpty() || b.isEmpty()) {
            QCOMPARE(ranks[size_t(left)] == quint32(count), a.isEmpty());
            continue;
        }
        const int order = collator.compare(a, b);
        QCOMPARE(ranks[size_t(left)] < ranks[size_t(right)], order < 0);
        QCOMPARE(ranks[size_t(left)] == ranks[size_t(right)], order == 0);
    }
}

void tst_SortKeys::rankingStopsWhenAsked()
{
    std::stop_source stop;
    std::atomic<int> asked = 0;
    const auto textOf = [&](quint32 id) {
        if (++asked == 100)
            stop.request_stop();
        return QString::number(id);
    };
    textRanks(100'000, textOf, stop.get_token());
    QVERIFY(asked < 20'000);
}

QTEST_GUILESS_MAIN(tst_SortKeys)
#include "tst_sortkeys.moc"
