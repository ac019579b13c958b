// Where the questions for files begin: what is kept of it, and what is forgotten.

#include "windowfixture.h"
#include "windowstate.h"

#include <QAction>
#include <QDir>
#include <QSignalSpy>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_LastFolder : public WindowFixture
{
    Q_OBJECT

private slots:
    void theFolderOfALogIsKept();
    void clearedHistoryHasNoFolder();
    void whatCannotBeClearedIsSaid();
};

void tst_LastFolder::theFolderOfALogIsKept()
{
    QVERIFY(open(smallLog(), u"logs/a.ndjson"_s));
    QVERIFY(m_window->close());
    QCOMPARE(m_settings->load().lastFolder, m_folder->filePath(u"logs"_s));
}

void tst_LastFolder::clearedHistoryHasNoFolder()
{
    Settings settings = m_settings->load();
    settings.lastFolder = u"/private"_s; // of a run before
    QVERIFY(m_settings->save(settings));
    makeWindow();
    action(u"Clear history"_s)->trigger();
    QCOMPARE(m_settings->load().lastFolder, QString());
    QVERIFY(m_window->close());
    QCOMPARE(m_settings->load().lastFolder, QString());
}

void tst_LastFolder::whatCannotBeClearedIsSaid()
{
    // A folder of that name is not deleted.
    const QString path = m_data->filePath(u"state/session.json"_s);
    QVERIFY(QDir().mkpath(path + u"/x"_s));
    QSignalSpy said(m_window->state(), &WindowState::messageShown);
    action(u"Clear history"_s)->trigger();
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().first().toString().contains(path), qPrintable(said.first().first().toString()));
    QVERIFY(QDir(path).removeRecursively());
}

QTEST_MAIN(tst_LastFolder)
#include "tst_lastfolder.moc"
