#include "readasmenu.h"

#include "codepatterndialog.h"
#include "logmodel.h"
#include "logtabs.h"
#include "logview.h"
#include "noticebar.h"
#include "querystate.h"
#include "windowfixture.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStringEncoder>
#include <QTableWidget>
#include <QToolButton>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_ReadAs : public WindowFixture
{
    Q_OBJECT

private slots:
    void whatTheReaderGuessedIsSaidInTheTab();
    void anotherEncodingIsOfferedForUtf16WithoutAMark();
    void theFormatIsSeenAndCanBeChosen();
    void anEncodingAndAZoneCanBeChosen();
    void anOwnPatternFindsCodesFromThenOn();

private:
    QMenu *readAs() const;
    static void choose(QMenu *menu, const QString &text);
};

/// The menu, filled as if it were open.
QMenu *tst_ReadAs::readAs() const
{
    auto *menu = m_window->findChild<ReadAsMenu *>();
    emit menu->aboutToShow();
    return menu;
}

void tst_ReadAs::choose(QMenu *menu, const QString &text)
{
    QList<QMenu *> menus{menu};
    menus += menu->findChildren<QMenu *>();
    for (const QMenu *inner : menus) {
        for (QAction *action : inner->actions()) {
            if (QString(action->text()).remove(u'&') == text) {
                action->trigger();
                return;
            }
        }
    }
    QFAIL(qPrintable(u"No such choice: "_s + text));
}

void tst_ReadAs::whatTheReaderGuessedIsSaidInTheTab()
{
    const QByteArray header = "Timestamp\tUser ID\tEvent Code\tDescription\n";
    LogPane *guessed = open(header + "1/2/2026, 9:14 AM\tjdoe\t702\tx\n", u"a.tsv"_s);
    QVERIFY(guessed);
    QVERIFY(guessed->findChild<NoticeBar *>()->text().contains(u"is a guess"_s));
    QVERIFY(m_window->tabs()->tabToolTip(m_window->tabs()->indexOf(guessed)).contains(u"is a guess"_s));
    LogPane *clear = open(header + "1/15/2026, 9:14 AM\tjdoe\t702\tx\n", u"b.tsv"_s);
    QVERIFY(clear);
    QCOMPARE(clear->findChild<NoticeBar *>()->text(), QString());
    QVERIFY(!m_window->tabs()->tabToolTip(m_window->tabs()->indexOf(clear)).contains(u"is a guess"_s));
}

void tst_ReadAs::anotherEncodingIsOfferedForUtf16WithoutAMark()
{
    QStringEncoder encoder(QStringConverter::Utf16LE);
    const QByteArray bytes = encoder(QString::fromUtf8(smallLog()));
    LogPane *pane = open(bytes);
    QVERIFY(pane);
    const auto *notice = pane->findChild<NoticeBar *>();
    QTRY_VERIFY(notice->isVisible());
    auto *button = notice->findChild<QPushButton *>();
    QVERIFY(button && button->text().contains(u"UTF-16LE"_s));
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(loaded(pane));
    QTRY_COMPARE(pane->document()->notUnderstood(), 1);
    QCOMPARE(pane->document()->recordCount(), Row(7));
}

void tst_ReadAs::theFormatIsSeenAndCanBeChosen()
{
    LogPane *pane = open(smallLog());
    QVERIFY(pane);
    m_window->setQuery(parsed(u"code:702"_s));
    pane->view()->header()->setSectionHidden(LogModel::CategoryColumn, false);
    const auto *menu = m_window->findChild<ReadAsMenu *>();
    const auto *button = qobject_cast<QToolButton *>(menu->parent());
    QVERIFY(button && button->isVisible());
    QCOMPARE(button->text(), u"JSON lines"_s);
    QVERIFY(button->toolTip().contains(pane->document()->log()->info().formatReason));
    QVERIFY(button->accessibleName().contains(u"JSON lines"_s));
    choose(readAs(), u"plain text · text"_s);
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->log()->info().formatName, u"text"_s);
    QCOMPARE(button->text(), u"plain text"_s);
    QCOMPARE(pane->queryState()->text(), u"code:702"_s);
    QVERIFY(!pane->view()->header()->isSectionHidden(LogModel::CategoryColumn));
    QVERIFY(button->toolTip().contains(u"as you chose"_s));
    choose(readAs(), u"Detect by what is in it"_s);
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->log()->info().formatName, u"ndjson"_s);
    m_window->showCatalog();
    QVERIFY(!button->isVisible());
}

void tst_ReadAs::anEncodingAndAZoneCanBeChosen()
{
    LogPane *pane = open("2026-01-15 09:00:00 caf\xe9\n", u"a.txt"_s);
    QVERIFY(pane);
    QVERIFY(offer(pane, u"Read as windows-1252"_s));
    choose(readAs(), u"Windows-1252 (Western)"_s);
    QVERIFY(loaded(pane));
    QTRY_VERIFY(pane->view()->model()->index(0, LogModel::DescriptionColumn).data().toString().contains(u"café"_s));
    const qint64 utc = pane->document()->log()->columns().time(0);
    QMenu *menu = readAs();
    for (QMenu *region : menu->findChildren<QMenu *>())
        emit region->aboutToShow();
    choose(menu, u"Asia/Tokyo"_s);
    QVERIFY(loaded(pane));
    QCOMPARE(pane->document()->log()->columns().time(0), utc - 9 * 3'600'000);
    QCOMPARE(pane->document()->options().encoding, u"windows-1252"_s);
}

void tst_ReadAs::anOwnPatternFindsCodesFromThenOn()
{
    LogPane *pane = open("2026-01-15 09:00:00 <702> jdoe\n2026-01-15 09:00:01 other\n", u"a.txt"_s);
    QVERIFY(pane);
    choose(readAs(), u"Own pattern for event codes…"_s);
    auto *dialog = m_window->findChild<CodePatternDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(unnamedControls(dialog), QStringList());
    const auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    auto *edit = dialog->findChild<QLineEdit *>();
    edit->setText(u"<(?<code>[0-9]+"_s);
    QVERIFY(!ok->isEnabled());
    edit->setText(u"<(?<code>[0-9]+)>"_s);
    QVERIFY(ok->isEnabled());
    const auto *preview = dialog->findChild<QTableWidget *>();
    QTRY_VERIFY(preview->item(0, 0) && preview->item(0, 0)->text() == u"702"_s);
    QCOMPARE(preview->rowCount(), 2);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(pane->document()->options().textPattern, u"<(?<code>[0-9]+)>"_s);
    QVERIFY(loaded(pane));
    QCOMPARE(shownCodes(pane), (QStringList{u"702"_s, QString()}));
    QCOMPARE(m_settings->load().textPattern, u"<(?<code>[0-9]+)>"_s);

    makeWindow();
    LogPane *again = m_window->openFile(m_folder->filePath(u"a.txt"_s));
    QVERIFY(loaded(again));
    QCOMPARE(shownCodes(again), (QStringList{u"702"_s, QString()}));
    choose(readAs(), u"Own pattern for event codes…"_s);
    for (QPushButton *button : m_window->findChild<CodePatternDialog *>()->findChildren<QPushButton *>()) {
        if (QString(button->text()).remove(u'&') == u"Remove the pattern"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(m_settings->load().textPattern, QString());
    QVERIFY(loaded(again));
    QTRY_COMPARE(shownCodes(again), (QStringList{QString(), QString()}));
}

QTEST_MAIN(tst_ReadAs)
#include "tst_readas.moc"
