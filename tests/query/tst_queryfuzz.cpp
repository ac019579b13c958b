#include "query.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

qsizetype partCount(const Query &query)
{
    qsizetype count = 0;
    for (const Group &group : query.groups()) {
        for (const Term &term : group)
            count += 1 + term.values.size();
    }
    return count;
}

} // namespace

/// Whatever the text: parsing ends, points into the text or gives a query no bigger than it, and that one round-trips.
class QueryFuzzTest : public QObject
{
    Q_OBJECT

private slots:
    void randomUnits();
    void randomBytes();
    void tokenSoup();
    void nestingAndRepetition_data();
    void nestingAndRepetition();

private:
    /// Whether the text was a query.
    bool check(const QString &text);
};

bool QueryFuzzTest::check(const QString &text)
{
    const auto require = [&](bool condition, const char *what) {
        if (!condition)
            QTest::qFail(qPrintable(QString::fromLatin1(what) + u": "_s + text.left(200)), __FILE__, __LINE__);
    };
    qsizetype behind = 0;
    const QList<QueryToken> tokens = queryTokens(text);
    for (const QueryToken &token : tokens) {
        require(token.position >= behind && token.length > 0, "tokens are in order");
        behind = token.position + token.length;
    }
    require(behind <= text.size(), "tokens lie in the text");

    const QueryParse parse = Query::parse(text);
    if (!parse.ok()) {
        require(parse.query.isEmpty(), "no query beside an error");
        require(parse.error->position >= 0 && parse.error->length >= 0
                    && parse.error->position + parse.error->length <= text.size(),
                "the error lies in the text");
        require(!parse.error->reason.isEmpty(), "the error has a reason");
        return false;
    }
    require(partCount(parse.query) <= 2 * text.size(), "the query is no bigger than the text");
    const QString printed = parse.query.toString();
    if (printed.size() <= Query::maximumLength) {
        const QueryParse again = Query::parse(printed);
        require(again.ok() && again.query == parse.query, "the query round-trips");
        require(again.query.toString() == printed, "printing is canonical");
    }
    return true;
}

void QueryFuzzTest::randomUnits()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 4; ++round) {
        QString text(Query::maximumLength, Qt::Uninitialized);
        for (QChar &unit : text)
            unit = QChar(static_cast<char16_t>(random.bounded(0x10000)));
        check(text);
    }
}

void QueryFuzzTest::randomBytes()
{
    QRandomGenerator random(2);
    for (int round = 0; round < 4; ++round) {
        QByteArray bytes(Query::maximumLength, Qt::Uninitialized);
        for (char &byte : bytes)
            byte = static_cast<char>(random.bounded(256));
        check(QString::fromUtf8(bytes));
        check(QString::fromLatin1(bytes));
    }
}

void QueryFuzzTest::tokenSoup()
{
    const QStringList pieces{u" "_s,    u" "_s,       u" "_s,          u" or "_s,     u"-"_s,      u"\""_s,
                             u"\"\""_s, u"a"_s,       u"b c"_s,        u","_s,        u"/"_s,      u"/x/"_s,
                             u"/i"_s,   u"\\"_s,      u"\\/"_s,        u":"_s,        u"user:"_s,  u"code:"_s,
                             u"702"_s,  u"600-699"_s, u">=9"_s,        u"kind:am"_s,  u"ip:"_s,    u"192.0.2.0/24"_s,
                             u"::1"_s,  u"time:"_s,   u"2026-01-15"_s, u"T09:00"_s,   u".."_s,     u"10:30:00"_s,
                             u"Z"_s,    u"+01:00"_s,  u"since:2h"_s,   u"is:drift"_s, u"field."_s, u"field.x:"_s,
                             u"*"_s,    u"\n"_s,      u"(ä|b)+"_s};
    QRandomGenerator random(3);
    int queries = 0;
    for (int round = 0; round < 20000; ++round) {
        QString text;
        for (int length = 1 + random.bounded(10); length > 0; --length)
            text += pieces[random.bounded(pieces.size())];
        queries += check(text) ? 1 : 0;
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(queries > 500, qPrintable(QString::number(queries)));
}

void QueryFuzzTest::nestingAndRepetition_data()
{
    QTest::addColumn<QString>("piece");
    for (const char *piece : {"\"",
                              "\"\" ",
                              "\"\"\" ",
                              "-",
                              "- ",
                              "-\"",
                              "/",
                              "/a ",
                              "/a\\ ",
                              "/\\/ ",
                              "-/a ",
                              "//",
                              "(",
                              "/((((",
                              "[",
                              "or ",
                              "a or ",
                              "a,",
                              "user:a,",
                              "user:\"a\",",
                              "user:",
                              ":",
                              "field.",
                              "field.\"",
                              "field.\"\"\" ",
                              "field.\"a\":b ",
                              "field.a:\"",
                              "\\",
                              "code:1-",
                              "time:",
                              "ip:::",
                              "x:",
                              "\"a\"\"",
                              "a\"",
                              "abcdefgh",
                              "é:",
                              "/(a+)+$/ "}) {
        QTest::newRow(piece) << QString::fromUtf8(piece);
    }
}

void QueryFuzzTest::nestingAndRepetition()
{
    QFETCH(QString, piece);
    const auto seconds = [&](qsizetype length) {
        const QString text = piece.repeated(length / piece.size());
        QElapsedTimer timer;
        timer.start();
        check(text);
        check(QString(text + u'"'));
        check(QString(u"user:"_s + text.chopped(5)));
        return static_cast<double>(timer.nsecsElapsed()) / 1e9;
    };
    // Generous: what is linear takes milliseconds, what is not takes minutes.
    QVERIFY(seconds(Query::maximumLength - 1) < 20);
}

QTEST_APPLESS_MAIN(QueryFuzzTest)
#include "tst_queryfuzz.moc"
