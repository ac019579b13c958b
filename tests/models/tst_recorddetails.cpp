#include "recorddetails.h"

#include "logdocument.h"
#include "testcatalog.h"

#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_RecordDetails : public QObject
{
    Q_OBJECT

private slots:
    void anEntryTellsItsFactsAndItsRelatives();
    void guidanceComesWithItsRelatedCodes();
    void aMarkedEntrySaysSo();
    void aRecordTellsTheEntryThenItsFieldsThenItsText();
    void whatNeedsNoReadingIsKnownAtOnce();
    void anUnknownCodeSaysWhichPageCoversIt();
    void driftIsSaidWithTheRecordsWords();
    void aRecordThatIsNotUnderstoodSaysSo();
    void aRecordOfMegabytesHasPages_data();
    void aRecordOfMegabytesHasPages();

private:
    RecordDetails detailsOf(const QByteArray &record);

    std::shared_ptr<Log> m_log; ///< of the last record
};

RecordDetails tst_RecordDetails::detailsOf(const QByteArray &record)
{
    // A second, sound record lets the file be recognised whatever the first one is.
    LogDocument document(u"pasted"_s, record + testRecord(701, "2026-01-15T09:00:00Z", "jdoe"), {}, testCatalog());
    document.load();
    if (!QTest::qWaitFor([&] { return document.state() == LogDocument::State::Complete && !document.isFiltering(); }))
        return {};
    m_log = document.log();
    const RecordText text = readRecordText(*m_log, 0);
    return recordDetails(document, 0, &text);
}

void tst_RecordDetails::anEntryTellsItsFactsAndItsRelatives()
{
    const CatalogPointer catalog = testCatalog();
    const RecordDetails details = entryDetails(*catalog, *catalog->find({Kind::User, 702}));
    QCOMPARE(details.key.code, 702);
    QCOMPARE(details.level, u"error"_s);
    QCOMPARE(details.outcome, Outcome::Failure);
    QVERIFY(!details.isRecord);
    QList<qint64> related;
    for (const RelatedEntry &entry : details.related)
        related.append(entry.key.code);
    QCOMPARE(related, (QList<qint64>{701, 703}));
    QVERIFY(!details.guidance);
    QVERIFY(details.guidanceRemark().contains(u"by rule"_s));
}

void tst_RecordDetails::guidanceComesWithItsRelatedCodes()
{
    auto book = std::make_shared<GuidanceBook>();
    const Result<void> read = book->read(
        R"({"about": "a", "group": "approve", "entries": [{"code": 702, "describes": "Approve authentication failed - User response timed out",
            "meaning": "Nobody answered.", "causes": [],
            "steps": [], "owner": "user", "method": "Approve", "outcome": "failure",
            "related": {"success": [701], "see": [52, 99999]}}]})",
        u"approve.json"_s);
    QVERIFY(read.ok());
    const CatalogSnapshot catalog(CatalogContent{testCatalog()->entries(), {}, book, {}, 1});
    const RecordDetails details = entryDetails(catalog, *catalog.find({Kind::User, 702}));
    QCOMPARE(details.guidance->meaning, u"Nobody answered."_s);
    QVERIFY(details.guidanceRemark().contains(u"not the vendor's"_s));
    QVERIFY(!details.guidanceRemark().contains(u"timed out"_s));

    QList<CatalogEntry> reworded{*catalog.find({Kind::User, 702})};
    reworded.front().description = u"Approve was not answered."_s;
    const CatalogSnapshot next(CatalogContent{reworded, {}, book, {}, 2});
    QVERIFY(entryDetails(next, reworded.front())
                .guidanceRemark()
                .contains(u"“Approve authentication failed - User response timed out”"_s));
    QCOMPARE(details.related.size(), 3);
    QCOMPARE(details.related.at(0).relation, Relation::Success);
    QCOMPARE(details.related.at(0).text(), u"Approve authentication succeeded."_s);
    QVERIFY(!details.related.at(1).entry);
    QVERIFY(details.related.at(1).text().contains(u"02-345"_s));
    QCOMPARE(details.related.at(2).text(), QString());
    QCOMPARE(entryDetails(catalog, *catalog.find({Kind::User, 703})).related.size(), 2);
}

void tst_RecordDetails::aMarkedEntrySaysSo()
{
    const CatalogPointer catalog = testCatalog();
    QCOMPARE(entryDetails(*catalog, *catalog->find({Kind::User, 610})).remarks.size(), 1);
    QVERIFY(entryDetails(*catalog, *catalog->find({Kind::User, 702})).remarks.isEmpty());
}

void tst_RecordDetails::aRecordTellsTheEntryThenItsFieldsThenItsText()
{
    const QByteArray record =
        testRecord(702, "2026-01-15T09:00:00Z", "jdoe@example.com", R"(,"deviceName":"phone <b>","other":{"a":[1,2]})");
    const RecordDetails details = detailsOf(record);
    QVERIFY(details.entry.has_value());
    QCOMPARE(details.entry->key.code, 702);
    QCOMPARE(details.raw, QString::fromUtf8(record.trimmed()));
    QCOMPARE(details.line, 1u);
    QCOMPARE(details.time, std::optional<qint64>(1768467600000));
    QStringList names;
    for (const RecordField &field : details.fields)
        names.append(field.name);
    QCOMPARE(names, (QStringList{u"eventCode"_s, u"eventLogDate"_s, u"userId"_s, u"deviceName"_s, u"other"_s}));
    QVERIFY(details.remarks.isEmpty());
}

void tst_RecordDetails::whatNeedsNoReadingIsKnownAtOnce()
{
    LogDocument document(u"pasted"_s, testRecord(702, "2026-01-15T09:00:00Z", "jdoe"), {}, testCatalog());
    document.load();
    QTRY_VERIFY(document.state() == LogDocument::State::Complete && !document.isFiltering());
    RecordDetails known = recordDetails(document, 0, nullptr);
    QVERIFY(known.isBeingRead);
    QVERIFY(known.isRecord && known.hasCode && known.entry);
    QVERIFY(known.fields.isEmpty() && known.raw.isEmpty() && known.readError.isEmpty());
    const RecordText text = readRecordText(*document.log(), 0);
    const RecordDetails whole = recordDetails(document, 0, &text);
    QVERIFY(!whole.isBeingRead);
    QCOMPARE(known.level, whole.level);
    QCOMPARE(known.description, whole.description);
    QCOMPARE(known.time, whole.time);
    QCOMPARE(known.line, whole.line);
    QCOMPARE(known.remarks, whole.remarks);
    QCOMPARE(static_cast<const RecordText &>(whole), text);
}

void tst_RecordDetails::anUnknownCodeSaysWhichPageCoversIt()
{
    const RecordDetails details = detailsOf(testRecord(20601, "2026-01-15T09:00:00Z", "jdoe"));
    QVERIFY(!details.entry.has_value());
    QCOMPARE(details.remarks.size(), 1);
    QVERIFY2(details.remarks.first().contains(u"38000"_s), qPrintable(details.remarks.first()));
}

void tst_RecordDetails::driftIsSaidWithTheRecordsWords()
{
    const RecordDetails words = detailsOf(testRecord(
        702, "2026-01-15T09:00:00Z", "jdoe", R"(,"eventDescription":"Approve failed because nobody answered")"));
    QCOMPARE(words.remarks.size(), 1);
    QVERIFY(words.remarks.first().contains(u"nobody answered"_s));
    QCOMPARE(words.description, u"Approve authentication failed - User response timed out."_s);

    const RecordDetails form = detailsOf(
        testRecord(702, "2026-01-15T09:00:00Z", "jdoe",
                   ",\"eventDescription\":\"Approve authentication failed \xe2\x80\x93 User response timed out\""));
    QVERIFY(form.flags.testFlag(EventFlag::FormDrift));
    QCOMPARE(form.remarks.size(), 1);
}

void tst_RecordDetails::aRecordThatIsNotUnderstoodSaysSo()
{
    const RecordDetails details = detailsOf("{\"eventCode\": broken\n");
    QVERIFY(details.flags.testFlag(EventFlag::NotUnderstood));
    QCOMPARE(details.raw, u"{\"eventCode\": broken"_s);
    QCOMPARE(details.remarks.size(), 1);
    QVERIFY(details.fields.isEmpty());
}

void tst_RecordDetails::aRecordOfMegabytesHasPages_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isUnderstood");
    // Characters of one to four bytes, so that some lie on every border.
    const QByteArray mixed = QString(u"a\u00e4\u20ac\U0001F512b"_s).toUtf8();
    const QByteArray item = "{\"eventCode\":\"702\",\"x\":\"" + mixed.repeated(250'000) + "\"}";
    QTest::newRow("2 MiB") << item << true;
    QTest::newRow("17 MiB") << QByteArray(17 << 20, 'x') << false;
}

void tst_RecordDetails::aRecordOfMegabytesHasPages()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isUnderstood);
    const RecordDetails details = detailsOf(text + '\n');
    QCOMPARE(details.readError, QString());
    QCOMPARE(details.flags.testFlag(EventFlag::NotUnderstood), !isUnderstood);
    QCOMPARE(details.fields.isEmpty(), !isUnderstood);
    QVERIFY(details.raw.size() <= 1 << 20);
    QVERIFY(details.rawPages > 0);
    QCOMPARE(details.firstRawPage, readRawPage(*m_log, 0, 0));
    QByteArray joined;
    for (qint64 page = 0; page < details.rawPages; ++page) {
        const QString part = readRawPage(*m_log, 0, page);
        QVERIFY(part.size() <= 40'000);
        QVERIFY(!part.contains(QChar::ReplacementCharacter));
        joined += part.toUtf8();
    }
    QVERIFY(joined == text);
}

QTEST_GUILESS_MAIN(tst_RecordDetails)
#include "tst_recorddetails.moc"
