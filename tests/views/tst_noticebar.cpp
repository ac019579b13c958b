#include "noticebar.h"

#include "viewfixture.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace evident;
using namespace Qt::StringLiterals;

class TestNoticeBar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void isHiddenUntilThereIsSomethingToSay();
    void neverReadsMarkup();
    void closesByMouseAndByEscape();
    void buttonsStandUnderTheText();
    void growsWithItsTextInNarrowPanes();
    void everythingHasANameForTheScreenReader();

private:
    Theme *m_theme = nullptr;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<NoticeBar> m_bar;
};

void TestNoticeBar::initTestCase()
{
    m_theme = new Theme(this);
    m_icons = std::make_unique<Icons>(*m_theme);
}

void TestNoticeBar::init()
{
    m_bar = std::make_unique<NoticeBar>(*m_theme, *m_icons);
}

void TestNoticeBar::isHiddenUntilThereIsSomethingToSay()
{
    QVERIFY(m_bar->isHidden());
    m_bar->showNotice(u"The catalog is read-only."_s);
    QVERIFY(!m_bar->isHidden());
    QCOMPARE(m_bar->text(), u"The catalog is read-only."_s);
    m_bar->showNotice(QString());
    QVERIFY(m_bar->isHidden());
}

void TestNoticeBar::neverReadsMarkup()
{
    m_bar->showNotice(u"<b>/home/jdoe/x</b> is damaged."_s);
    for (const QLabel *label : m_bar->findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestNoticeBar::closesByMouseAndByEscape()
{
    QSignalSpy dismissed(m_bar.get(), &NoticeBar::dismissed);
    m_bar->showNotice(u"One."_s);
    QTest::mouseClick(m_bar->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(m_bar->isHidden());
    QCOMPARE(dismissed.size(), 1);
    m_bar->showNotice(u"Two."_s);
    QTest::keyClick(m_bar->findChild<QToolButton *>(), Qt::Key_Escape);
    QVERIFY(m_bar->isHidden());
    QCOMPARE(dismissed.size(), 2);
}

void TestNoticeBar::buttonsStandUnderTheText()
{
    m_bar->showNotice(u"The file has changed."_s);
    QPushButton *again = m_bar->addButton(u"Read again"_s);
    QSignalSpy clicked(again, &QPushButton::clicked);
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(accessibleName(again), u"Read again"_s);
    m_bar->clearButtons();
    QVERIFY(again->isHidden());
}

void TestNoticeBar::growsWithItsTextInNarrowPanes()
{
    m_bar->showNotice(QString(u"The catalog cannot be written to. "_s).repeated(6));
    QVERIFY(m_bar->heightForWidth(240) > m_bar->heightForWidth(900));
}

void TestNoticeBar::everythingHasANameForTheScreenReader()
{
    m_bar->showNotice(u"The catalog is read-only."_s, Severity::Warning);
    QCOMPARE(unnamedControls(m_bar.get()), QStringList());
    QCOMPARE(accessibleName(m_bar->findChild<QToolButton *>()), u"Dismiss this notice"_s);
    QStringList names;
    for (QLabel *label : m_bar->findChildren<QLabel *>())
        names.append(accessibleName(label));
    QVERIFY(names.contains(u"warning: The catalog is read-only."_s));
}

QTEST_MAIN(TestNoticeBar)
#include "tst_noticebar.moc"
