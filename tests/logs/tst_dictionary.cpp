#include "dictionary.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace evident;
using namespace Qt::StringLiterals;

class TestDictionary : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithTheAbsentText();
    void givesEqualTextsOneId();
    void keepsTextsOfAllSizes();
    void knowsBytesThatAreNoText();
    void countsItsMemory();
    void isReadWhileItGrows();
};

void TestDictionary::beginsWithTheAbsentText()
{
    Dictionary dictionary;
    QCOMPARE(dictionary.size(), quint32(1));
    QCOMPARE(dictionary.text(0), QString());
    QCOMPARE(dictionary.intern({}), quint32(0));
    QCOMPARE(dictionary.intern(""), quint32(0));
}

void TestDictionary::givesEqualTextsOneId()
{
    Dictionary dictionary;
    QCOMPARE(dictionary.intern("jdoe"), quint32(1));
    QCOMPARE(dictionary.intern("JDOE"), quint32(2));
    QCOMPARE(dictionary.intern("jdoe"), quint32(1));
    QCOMPARE(dictionary.find("JDOE"), std::optional<quint32>(2));
    QCOMPARE(dictionary.find("nobody"), std::optional<quint32>());
    QCOMPARE(dictionary.size(), quint32(3));
    QCOMPARE(dictionary.text(1), u"jdoe"_s);
}

void TestDictionary::keepsTextsOfAllSizes()
{
    Dictionary dictionary;
    for (int size = 1; size < 3000; ++size)
        QCOMPARE(dictionary.intern(QByteArray(size, char('a' + size % 26))), quint32(size));
    const QByteArray large(1'000'000, 'x');
    const quint32 id = dictionary.intern(large);
    for (int size = 1; size < 3000; ++size)
        QCOMPARE(dictionary.utf8(quint32(size)), QByteArray(size, char('a' + size % 26)));
    QCOMPARE(dictionary.utf8(id), large);
}

void TestDictionary::knowsBytesThatAreNoText()
{
    Dictionary dictionary;
    const quint32 id = dictionary.intern("M\xFCller");
    QCOMPARE(dictionary.text(id), u"M\uFFFDller"_s);
    const QByteArrayView withNul("a\0b", 3);
    QCOMPARE(dictionary.utf8(dictionary.intern(withNul)), withNul);
}

void TestDictionary::countsItsMemory()
{
    Dictionary dictionary;
    constexpr int count = 100'000;
    qint64 bytes = 0;
    for (int user = 0; user < count; ++user) {
        const QByteArray text = "user" + QByteArray::number(user) + "@example.com";
        bytes += text.size();
        dictionary.intern(text);
    }
    QVERIFY(dictionary.memory() >= bytes + count * 12);
    QVERIFY2(dictionary.memory() <= bytes * 2 + count * 48, qPrintable(QString::number(dictionary.memory())));
}

void TestDictionary::isReadWhileItGrows()
{
    Dictionary dictionary;
    std::atomic<bool> wrong = false;
    constexpr quint32 count = 20'000;
    {
        const std::jthread reader([&] {
            for (quint32 size = 0; size < count;) {
                size = dictionary.size();
                for (quint32 id = size > 100 ? size - 100 : 1; id < size; ++id)
                    wrong = wrong || dictionary.utf8(id) != QByteArray::number(id);
            }
        });
        for (quint32 id = 1; id <= count; ++id)
            dictionary.intern(QByteArray::number(id));
    }
    QVERIFY(!wrong);
}

QTEST_APPLESS_MAIN(TestDictionary)
#include "tst_dictionary.moc"
