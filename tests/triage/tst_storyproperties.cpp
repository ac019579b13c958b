// What holds of every log and its stories.

#include "loggenerator.h"
#include "storyfixture.h"

#include <algorithm>
#include <random>

using namespace evident;
using namespace Qt::StringLiterals;
using Answer = StoryFact::Answer;

namespace {

/// The story in words that name no row: equal for logs that say the same.
QString toldBy(const ToldStory &told, const std::optional<StoryMoment> &moment)
{
    return moment ? u"%1 by %2"_s.arg(ToldStory::clock(moment->time)).arg(told.codeOf(moment->row)) : u"never"_s;
}

QString toldBy(const ToldStory &told, const StoryFact &fact)
{
    return u"%1 %2 %3 %4 %5"_s.arg(int(fact.answer))
        .arg(int(fact.changed))
        .arg(fact.answer == Answer::Untold ? u"-"_s : toldBy(told, fact.told),
             fact.answer == Answer::Untold ? u"-"_s : toldBy(told, fact.last), toldBy(told, fact.contrary));
}

QStringList wordsOf(const ToldStory &told)
{
    const UserStory &story = told.story;
    QStringList words{u"%1 %2 %3 %4 %5 %6 %7"_s.arg(story.user)
                          .arg(story.records)
                          .arg(story.withoutTime)
                          .arg(story.errors)
                          .arg(story.attempts)
                          .arg(story.failedAttempts)
                          .arg(story.signInCount),
                      ToldStory::clock(story.asOf) + ToldStory::clock(story.begin) + ToldStory::clock(story.end)};
    for (const StoryThing &thing : story.things) {
        words.append(thing.method + u": "_s + toldBy(told, thing.locked) + u" / "_s + toldBy(told, thing.enabled));
        words.append(toldBy(told, thing.lastSuccess) + u" / "_s + toldBy(told, thing.lastFailure)
                     + QString::number(thing.failures));
    }
    for (size_t i = 0; i < story.signIns.size(); ++i) {
        const SignIn &signIn = story.signIns[i];
        QString line = ToldStory::clock(signIn.begin) + u'-' + ToldStory::clock(signIn.end) + u' ' + signIn.method
            + u' ' + signIn.application + u' ' + outcomeToken(signIn.outcome) + QString::number(int(signIn.isAttempt))
            + u" by "_s + QString::number(told.codeOf(signIn.decisive)) + u" for "_s
            + QString::number(told.codeOf(signIn.telling)) + u':';
        for (const qint64 code : told.stepsOf(i))
            line += u' ' + QString::number(code);
        words.append(line);
    }
    for (const QList<StorySeen> *seen : {&story.addresses, &story.devices}) {
        for (const StorySeen &one : *seen)
            words.append(one.value + QString::number(one.records));
    }
    return words;
}

} // namespace

class TestStoryProperties : public QObject
{
    Q_OBJECT

private slots:
    void shuffledAndRepeatedLogsTellTheSame_data();
    void shuffledAndRepeatedLogsTellTheSame();
};

void TestStoryProperties::shuffledAndRepeatedLogsTellTheSame_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<bool>("coarse"); // times cut to the second, so that many are equal
    for (quint64 seed = 1; seed <= 6; ++seed) {
        QTest::addRow("seed %d", int(seed)) << seed << false;
        QTest::addRow("seed %d, coarse", int(seed)) << seed << true;
    }
}

void TestStoryProperties::shuffledAndRepeatedLogsTellTheSame()
{
    QFETCH(quint64, seed);
    QFETCH(bool, coarse);
    LogGeneratorOptions options;
    options.seed = seed;
    options.people = 4;
    options.intervalMs = 20'000;
    options.storyTime = options.firstTime.addSecs(3600);
    LogGenerator generator(options);
    std::mt19937_64 random(seed);
    QByteArrayList lines;
    for (int i = 0; i < 1500; ++i) {
        GeneratedEvent event = generator.next();
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(coarse ? event.time / 1000 * 1000 : event.time, Qt::UTC);
        const QByteArray time = at.toString(u"HH:mm:ss.zzz"_s).toLatin1();
        const QByteArray transaction = random() % 3 == 0 ? QByteArray() : event.transaction.toUtf8();
        // Half of the company's troubles are jdoe's.
        const QString name = random() % 2 == 0 ? u"jdoe@example.com"_s : event.user;
        const QByteArray user = (random() % 5 == 0 ? name.toUpper() : name).toUtf8();
        lines.append(Event{event.code, random() % 50 == 0 ? "" : time.constData(), event.method.toUtf8().constData(),
                           transaction.constData(), user.constData(), event.address.toUtf8().constData(),
                           event.device.toUtf8().constData(), event.application.toUtf8().constData()}
                         .line());
    }
    const QString jdoe = u"jdoe@example.com"_s;
    const ToldStory told(lines.join(), jdoe);
    QVERIFY(told.story.records > 100);
    QVERIFY(told.story.signIns.size() > 20);
    QVERIFY(std::ranges::any_of(told.story.things,
                                [](const StoryThing &thing) { return thing.locked.answer != Answer::Untold; }));
    const QStringList words = wordsOf(told);
    for (int round = 0; round < 3; ++round) {
        QByteArrayList more = lines;
        for (int i = 0; i < 400; ++i)
            more.append(lines.at(qsizetype(random() % quint64(lines.size()))));
        std::ranges::shuffle(more, random);
        const ToldStory again(more.join(), jdoe);
        QCOMPARE(again.story.repeated >= told.story.repeated, true);
        const QStringList others = wordsOf(again);
        for (qsizetype i = 0; i < std::min(words.size(), others.size()); ++i)
            QCOMPARE(others.at(i), words.at(i));
        QCOMPARE(others.size(), words.size());
    }
}

QTEST_GUILESS_MAIN(TestStoryProperties)
#include "tst_storyproperties.moc"
