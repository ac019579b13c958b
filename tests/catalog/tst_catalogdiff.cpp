#include "catalogdiff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

CatalogEntry entry(qint64 code, const QString &description, Kind kind = Kind::User)
{
    CatalogEntry entry;
    entry.key = {kind, code};
    entry.level = u"error"_s;
    entry.category = u"Authentication"_s;
    entry.description = description;
    return entry;
}

CatalogPage page(const QList<CatalogEntry> &entries, std::optional<qint64> from = {}, std::optional<qint64> to = {})
{
    CatalogPage page;
    page.from = from;
    page.to = to;
    page.entries = entries;
    return page;
}

QList<qint64> codesOf(const QList<CatalogEntry> &entries)
{
    QList<qint64> codes;
    for (const CatalogEntry &entry : entries)
        codes.append(entry.key.code);
    return codes;
}

/// `[-old-]{+new+}` around what only one side has.
QString marked(const QList<TextPiece> &pieces)
{
    QString text;
    for (const TextPiece &piece : pieces) {
        switch (piece.side) {
        case TextPiece::Side::Both:
            text += piece.text;
            break;
        case TextPiece::Side::Before:
            text += u"[-"_s + piece.text + u"-]"_s;
            break;
        case TextPiece::Side::After:
            text += u"{+"_s + piece.text + u"+}"_s;
            break;
        }
    }
    return text;
}

QString sideOf(const QList<TextPiece> &pieces, TextPiece::Side other)
{
    QString text;
    for (const TextPiece &piece : pieces) {
        if (piece.side != other)
            text += piece.text;
    }
    return text;
}

QString randomText(QRandomGenerator &random, qsizetype words)
{
    static const QStringList choices{u"user"_s, u"failed"_s, u"-"_s,   u"–"_s, u" "_s,
                                     u"  "_s,   u"."_s,      u"OTP"_s, u"ü"_s, u"😀"_s};
    QString text;
    for (qsizetype i = 0; i < words; ++i)
        text += choices.at(random.bounded(choices.size()));
    return text;
}

} // namespace

class TestCatalogDiff : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhatAPageChanges();
    void removesOnlyWhatTheTitleSpeaksOf_data();
    void removesOnlyWhatTheTitleSpeaksOf();
    void whatIsDerivedIsNoChange();
    void namesTheFieldsThatDiffer();
    void takesAPart();
    void appliedItIsTheOtherCatalog();
    void showsWordsThatDiffer_data();
    void showsWordsThatDiffer();
    void piecesAreTheTexts();
    void hugeTextsAreBounded();
};

void TestCatalogDiff::tellsWhatAPageChanges()
{
    const QList<CatalogEntry> catalog{entry(701, u"Succeeded."_s), entry(702, u"Failed."_s), entry(703, u"Denied."_s)};
    const CatalogDiff diff = pageDiff(
        catalog, page({entry(701, u"Succeeded."_s), entry(702, u"Failed again."_s), entry(704, u"New."_s)}, 700, 799));
    QCOMPARE(codesOf(diff.added), QList<qint64>{704});
    QCOMPARE(codesOf(diff.removed), QList<qint64>{703});
    QCOMPARE(diff.changed.size(), 1);
    QCOMPARE(diff.changed.first().before.description, u"Failed."_s);
    QCOMPARE(diff.changed.first().after.description, u"Failed again."_s);
    QCOMPARE(diff.unchanged, 1);
    QCOMPARE(diff.size(), 3);
    QVERIFY(!diff.isEmpty());
    QVERIFY(pageDiff(catalog, page(catalog, 0, 9999)).isEmpty());
}

void TestCatalogDiff::removesOnlyWhatTheTitleSpeaksOf_data()
{
    QTest::addColumn<std::optional<qint64>>("from");
    QTest::addColumn<std::optional<qint64>>("to");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QList<qint64>>("removed");
    const std::optional<qint64> none;
    QTest::newRow("no range") << none << none << Kind::User << QList<qint64>{};
    QTest::newRow("the whole range") << std::optional<qint64>(1) << std::optional<qint64>(2000) << Kind::User
                                     << QList<qint64>{400, 500, 1409};
    QTest::newRow("its ends belong to it")
        << std::optional<qint64>(400) << std::optional<qint64>(500) << Kind::User << QList<qint64>{400, 500};
    QTest::newRow("just inside") << std::optional<qint64>(401) << std::optional<qint64>(499) << Kind::User
                                 << QList<qint64>{};
    QTest::newRow("another kind") << std::optional<qint64>(1) << std::optional<qint64>(2000) << Kind::System
                                  << QList<qint64>{401};
}

void TestCatalogDiff::removesOnlyWhatTheTitleSpeaksOf()
{
    QFETCH(std::optional<qint64>, from);
    QFETCH(std::optional<qint64>, to);
    QFETCH(Kind, kind);
    const QList<CatalogEntry> catalog{entry(400, u"A."_s), entry(401, u"B."_s, Kind::System), entry(500, u"C."_s),
                                      entry(1409, u"D."_s)};
    CatalogPage newer = page({entry(9000, u"New."_s, kind)}, from, to);
    newer.kind = kind;
    QTEST(codesOf(pageDiff(catalog, newer).removed), "removed");
}

void TestCatalogDiff::whatIsDerivedIsNoChange()
{
    CatalogEntry derived = entry(702, u"Failed."_s);
    derived.method = u"Approve"_s;
    derived.outcome = Outcome::Failure;
    derived.owner = Owner::User;
    const CatalogDiff diff = pageDiff({derived}, page({entry(702, u"Failed."_s)}));
    QVERIFY(diff.isEmpty());
    QCOMPARE(diff.unchanged, 1);
}

void TestCatalogDiff::namesTheFieldsThatDiffer()
{
    EntryChange change{entry(1, u"a"_s), entry(1, u"a"_s)};
    QCOMPARE(change.fields(), QStringList());
    change.after.category = u"Authorization"_s;
    QCOMPARE(change.fields(), QStringList{u"category"_s});
    change.after.level = u"notice"_s;
    change.after.description = u"b"_s;
    QCOMPARE(change.fields(), (QStringList{u"level"_s, u"category"_s, u"description"_s}));
}

void TestCatalogDiff::takesAPart()
{
    const QList<CatalogEntry> before{entry(1, u"a"_s), entry(2, u"b"_s), entry(3, u"c"_s)};
    const QList<CatalogEntry> after{entry(1, u"a"_s), entry(2, u"B"_s), entry(4, u"d"_s)};
    const CatalogDiff part = catalogDiff(before, after).only({{Kind::User, 2}, {Kind::User, 3}});
    QCOMPARE(part.changed.size(), 1);
    QCOMPARE(codesOf(part.removed), QList<qint64>{3});
    QVERIFY(part.added.isEmpty());
    QCOMPARE(part.unchanged, 2);
    QCOMPARE(codesOf(appliedDiff(before, part)), (QList<qint64>{1, 2}));
}

void TestCatalogDiff::appliedItIsTheOtherCatalog()
{
    QRandomGenerator random(4);
    const auto catalog = [&random] {
        QMap<qint64, CatalogEntry> entries;
        for (int i = 0; i < 40; ++i) {
            const qint64 code = random.bounded(60);
            entries.insert(code, entry(code, randomText(random, 3)));
        }
        return entries.values();
    };
    for (int i = 0; i < 100; ++i) {
        const QList<CatalogEntry> before = catalog();
        const QList<CatalogEntry> after = catalog();
        const CatalogDiff diff = catalogDiff(before, after);
        QCOMPARE(appliedDiff(before, diff), after);
        QCOMPARE(diff.unchanged + diff.added.size() + diff.changed.size(), after.size());
        QCOMPARE(diff.unchanged + diff.removed.size() + diff.changed.size(), before.size());
    }
}

void TestCatalogDiff::showsWordsThatDiffer_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the same") << u"User locked."_s << u"User locked."_s << u"User locked."_s;
    QTest::newRow("a word") << u"User response timed out."_s << u"User answer timed out."_s
                            << u"User [-response-]{+answer+} timed out."_s;
    QTest::newRow("a dash") << u"failed – Invalid PIN"_s << u"failed - Invalid PIN"_s
                            << u"failed [-–-]{+-+} Invalid PIN"_s;
    QTest::newRow("the final stop") << u"Denied"_s << u"Denied."_s << u"Denied{+.+}"_s;
    QTest::newRow("words in the middle") << u"OTP failed."_s << u"OTP has just failed."_s
                                         << u"OTP {+has just +}failed."_s;
    QTest::newRow("two places") << u"a b c d e"_s << u"a x c y e"_s << u"a [-b-]{+x+} c [-d-]{+y+} e"_s;
    QTest::newRow("everything") << u"abc"_s << u"xyz"_s << u"[-abc-]{+xyz+}"_s;
    QTest::newRow("from nothing") << QString() << u"new text"_s << u"{+new text+}"_s;
    QTest::newRow("to nothing") << u"old text"_s << QString() << u"[-old text-]"_s;
    QTest::newRow("spaces") << u"a b"_s << u"a  b"_s << u"a[- -]{+  +}b"_s;
}

void TestCatalogDiff::showsWordsThatDiffer()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(marked(wordDifference(before, after)), "expected");
}

void TestCatalogDiff::piecesAreTheTexts()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 500; ++i) {
        const QString before = randomText(random, random.bounded(30));
        const QString after = randomText(random, random.bounded(30));
        const QList<TextPiece> pieces = wordDifference(before, after);
        QCOMPARE(sideOf(pieces, TextPiece::Side::After), before);
        QCOMPARE(sideOf(pieces, TextPiece::Side::Before), after);
        for (qsizetype p = 1; p < pieces.size(); ++p)
            QVERIFY(pieces.at(p).side != pieces.at(p - 1).side);
    }
}

void TestCatalogDiff::hugeTextsAreBounded()
{
    const QString before = u"start "_s + u"a b "_s.repeated(250'000) + u"end"_s;
    const QString after = u"start "_s + u"c d "_s.repeated(250'000) + u"end"_s;
    const QList<TextPiece> pieces = wordDifference(before, after);
    QVERIFY(pieces.size() <= 5);
    QCOMPARE(sideOf(pieces, TextPiece::Side::After), before);
    QCOMPARE(sideOf(pieces, TextPiece::Side::Before), after);
}

QTEST_GUILESS_MAIN(TestCatalogDiff)
#include "tst_catalogdiff.moc"
