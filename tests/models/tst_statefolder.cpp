#include "statefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"things"_s;

QJsonObject object(int number)
{
    return {{u"number"_s, number}};
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
}

} // namespace

class tst_StateFolder : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsSavedIsLoaded();
    void filesAndFolderAreTheirOwnersAlone();
    void aFileOfOthersBecomesTheOwnersAlone();
    void aDamagedFileIsSetAsideAndSaid_data();
    void aDamagedFileIsSetAsideAndSaid();
    void twoProgramsKeepWhatBothWrote();
    void whatCannotBeWrittenHoldsAndIsSaid();
    void whatWouldBeTooLongIsNotWritten();
    void clearingLeavesNothing();
    void rememberingNothingDeletesAllAndCanBeTakenBack();
    void whatIsNotRememberedIsNeverWritten();

private:
    QString path() const { return m_folder->filePath(u"state"_s); }
    QString file() const { return m_folder->filePath(u"state/things.json"_s); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_StateFolder::whatIsSavedIsLoaded()
{
    StateFolder folder(path());
    QCOMPARE(folder.load(name), QJsonObject());
    QVERIFY(folder.save(name, object(1)));
    QCOMPARE(folder.load(name), object(1));
    QCOMPARE(StateFolder(path()).load(name), object(1));
    QVERIFY(folder.takeProblems().isEmpty());
}

void tst_StateFolder::filesAndFolderAreTheirOwnersAlone()
{
    StateFolder folder(path());
    QVERIFY(folder.save(name, object(1)));
    constexpr QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(file()) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(path()) & others, QFile::Permissions());
    QVERIFY(QFile::permissions(file()).testFlags(QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(QDir(path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"things.json"_s});
}

void tst_StateFolder::aFileOfOthersBecomesTheOwnersAlone()
{
    QVERIFY(write(file(), "{}"));
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    StateFolder folder(path());
    QVERIFY(folder.save(name, object(1)));
    QVERIFY(!QFile::permissions(file()).testFlag(QFile::ReadOther));
}

void tst_StateFolder::aDamagedFileIsSetAsideAndSaid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << QByteArray("{\"number\": 1");
    QTest::newRow("no object") << QByteArray("[1, 2]");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("noise") << QByteArray(1000, '\xff');
    QTest::newRow("too long") << QByteArray(StateFolder::mostBytes + 1, ' ');
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void tst_StateFolder::aDamagedFileIsSetAsideAndSaid()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(write(file(), bytes));
    StateFolder folder(path());
    QCOMPARE(folder.load(name), QJsonObject());
    const QStringList problems = folder.takeProblems();
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(file()), qPrintable(problems.first()));
    QVERIFY(folder.takeProblems().isEmpty());
    QVERIFY(!QFile::exists(file()));
    QFile aside(file() + u".damaged"_s);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    // Work goes on.
    QVERIFY(folder.save(name, object(2)));
    QCOMPARE(StateFolder(path()).load(name), object(2));
}

void tst_StateFolder::twoProgramsKeepWhatBothWrote()
{
    StateFolder one(path());
    StateFolder other(path());
    const auto append = [](int number) {
        return [number](QJsonObject &file) {
            QJsonArray list = file.value(u"list"_s).toArray();
            list.append(number);
            file.insert(u"list"_s, list);
        };
    };
    for (int i = 0; i < 10; ++i)
        QVERIFY((i % 2 == 0 ? one : other).change(name, append(i)));
    QCOMPARE(one.load(name).value(u"list"_s).toArray(), (QJsonArray{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

void tst_StateFolder::whatCannotBeWrittenHoldsAndIsSaid()
{
    QVERIFY(write(path(), "in the way"));
    StateFolder folder(path());
    const Result<QJsonObject> saved = folder.save(name, object(1));
    QVERIFY(!saved);
    QVERIFY2(saved.error().message.contains(file()), qPrintable(saved.error().message));
    QCOMPARE(folder.load(name), object(1));
    // As soon as it can be, it is.
    QVERIFY(QFile::remove(path()));
    QVERIFY(folder.change(name, [](QJsonObject &) {}));
    QCOMPARE(StateFolder(path()).load(name), object(1));
}

void tst_StateFolder::whatWouldBeTooLongIsNotWritten()
{
    StateFolder folder(path());
    QVERIFY(folder.save(name, object(1)));
    QVERIFY(!folder.save(name, {{u"text"_s, QString(StateFolder::mostBytes, u'x')}}));
    QCOMPARE(StateFolder(path()).load(name), object(1));
}

void tst_StateFolder::clearingLeavesNothing()
{
    StateFolder folder(path());
    QVERIFY(folder.save(name, object(1)));
    QVERIFY(folder.save(u"others"_s, object(2)));
    QVERIFY(write(m_folder->filePath(u"state/broken.json"_s), "{"));
    folder.load(u"broken"_s); // is set aside
    QVERIFY(folder.clear(name));
    QCOMPARE(folder.load(name), QJsonObject());
    QCOMPARE(folder.load(u"others"_s), object(2));
    QVERIFY(folder.clear());
    QCOMPARE(QDir(path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void tst_StateFolder::rememberingNothingDeletesAllAndCanBeTakenBack()
{
    StateFolder folder(path());
    QVERIFY(folder.save(name, object(1)));
    QVERIFY(folder.save(u"others"_s, object(2)));
    QVERIFY(folder.setRemembers(false));
    QCOMPARE(QDir(path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    QCOMPARE(folder.load(name), object(1)); // until the end
    QVERIFY(folder.setRemembers(true));
    QCOMPARE(StateFolder(path()).load(name), object(1));
    QCOMPARE(StateFolder(path()).load(u"others"_s), object(2));
}

void tst_StateFolder::whatIsNotRememberedIsNeverWritten()
{
    StateFolder folder(path());
    QVERIFY(folder.setRemembers(false));
    QVERIFY(folder.save(name, object(1)));
    QCOMPARE(folder.load(name), object(1));
    QVERIFY(!QFile::exists(path()));
}

QTEST_GUILESS_MAIN(tst_StateFolder)
#include "tst_statefolder.moc"
