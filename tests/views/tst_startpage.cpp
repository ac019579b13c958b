#include "appearanceportal.h"
#include "icons.h"
#include "recentfiledelegate.h"
#include "settings.h"
#include "startpage.h"
#include "theme.h"

#include <QApplication>
#include <QDropEvent>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace evident;

class TestStartPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void buttonsAskForWhatTheySay_data();
    void buttonsAskForWhatTheySay();
    void recentFilesAreOpenedByKeyboard();
    void recentFilesAreOpenedByOneClickEach();
    void missingFilesAreMarkedAndStillListed();
    void severalFilesThatAreOneLogAreOneEntry();
    void anEmptyListIsNotShown();
    void clearingTheListIsAsked();
    void droppedFilesAreOpenedInOrder();
    void aDropWithoutFilesIsRefused();

private:
    QListWidget *list() const { return m_page->findChild<QListWidget *>(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<StartPage> m_page;
};

void TestStartPage::initTestCase()
{
    m_theme = std::make_unique<Theme>(std::make_unique<AppearancePortal>(QDBusConnection(QStringLiteral("nowhere"))));
    m_icons = std::make_unique<Icons>(*m_theme);
}

void TestStartPage::init()
{
    m_page = std::make_unique<StartPage>(*m_theme, *m_icons);
    m_page->resize(800, 600);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestStartPage::buttonsAskForWhatTheySay_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("signal");
    QTest::newRow("open") << QStringLiteral("&Open log…") << QByteArray(SIGNAL(openRequested()));
    QTest::newRow("paste") << QStringLiteral("&Paste") << QByteArray(SIGNAL(pasteRequested()));
    QTest::newRow("catalog") << QStringLiteral("&Browse the catalog") << QByteArray(SIGNAL(catalogRequested()));
}

void TestStartPage::buttonsAskForWhatTheySay()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, signal);
    QSignalSpy requests(m_page.get(), signal.constData());
    const auto buttons = m_page->findChildren<QPushButton *>();
    const auto it =
        std::find_if(buttons.cbegin(), buttons.cend(), [&](auto *button) { return button->text() == text; });
    QVERIFY(it != buttons.cend());
    QTest::mouseClick(*it, Qt::LeftButton);
    QCOMPARE(requests.count(), 1);
}

void TestStartPage::recentFilesAreOpenedByKeyboard()
{
    m_page->setRecentFiles({QStringLiteral("/tmp/a.json"), QStringLiteral("/tmp/b.json")});
    QSignalSpy requests(m_page.get(), &StartPage::entryRequested);
    list()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(list(), Qt::Key_Return);
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Space);
    QCOMPARE(requests, (QList<QList<QVariant>>{{QStringLiteral("/tmp/a.json")}, {QStringLiteral("/tmp/b.json")}}));
}

void TestStartPage::recentFilesAreOpenedByOneClickEach()
{
    m_page->setRecentFiles({QStringLiteral("/tmp/a.json"), QStringLiteral("/tmp/b.json")});
    QCoreApplication::processEvents();
    QSignalSpy requests(m_page.get(), &StartPage::entryRequested);
    const QPoint second = list()->visualItemRect(list()->item(1)).center();
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(requests, (QList<QList<QVariant>>{{QStringLiteral("/tmp/b.json")}}));
}

void TestStartPage::missingFilesAreMarkedAndStillListed()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("here.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    m_page->setRecentFiles({file.fileName(), folder.filePath(QStringLiteral("gone.json"))});
    QCOMPARE(list()->count(), 2);
    QTRY_VERIFY(list()->item(1)->data(RecentFileDelegate::MissingRole).toBool());
    QVERIFY(!list()->item(0)->data(RecentFileDelegate::MissingRole).toBool());
    QVERIFY(list()->item(1)->data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("missing")));
    QCOMPARE(list()->item(1)->text(), QStringLiteral("gone.json"));
    QCOMPARE(list()->item(1)->data(RecentFileDelegate::FolderRole).toString(), folder.path());
}

void TestStartPage::severalFilesThatAreOneLogAreOneEntry()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("here.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString gone = folder.filePath(QStringLiteral("gone.json"));
    const QString half = Settings::recentEntry({gone, file.fileName()});
    m_page->setRecentFiles({half, Settings::recentEntry({gone, gone})});
    QCOMPARE(list()->count(), 2);
    QCOMPARE(list()->item(0)->text(), QStringLiteral("gone.json + 1 more"));
    QTRY_VERIFY(list()->item(1)->data(RecentFileDelegate::MissingRole).toBool());
    QVERIFY(!list()->item(0)->data(RecentFileDelegate::MissingRole).toBool());
    QSignalSpy requests(m_page.get(), &StartPage::entryRequested);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(list()->item(0)).center());
    QCOMPARE(requests, (QList<QList<QVariant>>{{half}}));
}

void TestStartPage::anEmptyListIsNotShown()
{
    m_page->setRecentFiles({QStringLiteral("/tmp/a.json")});
    QVERIFY(list()->isVisible());
    m_page->setRecentFiles({});
    QVERIFY(!list()->isVisible());
}

void TestStartPage::clearingTheListIsAsked()
{
    m_page->setRecentFiles({QStringLiteral("/tmp/a.json")});
    QSignalSpy requests(m_page.get(), &StartPage::clearRecentRequested);
    for (auto *button : m_page->findChildren<QPushButton *>()) {
        if (button->isFlat())
            button->click();
    }
    QCOMPARE(requests.count(), 1);
    QCOMPARE(list()->count(), 1);
}

void TestStartPage::droppedFilesAreOpenedInOrder()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/b.json")),
                  QUrl(QStringLiteral("https://example.com/x.json")),
                  QUrl::fromLocalFile(QStringLiteral("/tmp/a.json"))});
    QSignalSpy requests(m_page.get(), &StartPage::filesDropped);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_page.get(), &drop);
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QCOMPARE(requests,
             (QList<QList<QVariant>>{{QStringList{QStringLiteral("/tmp/b.json"), QStringLiteral("/tmp/a.json")}}}));
}

void TestStartPage::aDropWithoutFilesIsRefused()
{
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("https://example.com/x.json"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(!enter.isAccepted());
}

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
