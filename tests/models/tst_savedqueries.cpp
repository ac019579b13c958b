#include "savedqueries.h"

#include "statefolder.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

Query query(const QString &text)
{
    return Query::parse(text).query;
}

QStringList names(const SavedQueries &queries)
{
    QStringList names;
    for (const SavedQuery &saved : queries.all())
        names.append(saved.name);
    return names;
}

} // namespace

class tst_SavedQueries : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void queriesAreKeptByTheirNames();
    void aNameIsTakenOnce();
    void renamingAndRemoving();
    void twoProgramsKeepWhatBothSaved();
    void aSharedFileGivesTheSame();
    void anImportReplacesNothing();
    void aBadFileIsSaidAndNothingIsAdded_data();
    void aBadFileIsSaidAndNothingIsAdded();
    void aStateFileWithOddEntriesGivesTheRest();

private:
    QString put(const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(u"shared.json"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_SavedQueries::queriesAreKeptByTheirNames()
{
    StateFolder folder(m_folder->path());
    SavedQueries queries(folder);
    QSignalSpy changed(&queries, &SavedQueries::changed);
    QVERIFY(queries.save(u"  push\n trouble "_s, query(u"method:Approve level:error"_s)));
    QVERIFY(queries.save(u"Lock-outs"_s, query(u"code:500-599"_s)));
    QCOMPARE(changed.count(), 2);
    StateFolder again(m_folder->path());
    const SavedQueries loaded(again);
    QCOMPARE(loaded.all(), queries.all());
    QCOMPARE(loaded.find(u"push trouble"_s)->text, u"method:Approve level:error"_s);
    QVERIFY(!queries.save(u"  "_s, {}));
}

void tst_SavedQueries::aNameIsTakenOnce()
{
    StateFolder folder(m_folder->path());
    SavedQueries queries(folder);
    QVERIFY(queries.save(u"a"_s, query(u"code:1"_s)));
    QVERIFY(queries.save(u"a"_s, query(u"code:2"_s)));
    QCOMPARE(queries.all(), (QList<SavedQuery>{{u"a"_s, u"code:2"_s}}));
}

void tst_SavedQueries::renamingAndRemoving()
{
    StateFolder folder(m_folder->path());
    SavedQueries queries(folder);
    for (const char16_t name : {u'c', u'a', u'b'})
        QVERIFY(queries.save(QString(name), query(u"code:%1"_s.arg(int(name)))));
    QCOMPARE(names(queries), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QVERIFY(queries.rename(u"a"_s, u"d"_s));
    QCOMPARE(names(queries), (QStringList{u"b"_s, u"c"_s, u"d"_s}));
    QCOMPARE(queries.find(u"d"_s)->text, u"code:97"_s);
    QVERIFY(queries.remove(u"b"_s));
    QVERIFY(queries.remove(u"b"_s));
    QCOMPARE(names(queries), (QStringList{u"c"_s, u"d"_s}));
    QVERIFY(!queries.rename(u"c"_s, u" "_s));
}

void tst_SavedQueries::twoProgramsKeepWhatBothSaved()
{
    StateFolder one(m_folder->path());
    StateFolder other(m_folder->path());
    SavedQueries first(one);
    SavedQueries second(other);
    QVERIFY(first.save(u"a"_s, query(u"code:1"_s)));
    QVERIFY(second.save(u"b"_s, query(u"code:2"_s)));
    QVERIFY(first.save(u"c"_s, query(u"code:3"_s)));
    QCOMPARE(names(first), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    second.reload();
    QCOMPARE(second.all(), first.all());
}

void tst_SavedQueries::aSharedFileGivesTheSame()
{
    StateFolder mine(m_folder->filePath(u"mine"_s));
    SavedQueries queries(mine);
    QVERIFY(queries.save(u"Übung & \"more\""_s, query(u"user:\"J Doe\" or /a\"b/i"_s)));
    QVERIFY(queries.save(u"b"_s, query(u"code:2"_s)));
    const QString path = m_folder->filePath(u"out.json"_s);
    QVERIFY(queries.exportTo(path));
    StateFolder theirs(m_folder->filePath(u"theirs"_s));
    SavedQueries others(theirs);
    const Result<int> added = others.importFrom(path);
    QVERIFY(added.ok());
    QCOMPARE(added.value(), 2);
    QCOMPARE(others.all(), queries.all());
    QCOMPARE(others.importFrom(path).value(), 0);
    QVERIFY(!queries.exportTo(m_folder->filePath(u"no/such/folder.json"_s)));
}

void tst_SavedQueries::anImportReplacesNothing()
{
    StateFolder folder(m_folder->path());
    SavedQueries queries(folder);
    QVERIFY(queries.save(u"a"_s, query(u"code:1"_s)));
    const QString path = put(R"({"evidentQueries":1,"queries":[{"name":"a","query":"code:2"}]})");
    QCOMPARE(queries.importFrom(path).value(), 1);
    QCOMPARE(queries.all(), (QList<SavedQuery>{{u"a"_s, u"code:1"_s}, {u"a (2)"_s, u"code:2"_s}}));
    QCOMPARE(queries.importFrom(path).value(), 0); // once more is not twice
}

void tst_SavedQueries::aBadFileIsSaidAndNothingIsAdded_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    QTest::newRow("no JSON") << QByteArray("hello") << u"illegal value"_s;
    QTest::newRow("other JSON") << QByteArray("{\"queries\":[]}") << u"no file of saved queries"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"no file of saved queries"_s;
    QTest::newRow("newer") << QByteArray(R"({"evidentQueries":2,"queries":[]})") << u"newer program"_s;
    QTest::newRow("no list") << QByteArray(R"({"evidentQueries":1,"queries":{}})") << u"no list"_s;
    QTest::newRow("no name") << QByteArray(R"({"evidentQueries":1,"queries":[{"query":"code:1"}]})")
                             << u"query 1 has no name"_s;
    QTest::newRow("no text") << QByteArray(R"({"evidentQueries":1,"queries":[{"name":"a","query":1}]})")
                             << u"query 1 (“a”) has no text"_s;
    QTest::newRow("one is wrong") << QByteArray(
        R"({"evidentQueries":1,"queries":[{"name":"a","query":"code:1"},{"name":"b","query":"colour:red"}]})")
                                  << u"query 2 (“b”) is none: "_s;
}

void tst_SavedQueries::aBadFileIsSaidAndNothingIsAdded()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, cause);
    StateFolder folder(m_folder->path());
    SavedQueries queries(folder);
    const QString path = put(bytes);
    const Result<int> added = queries.importFrom(path);
    QVERIFY(!added);
    QVERIFY2(added.error().message.contains(path), qPrintable(added.error().message));
    QVERIFY2(added.error().message.contains(cause), qPrintable(added.error().message));
    QVERIFY(queries.all().isEmpty());
}

void tst_SavedQueries::aStateFileWithOddEntriesGivesTheRest()
{
    QFile file(m_folder->filePath(u"queries.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"queries":[5,{"name":"a","query":"code:1"},{"name":"b","query":"colour:red"},{"name":"a"}]})");
    file.close();
    StateFolder folder(m_folder->path());
    QCOMPARE(SavedQueries(folder).all(), (QList<SavedQuery>{{u"a"_s, u"code:1"_s}}));
}

QTEST_GUILESS_MAIN(tst_SavedQueries)
#include "tst_savedqueries.moc"
