// What can be done with a record is in the menu of each of its cells, also of the empty ones.

#include "logmodel.h"
#include "logview.h"
#include "querystate.h"
#include "windowfixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QTimer>

using namespace evident;
using namespace Qt::StringLiterals;

class tst_CellMenu : public WindowFixture
{
    Q_OBJECT

private slots:
    void init() override;
    void everyCellLeadsToTheTicket_data();
    void everyCellLeadsToTheTicket();
    void theTransactionIsCopied();
    void anEmptyValueIsAValue();

private:
    QStringList choose(int row, int column, const QString &choice);
    QString copied(int row, int column, const QString &choice);

    LogPane *m_pane = nullptr;
};

void tst_CellMenu::init()
{
    WindowFixture::init();
    m_pane = open(R"({"eventCode":"911","eventLogDate":"2026-01-15T09:00:00Z","userId":"jdoe","transactionId":"t-1"}
{"eventCode":"702","eventLogDate":"2026-01-15T09:01:00Z","userId":"jdoe","transactionId":"t-1"}
{"eventCode":"901","eventLogDate":"2026-01-15T09:02:00Z","application":"VPN"}
)",
                  u"a.ndjson"_s);
    QVERIFY(m_pane);
}

/// The texts of the cell's menu; the one that is called so is chosen.
QStringList tst_CellMenu::choose(int row, int column, const QString &choice)
{
    QStringList texts;
    m_pane->view()->setCurrentRow(row);
    QTimer::singleShot(0, m_pane, [&texts, choice] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (QAction *action : menu->actions()) {
            texts.append(action->text().remove(u'&'));
            if (texts.last() == choice)
                action->trigger();
        }
        menu->close();
    });
    emit m_pane->view()->cellMenuRequested(m_pane->view()->model()->index(row, column), QPoint(100, 100));
    return texts;
}

QString tst_CellMenu::copied(int row, int column, const QString &choice)
{
    QGuiApplication::clipboard()->clear();
    choose(row, column, choice);
    if (!QTest::qWaitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); }))
        return {};
    return QGuiApplication::clipboard()->text();
}

void tst_CellMenu::everyCellLeadsToTheTicket_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < LogModel::ColumnCount; ++column)
        QTest::addRow("%s", qPrintable(LogModel::columnName(column))) << column;
}

void tst_CellMenu::everyCellLeadsToTheTicket()
{
    QFETCH(const int, column);
    const QString text = copied(2, column, u"Copy for the ticket"_s);
    QVERIFY2(text.startsWith(u"1 record(s) of a.ndjson\n"_s) && text.contains(u"901"_s), qPrintable(text));
    const QStringList texts = choose(2, column, {});
    for (const QString &wanted :
         {u"This time and after"_s, u"This time and before"_s, u"Only this transaction"_s, u"Note on this record"_s})
        QVERIFY2(texts.contains(wanted), qPrintable(texts.join(u'\n')));
}

void tst_CellMenu::theTransactionIsCopied()
{
    const QString text = copied(1, LogModel::UserColumn, u"Copy the transaction"_s);
    QVERIFY2(text.startsWith(u"2 record(s) of a.ndjson\n"_s), qPrintable(text));
}

void tst_CellMenu::anEmptyValueIsAValue()
{
    choose(2, LogModel::UserColumn, u"Not (none)"_s);
    QCOMPARE(m_pane->queryState()->text(), u"-user:\"\""_s);
    QTRY_COMPARE(m_pane->document()->rows().size(), Row(2));
    m_pane->queryState()->back();
    QTRY_COMPARE(m_pane->document()->rows().size(), Row(3));
}

QTEST_MAIN(tst_CellMenu)
#include "tst_cellmenu.moc"
