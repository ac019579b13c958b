#include "notesfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

EntryNote note(const QString &text, int day)
{
    return {text, QDateTime(QDate(2026, 1, day), QTime(9, 0), Qt::UTC)};
}

const EventKey approve{Kind::User, 702};
const EventKey admin{Kind::Admin, 80001};

} // namespace

class TestNotesFile : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWas();
    void isRefusedAsAWhole_data();
    void isRefusedAsAWhole();
    void joinsWithoutLoss_data();
    void joinsWithoutLoss();
    void tidiesTexts_data();
    void tidiesTexts();
};

void TestNotesFile::comesBackAsItWas()
{
    const EntryNotes notes{{approve, note(u"Call <b>Ann</b>\nhttps://intranet.example.com/push \"now\" \u202e ü"_s, 3)},
                           {admin, note(u"Ours."_s, 4)},
                           {{Kind::System, 702}, note(u"Another numbering."_s, 5)}};
    const QByteArray file = notesFile(notes);
    const Result<EntryNotes> read = readNotesFile(file, u"notes.json"_s);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read.value(), notes);
    QCOMPARE(notesFile(read.value()), file);
    QCOMPARE(readNotesFile(notesFile({}), u"notes.json"_s).value(), EntryNotes());
}

void TestNotesFile::isRefusedAsAWhole_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("cause");
    const QByteArray good = R"({"kind":"user","code":1,"text":"a","changed":"2026-01-01T09:00:00.000Z"})";
    const auto file = [&good](const QByteArray &note) {
        return R"({"evidentNotes":1,"notes":[)" + good + ',' + note + "]}";
    };
    QTest::newRow("no JSON") << QByteArray("Notes: none") << u"illegal value"_s;
    QTest::newRow("cut off") << file(good).chopped(2) << u"unterminated"_s;
    QTest::newRow("another file") << QByteArray(R"({"events":[]})") << u"no file of notes"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"no file of notes"_s;
    QTest::newRow("newer") << QByteArray(R"({"evidentNotes":2,"notes":[]})") << u"a newer version"_s;
    QTest::newRow("no code") << file(R"({"kind":"user","text":"a","changed":"2026-01-01T09:00:00Z"})") << u"no code"_s;
    QTest::newRow("no such kind") << file(R"({"kind":"x","code":1,"text":"a","changed":"2026-01-01T09:00:00Z"})")
                                  << u"no code"_s;
    QTest::newRow("no text") << file(R"({"kind":"user","code":2,"text":" ","changed":"2026-01-01T09:00:00Z"})")
                             << u"no text"_s;
    QTest::newRow("no time") << file(R"({"kind":"user","code":2,"text":"a","changed":"soon"})") << u"no time"_s;
    QTest::newRow("no note") << file("7") << u"no code"_s;
    QTest::newRow("too large") << QByteArray(longestNotesFile + 1, ' ') << u"too large"_s;
}

void TestNotesFile::isRefusedAsAWhole()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, cause);
    const Result<EntryNotes> read = readNotesFile(json, u"team.json"_s);
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(u"team.json"_s), qPrintable(read.error().message));
    QVERIFY2(read.error().message.contains(cause), qPrintable(read.error().message));
}

void TestNotesFile::joinsWithoutLoss_data()
{
    QTest::addColumn<EntryNote>("present");
    QTest::addColumn<EntryNote>("incoming");
    QTest::addColumn<QString>("text");
    QTest::newRow("the same") << note(u"a"_s, 1) << note(u"a"_s, 2) << QString();
    QTest::newRow("incoming is newer") << note(u"old"_s, 1) << note(u"new"_s, 2) << u"new\n\nold"_s;
    QTest::newRow("incoming is older") << note(u"new"_s, 2) << note(u"old"_s, 1) << u"new\n\nold"_s;
    QTest::newRow("incoming holds it") << note(u"a"_s, 2) << note(u"a and b"_s, 1) << u"a and b"_s;
    QTest::newRow("it holds incoming") << note(u"a and b"_s, 1) << note(u"a"_s, 2) << QString();
}

void TestNotesFile::joinsWithoutLoss()
{
    QFETCH(EntryNote, present);
    QFETCH(EntryNote, incoming);
    QFETCH(QString, text);
    NotesTaken taken;
    const EntryNotes changed =
        joinedNotes({{approve, present}}, {{approve, incoming}, {admin, note(u"x"_s, 1)}}, taken);
    QCOMPARE(changed.value(admin).text, u"x"_s);
    QCOMPARE(changed.contains(approve), !text.isEmpty());
    QCOMPARE(changed.value(approve).text, text);
    QCOMPARE(taken, (NotesTaken{1, text.isEmpty() ? 0 : 1, text.isEmpty() ? 1 : 0}));
    // Taken once more, it changes nothing.
    if (!text.isEmpty()) {
        NotesTaken again;
        QCOMPARE(joinedNotes({{approve, changed.value(approve)}}, {{approve, incoming}}, again), EntryNotes());
        QCOMPARE(again.unchanged, 1);
    }
}

void TestNotesFile::tidiesTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tidy");
    QTest::newRow("plain") << u"a\nb"_s << u"a\nb"_s;
    QTest::newRow("space around") << u"\n a \t\n"_s << u"a"_s;
    QTest::newRow("nothing") << u" \n"_s << QString();
    QTest::newRow("NUL") << QString(u"a"_s + QChar(u'\0') + u"b"_s) << u"ab"_s;
}

void TestNotesFile::tidiesTexts()
{
    QFETCH(QString, text);
    QTEST(tidyNote(text).isEmpty() ? QString() : tidyNote(text), "tidy");
}

QTEST_GUILESS_MAIN(TestNotesFile)
#include "tst_notesfile.moc"
