#include "settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_Settings : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSavedIsLoaded();
    void aMissingFileGivesDefaults();
    void damagedValuesFallBackOneByOne();
    void aFileThatIsNoSettingsFileGivesDefaults();
    void theFileIsItsOwnersAlone();
    void recentFilesAreNewestFirstOnceEachAndBounded();
    void nothingIsKeptWhenNothingIsToBeRemembered();
    void aFolderThatCannotBeWrittenIsSaid();
};

void tst_Settings::whatIsSavedIsLoaded()
{
    const QTemporaryDir folder;
    Settings settings;
    settings.theme = Settings::ThemeChoice::Dark;
    settings.highContrast = true;
    settings.windowGeometry = QByteArray("geometry\0with a zero", 20);
    settings.headers = {{u"log"_s, "header"}, {u"catalog"_s, "other"}};
    settings.splitters = {{u"main"_s, "splitter"}};
    settings.recentFiles = {u"/data/übung, 1.json"_s, u"/data/b.csv"_s,
                            Settings::recentEntry({u"/data/c.log"_s, u"/data/d.log"_s})};
    settings.textPattern = u"event \"(?<code>[0-9]+), %1\\d"_s;
    settings.lastFolder = u"/data"_s;
    settings.timeline = false;
    settings.timelineGrouping = TimelineGrouping::Method;
    settings.remember = false;
    settings.maskNames = true;
    settings.ticketsInMarkdown = true;

    const SettingsStore store(folder.path());
    QVERIFY(store.save(settings));
    QVERIFY(SettingsStore(folder.path()).load() == settings);

    QCOMPARE(Settings::recentPaths(SettingsStore(folder.path()).load().recentFiles.last()),
             (QStringList{u"/data/c.log"_s, u"/data/d.log"_s}));

    settings.headers.remove(u"log"_s);
    QVERIFY(store.save(settings));
    QVERIFY(SettingsStore(folder.path()).load() == settings);
}

void tst_Settings::aMissingFileGivesDefaults()
{
    const QTemporaryDir folder;
    QVERIFY(SettingsStore(folder.path()).load() == Settings());
}

void tst_Settings::damagedValuesFallBackOneByOne()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[window]\ntheme=plaid\nhighContrast=true\ntimelineGrouping=size\n[files]\nlastFolder=/data\n");
    file.close();

    const Settings settings = SettingsStore(folder.path()).load();
    QCOMPARE(settings.theme, Settings::ThemeChoice::System);
    QCOMPARE(settings.timelineGrouping, TimelineGrouping::Level);
    QVERIFY(settings.highContrast);
    QCOMPARE(settings.lastFolder, u"/data"_s);
}

void tst_Settings::aFileThatIsNoSettingsFileGivesDefaults()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, '\xff'));
    file.close();
    QVERIFY(SettingsStore(folder.path()).load() == Settings());
}

void tst_Settings::theFileIsItsOwnersAlone()
{
    const QTemporaryDir folder;
    QVERIFY(SettingsStore(folder.path()).save({}));
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(folder.filePath(u"settings.ini"_s)) & others, QFile::Permissions());
}

void tst_Settings::recentFilesAreNewestFirstOnceEachAndBounded()
{
    Settings settings;
    for (int i = 0; i < Settings::maxRecentFiles + 3; ++i)
        settings.addRecentFile(u"/data/%1"_s.arg(i));
    settings.addRecentFile(u"/data/5"_s);
    QCOMPARE(settings.recentFiles.size(), Settings::maxRecentFiles);
    QCOMPARE(settings.recentFiles.first(), u"/data/5"_s);
    QCOMPARE(settings.recentFiles.count(u"/data/5"_s), 1);
}

void tst_Settings::nothingIsKeptWhenNothingIsToBeRemembered()
{
    Settings settings;
    settings.remember = false;
    settings.addRecentFile(u"/data/secret.json"_s);
    QVERIFY(settings.recentFiles.isEmpty());
}

void tst_Settings::aFolderThatCannotBeWrittenIsSaid()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"folder"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QVERIFY(!SettingsStore(inTheWay.fileName()).save({}));
}

QTEST_GUILESS_MAIN(tst_Settings)
#include "tst_settings.moc"
