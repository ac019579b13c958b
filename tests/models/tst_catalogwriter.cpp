#include "catalogwriter.h"

#include "smalllog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

class TestCatalogWriter : public QObject
{
    Q_OBJECT

private slots:
    void jsonHasTheKeysInOrder();
    void jsonOfNothingIsAnEmptyArray();
    void csvHasAHeaderAndEveryEntry();
    void markdownIsATableWithoutMarkup();
    void textStandsUnderEachOther();
    void lookupSaysThatAnEntryIsMarked();
    void guidanceIsWritten();
};

void TestCatalogWriter::jsonHasTheKeysInOrder()
{
    const QByteArray json = catalogBytes({*smallCatalog()->find({Kind::User, 702})}, CatalogFormat::Json, {});
    QCOMPARE(
        json.simplified(),
        QByteArray(R"([ { "code": 702, "kind": "user", "level": "error", "category": "Authentication", )"
                   R"("description": "Approve failed - Timed out.", "method": "Approve", "outcome": "failure", )"
                   R"("marked": false, "owner": "unknown", "guidance": null, "notes": null, "revision": null } ])"));
    const QByteArray admin = catalogBytes({*smallCatalog()->find({Kind::Admin, 80001})}, CatalogFormat::Json, {});
    const QJsonObject entry = QJsonDocument::fromJson(admin).array().first().toObject();
    QVERIFY(entry.value("level"_L1).isNull());

    CatalogEntry owned = *smallCatalog()->find({Kind::User, 702});
    owned.owner = Owner::User;
    const EntryNote note{u"Ask <Ann>."_s, QDateTime::currentDateTimeUtc()};
    const QByteArray known = catalogBytes({owned}, CatalogFormat::Json, {{{owned.key, note}}, {{owned.key, 3}}});
    QVERIFY2(known.simplified().endsWith(
                 R"("marked": false, "owner": "user", "guidance": null, "notes": "Ask <Ann>.", "revision": 3 } ])"),
             known.constData());
    QVERIFY(entry.value("method"_L1).isNull());
}

void TestCatalogWriter::jsonOfNothingIsAnEmptyArray()
{
    QCOMPARE(catalogBytes({}, CatalogFormat::Json, {}), QByteArray("[]\n"));
}

void TestCatalogWriter::csvHasAHeaderAndEveryEntry()
{
    const CatalogPointer catalog = smallCatalog();
    const QList<QByteArray> lines = catalogBytes(catalog->entries(), CatalogFormat::Csv, {}).split('\n');
    QCOMPARE(lines.size(), catalog->entries().size() + 2);
    QCOMPARE(lines.first(), QByteArray("code,kind,level,category,description,method,outcome,marked,owner\r"));
    QVERIFY(lines.contains(
        QByteArray("702,user,error,Authentication,Approve failed - Timed out.,Approve,failure,false,unknown\r")));
}

void TestCatalogWriter::markdownIsATableWithoutMarkup()
{
    CatalogEntry entry = *smallCatalog()->find({Kind::User, 702});
    entry.description = u"a|b <script> [x](y) *z* $m$ https://example.com www.example.com"_s;
    const QList<QByteArray> lines = catalogBytes({entry}, CatalogFormat::Markdown, {}).split('\n');
    QCOMPARE(lines[0].count('|'), 10);
    QCOMPARE(lines[1].count('|'), 10);
    QVERIFY(lines[2].contains(R"(a\|b \<script\> \[x\]\(y\) \*z\* \$m\$ https\://example.com www\.example.com)"));
}

void TestCatalogWriter::textStandsUnderEachOther()
{
    CatalogEntry entry = *smallCatalog()->find({Kind::User, 702});
    entry.description += QChar(0x202e);
    const QList<QByteArray> lines =
        catalogBytes({entry, *smallCatalog()->find({Kind::Admin, 80001})}, CatalogFormat::Text, {}).split('\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[1].indexOf("Approve failed"), lines[0].indexOf("Description"));
    QCOMPARE(lines[2].indexOf("User {0}"), lines[0].indexOf("Description"));
    QVERIFY(lines[1].endsWith("Timed out.\\u{202e}"));
}

void TestCatalogWriter::lookupSaysThatAnEntryIsMarked()
{
    const QByteArray text = lookupText(*smallCatalog(), {*smallCatalog()->find({Kind::User, 600})});
    QCOMPARE(text.count('\n'), 3);
    QCOMPARE(lookupText(*smallCatalog(), {*smallCatalog()->find({Kind::User, 702})}).count('\n'), 2);
    QVERIFY(text.startsWith("600 "));
}

void TestCatalogWriter::guidanceIsWritten()
{
    auto book = std::make_shared<GuidanceBook>();
    const Result<void> read = book->read(
        R"({"about": "a", "group": "approve", "entries": [{"code": 702, "describes": "Approve failed - Timed out.",
            "meaning": "Nobody answered.",
            "causes": ["The phone was off."], "steps": ["Ask.", "Try again."], "owner": "user", "method": "Approve",
            "outcome": "failure", "related": {"success": [600]}}]})",
        u"approve.json"_s);
    QVERIFY(read.ok());
    const CatalogSnapshot catalog(CatalogContent{smallCatalog()->entries(), {}, book, {}, 1});
    const QList<CatalogEntry> entries{*catalog.find({Kind::User, 702})};
    const QByteArray json = catalogBytes(entries, CatalogFormat::Json, {{}, {}, book});
    QVERIFY2(json.simplified().contains(
                 R"("guidance": { "meaning": "Nobody answered.", "causes": [ "The phone was off." ], )"
                 R"("steps": [ "Ask.", "Try again." ], "group": "approve", )"
                 R"("related": [ { "code": 600, "kind": "user", "relation": "success" } ] }, "notes": null)"),
             json.constData());
    const QString text = QString::fromUtf8(lookupText(catalog, entries));
    QVERIFY2(text.contains(u"\n\n       Nobody answered.\n\n       Usual causes:\n       - The phone was off.\n\n"
                           "       Next steps:\n       1. Ask.\n       2. Try again.\n\n       Who can fix it: user\n\n"
                           "       Related codes:\n       - 600 (success) Sign-in failed"_s),
             qPrintable(text));
    QVERIFY(text.endsWith(u"not the vendor's.\n"_s));
}

QTEST_GUILESS_MAIN(TestCatalogWriter)
#include "tst_catalogwriter.moc"
