#include "pagereading.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

QByteArray page(int entries, const QByteArray &more = {})
{
    QByteArray page = "User Event Monitor Messages (700 - 799)\n| Event Code | Level | Category | Description |\n";
    for (int i = 0; i < entries; ++i)
        page += "| " + QByteArray::number(700 + i) + " | error | Authentication | Something failed. |\n";
    return page + more;
}

} // namespace

class TestPageReading : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void filesAreReadInTheirOrder();
    void whatIsNoPageSaysWhy();
    void logsAreNoPages_data();
    void logsAreNoPages();
    void theFirstFormThatIsAPageIsTaken();
    void aTextThatIsNoPageStaysOne();
    void webPagesAreKnownByName();

private:
    QString put(const QString &name, const QByteArray &bytes) const;
    static QList<PageCandidate> read(const QStringList &paths);

    QTemporaryDir m_folder;
};

QString TestPageReading::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QList<PageCandidate> TestPageReading::read(const QStringList &paths)
{
    return readPages(paths).result();
}

void TestPageReading::filesAreReadInTheirOrder()
{
    const QString first = put(u"first.txt"_s, page(3));
    const QString second = put(u"second.txt"_s, page(2));
    const QList<PageCandidate> candidates = read({second, first});
    QCOMPARE(candidates.size(), 2);
    QVERIFY(candidates[0].isPage() && candidates[1].isPage());
    QCOMPARE(candidates[0].path, second);
    const CatalogImport import = candidates[1].import.value();
    QCOMPARE(import.page.entries.size(), 3);
    QCOMPARE(import.source, u"first.txt"_s);
    QCOMPARE(import.sha256.toLatin1(), QCryptographicHash::hash(page(3), QCryptographicHash::Sha256).toHex());
}

void TestPageReading::whatIsNoPageSaysWhy()
{
    const QString log = put(u"log.json"_s,
                            R"({"eventCode":"702","eventLogDate":"2026-01-15T09:00:00Z"})"
                            "\n");
    const QString missing = m_folder.filePath(u"missing.html"_s);
    const QString large = put(u"large.txt"_s, {});
    QVERIFY(QFile::resize(large, 1025));
    const QList<PageCandidate> candidates = readPages({log, missing, m_folder.path(), large}, 1024).result();
    for (const PageCandidate &candidate : candidates) {
        QVERIFY2(!candidate.isPage(), qPrintable(candidate.path));
        QVERIFY2(!candidate.import, qPrintable(candidate.path));
        QVERIFY2(!candidate.import.error().message.isEmpty(), qPrintable(candidate.path));
    }
    QVERIFY(candidates[1].import.error().message.contains(missing));
    QVERIFY(candidates[3].import.error().message.contains(large));
}

void TestPageReading::logsAreNoPages_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("JSON lines")
        << QByteArray(R"({"eventCode":"702","eventLogDate":"2026-01-15T09:00:00Z"})").repeated(3);
    QTest::newRow("a table of a SIEM") << QByteArray(
        "_time,eventCode,level,category,description,userId\n"
        "2026-01-15T09:00:00Z,702,error,Authentication,Approve authentication failed,jdoe\n"
        "2026-01-15T09:00:01Z,701,notice,Authentication,Approve authentication succeeded.,jdoe\n");
    QTest::newRow("a table whose codes come first")
        << QByteArray("eventCode,level,category,description,eventLogDate\n"
                      "702,error,Authentication,Approve authentication failed,2026-01-15T09:00:00Z\n"
                      "702,error,Authentication,Approve authentication failed,2026-01-15T09:00:01Z\n"
                      "701,notice,Authentication,Approve authentication succeeded.,2026-01-15T09:00:02Z\n");
    QTest::newRow("rows of the console") << QByteArray(
        "Date and Time\tUser\tEvent Code\tDescription\n"
        "2026-01-15 09:00:00\tjdoe\t702\tApprove authentication failed - User response timed out.\n"
        "2026-01-15 09:00:01\tjdoe\t701\tApprove authentication succeeded.\n");
    QTest::newRow("a line of a ticket") << QByteArray(
        "702 error Authentication Approve authentication failed, please call");
}

void TestPageReading::logsAreNoPages()
{
    QFETCH(QByteArray, bytes);
    const QList<PageCandidate> candidates = readPageForms({bytes}, u"log"_s).result();
    QVERIFY(!candidates[0].isPage());
}

void TestPageReading::theFirstFormThatIsAPageIsTaken()
{
    const QList<PageCandidate> candidates =
        readPageForms({"<p>no table</p>", page(2), page(3)}, u"Clipboard"_s).result();
    QCOMPARE(candidates.size(), 1);
    QVERIFY(candidates[0].isPage());
    QCOMPARE(candidates[0].import.value().page.entries.size(), 2);
    QCOMPARE(candidates[0].import.value().source, u"Clipboard"_s);
}

void TestPageReading::aTextThatIsNoPageStaysOne()
{
    const QList<PageCandidate> candidates =
        readPageForms({"702 failed again, please call back"}, u"Clipboard"_s).result();
    QVERIFY(!candidates[0].isPage());
}

void TestPageReading::webPagesAreKnownByName()
{
    QVERIFY(isWebPageName(u"/a/Page.HTML"_s));
    QVERIFY(isWebPageName(u"page.mhtml"_s));
    QVERIFY(!isWebPageName(u"html.log"_s));
}

QTEST_GUILESS_MAIN(TestPageReading)
#include "tst_pagereading.moc"
