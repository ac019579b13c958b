#include "format.h"
#include "fuzztarget.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;

/// What the fuzzers begin with, and what they found, goes through the same checks once: in every build, under every
/// sanitizer.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatHasATarget();
    void checksCanFail();
    void everyTargetTakesEveryInput_data();
    void everyTargetTakesEveryInput();
};

void TestFuzzCorpus::everyFormatHasATarget()
{
    for (const QString &format : evident::formatNames())
        QVERIFY2(fuzzTarget(format), qPrintable(format));
}

void TestFuzzCorpus::checksCanFail()
{
    QVERIFY_THROWS_EXCEPTION(FuzzFailure, mustHold(false, "this"));
}

void TestFuzzCorpus::everyTargetTakesEveryInput_data()
{
    QTest::addColumn<QString>("path");
    const QDir corpus(QStringLiteral(EVIDENT_FUZZ_CORPUS));
    QDirIterator files(corpus.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(corpus.relativeFilePath(path))) << path;
    }
}

void TestFuzzCorpus::everyTargetTakesEveryInput()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray input = file.readAll();
    for (const FuzzTarget &target : fuzzTargets()) {
        try {
            target.check(input);
        } catch (const FuzzFailure &failure) {
            QFAIL(qPrintable(u"%1: it does not hold that %2"_s.arg(target.name, QString::fromUtf8(failure.what()))));
        }
    }
}

QTEST_APPLESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
