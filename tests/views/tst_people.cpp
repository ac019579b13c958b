#include "userpage.h"

#include "actions.h"
#include "catalogstore.h"
#include "detailspane.h"
#include "loggenerator.h"
#include "logmodel.h"
#include "logpane.h"
#include "logview.h"
#include "mainwindow.h"
#include "noticebar.h"
#include "querystate.h"
#include "searchbox.h"
#include "storyroles.h"
#include "storystatemodel.h"
#include "storyview.h"
#include "ticketdesk.h"
#include "userpicker.h"
#include "viewfixture.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(int code, const char *time, const char *user, const char *transaction, const char *method = "")
{
    QByteArray json = "{\"eventCode\":\"" + QByteArray::number(code) + "\",\"eventLogDate\":\"2026-01-15T" + time
        + "Z\",\"userId\":\"" + user + "\",\"application\":\"VPN\",\"sourceIPAddress\":\"192.0.2.14\"";
    if (*transaction)
        json += QByteArrayLiteral(",\"transactionId\":\"") + transaction + '"';
    if (*method)
        json += QByteArrayLiteral(",\"method\":\"") + method + '"';
    return json + "}\n";
}

/// jdoe's push times out, then his token is locked; asmith signs in between.
QByteArray smallLog()
{
    return line(911, "09:00:00.000", "jdoe@example.com", "t-1") + line(901, "09:00:01.000", "asmith@example.com", "t-2")
        + line(702, "09:01:00.000", "jdoe@example.com", "t-1") + line(913, "09:01:00.100", "jdoe@example.com", "t-1")
        + line(663, "09:05:00.000", "JDoe@example.com", "t-3") + line(662, "09:05:10.000", "jdoe@example.com", "t-3")
        + line(934, "09:20:00.000", "jdoe@example.com", "")
        + line(35, "09:20:01.000", "jdoe@example.com", "", "SMS OTP")
        + line(902, "09:30:00.000", "ajdoe@example.com", "t-9");
}

} // namespace

class tst_People : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void theUsersWithMostErrorsAreOffered();
    void aPartOfANameAndEnterPickTheBestMatch();
    void theListIsUsedByTheKeyboard();
    void theUserOfARecordIsOneKey();
    void aStateLeadsToItsRecord();
    void aStepLeadsToItsRecordEvenWhenTheQueryLeavesItOut();
    void aSignInLeadsToItsTransaction();
    void aSignInWithoutATransactionLeadsToItsTime();
    void theRecordsOfTheUserAreNewestFirst();
    void whereTheUserWasSeenLeadsThere();
    void theDetailsFollowTheStory();
    void theTransactionOfAStepIsOneKey();
    void everyControlHasANameAndIsReached();
    void aTicketIsOfferedOnlyOfAStory();
    void aTicketIsMaskedByItsOwnRecords();
    void theReportTellsOfTheUserWhoIsShown();
    void aLogThatGrowsIsReadAgain();
    void timesAreThoseOfTheZone();

    void jdoeCannotSignIn(); // T3
    void isJdoeLockedOut(); // T4
    void whatHappenedInThisSignIn(); // T7
    void amongManyRecords(); // T3, T4 again

private:
    LogPane *open(const QByteArray &bytes);
    void show(const QString &user);
    QStringList shownCodes() const;
    QModelIndex signIn(int row) const { return m_page->story()->signIns()->model()->index(row, 0); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_catalogFolder;
    std::unique_ptr<CatalogStore> m_catalog;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<MainWindow> m_window;
    LogPane *m_pane = nullptr;
    UserPage *m_page = nullptr;
};

void tst_People::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_icons = std::make_unique<Icons>(*m_theme);
    m_catalogFolder = std::make_unique<QTemporaryDir>();
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    auto store = CatalogStore::open(m_catalogFolder->path(), std::move(resources).value());
    QVERIFY(store.ok());
    m_catalog = std::move(store).value();
}

void tst_People::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<SettingsStore>(m_folder->path());
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{*m_theme, *m_icons, *m_settings, *m_catalog, {}, options, QTimeZone::utc()});
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_People::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

LogPane *tst_People::open(const QByteArray &bytes)
{
    QFile file(m_folder->filePath(u"log.ndjson"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return nullptr;
    file.close();
    m_pane = m_window->openFile(file.fileName());
    m_page = m_pane->findChild<UserPage *>();
    const bool loaded = QTest::qWaitFor([this] {
        return m_pane->document()->state() == LogDocument::State::Complete && !m_pane->document()->isFiltering();
    });
    return loaded && m_page ? m_pane : nullptr;
}

void tst_People::show(const QString &user)
{
    m_pane->showPage(m_page);
    m_page->showUser(user);
    m_page->setFocus();
    QTRY_VERIFY(signIn(0).isValid());
}

QStringList tst_People::shownCodes() const
{
    const QAbstractItemModel *model = m_pane->view()->model();
    QStringList codes;
    for (int row = 0; row < model->rowCount(); ++row)
        codes.append(model->index(row, LogModel::CodeColumn).data().toString());
    return codes;
}

void tst_People::theUsersWithMostErrorsAreOffered()
{
    QVERIFY(open(smallLog()));
    Actions person(m_window.get());
    person.clickTab(u"People"_s);
    QCOMPARE(m_pane->currentPage(), m_page);
    QTableView *table = m_page->picker()->table();
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"jdoe@example.com"_s);
    QCOMPARE(table->model()->index(1, 0).data().toString(), u"ajdoe@example.com"_s);
    person.click(table, table->model()->index(0, 0));
    QCOMPARE(m_page->user(), u"jdoe@example.com"_s);
    QTRY_COMPARE(m_page->story()->signIns()->model()->rowCount(), 3);
}

void tst_People::aPartOfANameAndEnterPickTheBestMatch()
{
    QVERIFY(open(smallLog()));
    m_pane->showPage(m_page);
    m_page->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"jdoe"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // before the users were counted
    QTRY_COMPARE(m_page->user(), u"jdoe@example.com"_s);
    QTRY_VERIFY(signIn(0).isValid());
    QTRY_VERIFY(m_page->story()->signIns()->hasFocus());
    // Another name brings the list back; Escape leaves it.
    auto *name = m_page->findChild<QLineEdit *>();
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"nobody"_s);
    QVERIFY(!m_page->ticket());
    QTRY_COMPARE(m_page->picker()->table()->model()->rowCount(), 0);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_page->user(), u"jdoe@example.com"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(m_page->story()->signIns()->hasFocus());
    QCOMPARE(name->text(), u"jdoe@example.com"_s);
}

void tst_People::theListIsUsedByTheKeyboard()
{
    QVERIFY(open(smallLog()));
    m_pane->showPage(m_page);
    QTableView *table = m_page->picker()->table();
    QTRY_COMPARE(table->model()->rowCount(), 3);
    m_page->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(m_page->user(), u"ajdoe@example.com"_s);
}

void tst_People::theUserOfARecordIsOneKey()
{
    QVERIFY(open(smallLog()));
    m_pane->view()->setCurrentRow(4); // JDoe's
    QTest::keyClick(m_pane->view(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_pane->currentPage(), m_page);
    QCOMPARE(m_page->user(), u"JDoe@example.com"_s);
    QTRY_COMPARE(m_page->story()->signIns()->model()->rowCount(), 3);
    QVERIFY(m_page->story()->signIns()->hasFocus());
    // The record is the current step; newest is first.
    QVERIFY(signIn(0).data().toString().startsWith(u"2026-01-15 09:20"));
    QCOMPARE(m_page->story()->signIns()->currentIndex().parent(), signIn(1));
    QCOMPARE(m_pane->view()->currentRow(), 4);
}

void tst_People::aStateLeadsToItsRecord()
{
    QVERIFY(open(smallLog()));
    m_pane->queryState()->setText(u"user:asmith*"_s); // which leaves the evidence out
    show(u"jdoe@example.com"_s);
    QTableView *states = m_page->story()->states();
    const auto stateOf = [states](const QString &thing) {
        for (int row = 0; row < states->model()->rowCount(); ++row) {
            if (states->model()->index(row, 0).data().toString() == thing)
                return states->model()->index(row, StoryStateModel::LockColumn);
        }
        return QModelIndex();
    };
    QVERIFY(stateOf(u"Account"_s).data().toString().contains(u"does not tell"));
    QVERIFY(stateOf(u"Approve"_s).data().toString().contains(u"does not tell"));
    const QModelIndex fob = stateOf(u"Hardware Authenticator"_s);
    QCOMPARE(fob.data().toString(), u"locked, 09:05:10"_s);
    Actions person(m_window.get());
    person.click(states, fob);
    QCOMPARE(m_pane->currentPage(), nullptr);
    QTRY_COMPARE(m_pane->currentDetails()->key.code, 662);
    QTRY_COMPARE(m_pane->view()->model()->index(m_pane->view()->currentRow(), LogModel::CodeColumn).data().toString(),
                 u"662"_s);
    // The keyboard does the same.
    m_pane->showPage(m_page);
    states->setFocus();
    states->setCurrentIndex(stateOf(u"SMS OTP"_s));
    QTest::keyClick(states, Qt::Key_Return);
    QTRY_COMPARE(m_pane->currentDetails()->key.code, 35);
    QCOMPARE(m_pane->currentPage(), nullptr);
    QCOMPARE(person.count(), 1);
}

void tst_People::aStepLeadsToItsRecordEvenWhenTheQueryLeavesItOut()
{
    QVERIFY(open(smallLog()));
    m_pane->queryState()->setText(u"code:901"_s);
    QTRY_COMPARE(shownCodes(), (QStringList{u"901"_s}));
    show(u"jdoe@example.com"_s);
    QTreeView *tree = m_page->story()->signIns();
    const QModelIndex parent = signIn(2);
    QCOMPARE(tree->model()->rowCount(parent), 3);
    tree->expand(parent);
    tree->setCurrentIndex(tree->model()->index(1, 0, parent));
    QTest::keyClick(tree, Qt::Key_Return);
    QCOMPARE(m_pane->currentPage(), nullptr);
    QTRY_VERIFY(m_pane->view()->currentRow() >= 0);
    QTRY_COMPARE(m_pane->view()->model()->index(m_pane->view()->currentRow(), LogModel::CodeColumn).data().toString(),
                 u"702"_s);
    QCOMPARE(m_pane->queryState()->text(), u"user:jdoe@example.com"_s);
    QVERIFY(m_pane->view()->hasFocus());
}

void tst_People::aSignInLeadsToItsTransaction()
{
    QVERIFY(open(smallLog()));
    show(u"jdoe@example.com"_s);
    Actions person(m_window.get());
    person.click(m_page->story()->signIns(), signIn(1).siblingAtColumn(2));
    QTRY_COMPARE(m_pane->queryState()->text(), u"transaction:t-3"_s);
    QTRY_COMPARE(shownCodes(), (QStringList{u"663"_s, u"662"_s}));
    QCOMPARE(m_pane->currentPage(), nullptr);
}

void tst_People::aSignInWithoutATransactionLeadsToItsTime()
{
    QVERIFY(open(smallLog()));
    show(u"jdoe@example.com"_s);
    QTreeView *tree = m_page->story()->signIns();
    tree->setCurrentIndex(signIn(0));
    QTest::keyClick(tree, Qt::Key_Return);
    QTRY_COMPARE(shownCodes(), (QStringList{u"35"_s, u"934"_s}));
    QVERIFY(m_pane->queryState()->text().startsWith(u"user:jdoe@example.com time:"));
}

void tst_People::theRecordsOfTheUserAreNewestFirst()
{
    QVERIFY(open(smallLog()));
    show(u"jdoe@example.com"_s);
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == u"Records of this user"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(m_pane->currentPage(), nullptr);
    QTRY_COMPARE(shownCodes(), (QStringList{u"35"_s, u"934"_s, u"662"_s, u"663"_s, u"913"_s, u"702"_s, u"911"_s}));
}

void tst_People::whereTheUserWasSeenLeadsThere()
{
    QVERIFY(open(smallLog()));
    show(u"jdoe@example.com"_s);
    const QList<QToolButton *> buttons = m_page->story()->findChildren<QToolButton *>();
    const auto found =
        std::ranges::find_if(buttons, [](const QToolButton *button) { return button->text() == u"192.0.2.14 (7)"_s; });
    QVERIFY(found != buttons.end());
    QTest::mouseClick(*found, Qt::LeftButton);
    QTRY_COMPARE(m_pane->queryState()->text(), u"user:jdoe@example.com sourceIp:192.0.2.14"_s);
    QTRY_COMPARE(m_pane->view()->model()->rowCount(), 7);
}

void tst_People::theDetailsFollowTheStory()
{
    QVERIFY(open(smallLog()));
    show(u"jdoe@example.com"_s);
    QTreeView *tree = m_page->story()->signIns();
    tree->setCurrentIndex(signIn(1));
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 662}));
    QCOMPARE(m_pane->currentPage(), m_page);
}

void tst_People::theTransactionOfAStepIsOneKey()
{
    QVERIFY(open(smallLog()));
    show(u"jdoe@example.com"_s);
    QTreeView *tree = m_page->story()->signIns();
    tree->expand(signIn(1));
    tree->setCurrentIndex(tree->model()->index(0, 0, signIn(1)));
    QTest::keyClick(tree, Qt::Key_T, Qt::ControlModifier);
    QTRY_COMPARE(m_pane->queryState()->text(), u"transaction:t-3"_s);
    QCOMPARE(m_pane->currentPage(), nullptr);
}

void tst_People::everyControlHasANameAndIsReached()
{
    QVERIFY(open(smallLog()));
    m_pane->showPage(m_page);
    QTRY_COMPARE(m_page->picker()->table()->model()->rowCount(), 3);
    QCOMPARE(unnamedControls(m_page).join(u' '), QString());
    show(u"jdoe@example.com"_s);
    QCOMPARE(unnamedControls(m_page).join(u' '), QString());
    // What a cell says to a screen reader is a whole.
    QAccessibleInterface *states = QAccessible::queryAccessibleInterface(m_page->story()->states());
    QVERIFY(states && states->tableInterface());
    QVERIFY(states->tableInterface()->cellAt(0, 1)->text(QAccessible::Name).startsWith(u"Account, Lock: "));
    // Tab goes through all of it.
    m_page->findChild<QLineEdit *>()->setFocus();
    QSet<QWidget *> reached;
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    QVERIFY(reached.contains(m_page->story()->states()));
    QVERIFY(reached.contains(m_page->story()->signIns()));
    for (QAbstractButton *button : m_page->story()->findChildren<QToolButton *>())
        QVERIFY2(reached.contains(button), qPrintable(button->text()));
}

void tst_People::aTicketIsOfferedOnlyOfAStory()
{
    QVERIFY(open(smallLog()));
    m_pane->showPage(m_page);
    QVERIFY(!m_page->ticket());
    show(u"jdoe@example.com"_s);
    QSignalSpy requested(m_page, &UserPage::ticketRequested);
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == u"Copy for a ticket"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(requested.size(), 1);
    QVERIFY(m_page->ticket());
    QCOMPARE(m_page->ticket()->title, u"jdoe@example.com"_s);
}

void tst_People::aTicketIsMaskedByItsOwnRecords()
{
    QVERIFY(open(smallLog()));
    show(u"jdoe@example.com"_s);
    // What decided each sign-in: newest first.
    const RowSet records = m_page->ticketRecords().value();
    QCOMPARE(std::vector(records.rows().begin(), records.rows().end()), (std::vector<Row>{7, 5, 2}));
    m_window->findChild<QAction *>(u"maskNames"_s)->setChecked(true);
    QGuiApplication::clipboard()->clear();
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == u"Copy for a ticket"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"user-1\n"_s));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u"jdoe"_s));
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"Addresses: addr-1"_s));
}

void tst_People::theReportTellsOfTheUserWhoIsShown()
{
    QVERIFY(open(smallLog()));
    const auto report = [this](const QString &name) {
        const QString path = m_folder->filePath(name);
        for (QAction *action : m_window->findChildren<QAction *>()) {
            if (action->text().remove(u'&') == u"Save report…"_s)
                action->trigger();
        }
        QPointer question = m_window->findChild<QFileDialog *>();
        question->selectFile(path);
        static_cast<QDialog *>(question)->accept();
        const NoticeBar *bar = TicketDesk::noticeOf(m_pane);
        const bool written = QTest::qWaitFor([&] { return !question && bar->text().endsWith(u"is written."_s); });
        QFile file(path);
        return written && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    m_pane->showPage(m_page);
    const QByteArray withoutUser = report(u"1.html"_s);
    QVERIFY(withoutUser.contains("<h2>Summary</h2>") && !withoutUser.contains("<h2>User "));
    m_page->showUser(u"jdoe@example.com"_s); // at once: the story is not read yet
    m_pane->showPage(nullptr);
    QVERIFY(report(u"2.html"_s).contains("<h2>User jdoe@example.com</h2>"));
    // Whoever looks for somebody else has left the user.
    m_pane->showPage(m_page);
    m_page->findChild<QLineEdit *>()->clear();
    QCOMPARE(m_page->reportUser(), QString());
    const QByteArray left = report(u"3.html"_s);
    QVERIFY(left.contains("<h2>Summary</h2>") && !left.contains("<h2>User "));
}

void tst_People::aLogThatGrowsIsReadAgain()
{
    QVERIFY(open(smallLog()));
    show(u"jdoe@example.com"_s);
    m_page->story()->signIns()->setCurrentIndex(signIn(1));
    m_page->story()->signIns()->expand(signIn(1));
    m_pane->document()->setFollowing(true);
    QFile file(m_folder->filePath(u"log.ndjson"_s));
    QVERIFY(file.open(QIODevice::Append));
    file.write(line(660, "10:00:00.000", "jdoe@example.com", "t-10"));
    file.close();
    m_pane->document()->look();
    QTRY_COMPARE(m_page->story()->signIns()->model()->rowCount(), 4);
    // What was looked at stays in front.
    QCOMPARE(m_page->story()->signIns()->currentIndex().row(), 2);
    QVERIFY(m_page->story()->signIns()->isExpanded(signIn(2)));
    QVERIFY(!m_page->story()->signIns()->isExpanded(signIn(0)));
}

void tst_People::timesAreThoseOfTheZone()
{
    QVERIFY(open(smallLog()));
    show(u"jdoe@example.com"_s);
    QVERIFY(signIn(0).data().toString().startsWith(u"2026-01-15 09:20"));
    m_window->setZone("America/New_York");
    QTRY_VERIFY(signIn(0).data().toString().startsWith(u"2026-01-15 04:20"));
    m_pane->showPage(nullptr);
    m_window->setZone("UTC");
    m_pane->showPage(m_page);
    QTRY_VERIFY(signIn(0).data().toString().startsWith(u"2026-01-15 09:20"));
}

void tst_People::jdoeCannotSignIn()
{
    QVERIFY(open(smallLog()));
    Actions person(m_window.get());
    person.clickTab(u"People"_s);
    person.type(u"jdoe"_s);
    // The story: newest first, each with its outcome, the newest with its steps.
    QTRY_VERIFY(signIn(0).isValid());
    QCOMPARE(m_page->user(), u"jdoe@example.com"_s);
    QStringList outcomes;
    for (int row = 0; row < 3; ++row)
        outcomes.append(signIn(row).siblingAtColumn(1).data().toString());
    QCOMPARE(outcomes, (QStringList{u"failure"_s, u"failure"_s, u"failure"_s}));
    // The session around one of them.
    person.click(m_page->story()->signIns(), signIn(2).siblingAtColumn(2));
    QTRY_COMPARE(shownCodes(), (QStringList{u"911"_s, u"702"_s, u"913"_s}));
    QVERIFY(person.count() <= 3);
}

void tst_People::isJdoeLockedOut()
{
    QVERIFY(open(smallLog()));
    m_pane->view()->setCurrentRow(2);
    Actions person(m_window.get());
    person.press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U));
    QTRY_VERIFY(signIn(0).isValid());
    QTableView *states = m_page->story()->states();
    QModelIndex locked;
    for (int row = 0; row < states->model()->rowCount(); ++row) {
        const QModelIndex lock = states->model()->index(row, StoryStateModel::LockColumn);
        if (lock.data(Qt::AccessibleTextRole).toString().contains(u"locked since"))
            locked = lock;
    }
    QCOMPARE(locked.data(Qt::AccessibleTextRole).toString(),
             u"Hardware Authenticator, Lock: locked since 2026-01-15 09:05:10.000 (662)"_s);
    person.click(states, locked);
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 662}));
    QVERIFY(person.count() <= 3);
}

void tst_People::whatHappenedInThisSignIn()
{
    QVERIFY(open(smallLog()));
    m_pane->view()->setCurrentRow(5);
    Actions person(m_window.get());
    person.press(QKeySequence(Qt::CTRL | Qt::Key_T));
    QTRY_COMPARE(shownCodes(), (QStringList{u"663"_s, u"662"_s}));
    QCOMPARE(person.count(), 1);
}

/// A user whose troubles stand among an ordinary company's sign-ins.
void tst_People::amongManyRecords()
{
    LogGeneratorOptions options;
    options.people = 400;
    options.storyTime = options.firstTime.addSecs(3600);
    options.intervalMs = 2000;
    LogGenerator generator(options);
    QByteArray bytes;
    for (int i = 0; i < 20'000; ++i) {
        const GeneratedEvent event = generator.next();
        bytes += "{\"eventCode\":\"" + QByteArray::number(event.code) + "\",\"eventLogDate\":\""
            + QDateTime::fromMSecsSinceEpoch(event.time, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1()
            + "\",\"userId\":\"" + event.user.toUtf8() + "\",\"method\":\"" + event.method.toUtf8()
            + "\",\"transactionId\":\"" + event.transaction.toUtf8() + "\"}\n";
    }
    QVERIFY(open(bytes));
    Actions person(m_window.get());
    person.clickTab(u"People"_s);
    person.type(u"jdoe"_s);
    QTRY_VERIFY(signIn(0).isValid());
    QTableView *states = m_page->story()->states();
    QModelIndex locked;
    for (int row = 0; row < states->model()->rowCount(); ++row) {
        const QModelIndex lock = states->model()->index(row, StoryStateModel::LockColumn);
        if (lock.data().toString().startsWith(u"locked"))
            locked = lock;
    }
    QVERIFY(locked.isValid());
    QVERIFY(locked.data(Qt::AccessibleTextRole).toString().startsWith(u"Hardware Authenticator, Lock: locked since"));
    QVERIFY(locked.data(Qt::AccessibleTextRole).toString().endsWith(u"(662)"));
    person.click(states, locked);
    QTRY_COMPARE(m_window->detailsPane()->entryKey(), std::optional(EventKey{Kind::User, 662}));
    QCOMPARE(person.count(), 3);
}

QTEST_MAIN(tst_People)
#include "tst_people.moc"
