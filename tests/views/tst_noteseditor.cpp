#include "noteseditor.h"

#include "noteedit.h"
#include "viewfixture.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

using namespace evident;
using namespace Qt::StringLiterals;

namespace {

constexpr EventKey first{Kind::User, 702};
constexpr EventKey second{Kind::User, 837};

CatalogPointer catalogWith(const EntryNotes &notes)
{
    CatalogContent content;
    content.notes = notes;
    return std::make_shared<const CatalogSnapshot>(content);
}

} // namespace

class TestNotesEditor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void init();
    void cleanup();

    void showsTheNoteOfTheCode();
    void leavingTheEditorSaves();
    void anotherCodeSaves();
    void ctrlEnterSavesAndStays();
    void whatDidNotChangeIsNotSaved();
    void anEmptiedNoteIsRemovedAndComesBackByUndo();
    void whatCannotBeSavedIsKeptSaidAndTriedAgain();
    void aNoteThatCameFromElsewhereIsShownUnlessOneIsBeingWritten();
    void withoutAWayToSaveItSaysWhy();
    void addressesAreOpenedByCtrlClickAlone();
    void theSearchKeyIsNotTheEditors();
    void everythingHasANameForTheScreenReader();

    void urlAsked(const QUrl &url) { m_opened.append(url); }

private:
    void type(const QString &text);
    Result<void> save(const EventKey &key, const QString &text);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    NotesEditor *m_editor = nullptr;
    QLineEdit *m_other = nullptr;
    EntryNotes m_notes;
    QStringList m_saved;
    QString m_failure; ///< of the next saves; empty: they succeed
    QList<QUrl> m_opened;
};

void TestNotesEditor::init()
{
    m_notes = {{second, {u"Known since January."_s, {}}}};
    m_saved.clear();
    m_failure.clear();
    m_opened.clear();
    m_window = std::make_unique<QWidget>();
    m_other = new QLineEdit;
    m_editor = new NotesEditor(*m_theme);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_other);
    layout->addWidget(m_editor);
    m_editor->setSave([this](const EventKey &key, const QString &text) { return save(key, text); });
    m_editor->setCatalog(catalogWith(m_notes));
    m_editor->setKey(first);
    m_window->resize(400, 300);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestNotesEditor::cleanup()
{
    m_window.reset();
}

/// As the store does it: the catalog is another one before the call returns.
Result<void> TestNotesEditor::save(const EventKey &key, const QString &text)
{
    if (!m_failure.isEmpty())
        return Error{m_failure};
    m_saved.append(QString::number(key.code) + u": "_s + text);
    if (text.isEmpty())
        m_notes.remove(key);
    else
        m_notes[key] = {text, {}};
    m_editor->setCatalog(catalogWith(m_notes));
    return {};
}

void TestNotesEditor::type(const QString &text)
{
    m_editor->setFocus();
    QTest::keyClicks(m_editor->edit(), text);
}

void TestNotesEditor::showsTheNoteOfTheCode()
{
    QCOMPARE(m_editor->edit()->toPlainText(), QString());
    QVERIFY(!m_editor->edit()->placeholderText().isEmpty());
    m_editor->setKey(second);
    QCOMPARE(m_editor->edit()->toPlainText(), u"Known since January."_s);
    m_editor->setKey(std::nullopt);
    QVERIFY(!m_editor->isVisible());
    m_editor->setKey(second);
    QVERIFY(m_editor->isVisible());
}

void TestNotesEditor::leavingTheEditorSaves()
{
    type(u"Ask the phone team."_s);
    QVERIFY(m_saved.isEmpty());
    m_other->setFocus();
    QCOMPARE(m_saved, QStringList{u"702: Ask the phone team."_s});
}

void TestNotesEditor::anotherCodeSaves()
{
    type(u"Ask the phone team."_s);
    m_editor->setKey(second);
    QCOMPARE(m_saved, QStringList{u"702: Ask the phone team."_s});
    m_editor->setKey(first);
    QCOMPARE(m_editor->edit()->toPlainText(), u"Ask the phone team."_s);
}

void TestNotesEditor::ctrlEnterSavesAndStays()
{
    type(u"Ask."_s);
    QTest::keyClick(m_editor->edit(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_saved, QStringList{u"702: Ask."_s});
    QVERIFY(m_editor->edit()->hasFocus());
    QCOMPARE(m_editor->edit()->toPlainText(), u"Ask."_s);
    type(u" Twice."_s);
    m_other->setFocus();
    QCOMPARE(m_saved.last(), u"702: Ask. Twice."_s);
}

void TestNotesEditor::whatDidNotChangeIsNotSaved()
{
    m_editor->setKey(second);
    m_editor->setFocus();
    m_other->setFocus();
    type(u"x"_s);
    QTest::keyClick(m_editor->edit(), Qt::Key_Backspace);
    m_other->setFocus();
    QVERIFY(m_saved.isEmpty());
}

void TestNotesEditor::anEmptiedNoteIsRemovedAndComesBackByUndo()
{
    m_editor->setKey(second);
    m_editor->setFocus();
    m_editor->edit()->selectAll();
    QTest::keyClick(m_editor->edit(), Qt::Key_Delete);
    m_editor->setKey(first);
    QCOMPARE(m_saved, QStringList{u"837: "_s});
    m_editor->setKey(second);
    m_editor->edit()->undo();
    QCOMPARE(m_editor->edit()->toPlainText(), u"Known since January."_s);
    m_other->setFocus();
    QVERIFY(m_editor->save());
    QCOMPARE(m_saved.last(), u"837: Known since January."_s);
}

void TestNotesEditor::whatCannotBeSavedIsKeptSaidAndTriedAgain()
{
    m_failure = u"“catalog.db” cannot be written: the disk is full."_s;
    type(u"Ask the phone team."_s);
    m_other->setFocus();
    QVERIFY(m_editor->edit()->accessibleDescription().contains(m_failure));
    m_editor->setKey(second);
    QVERIFY(m_editor->edit()->accessibleDescription().isEmpty());
    const Result<void> saved = m_editor->save();
    QVERIFY(!saved);
    QCOMPARE(saved.error().message, m_failure);
    m_editor->setKey(first);
    QCOMPARE(m_editor->edit()->toPlainText(), u"Ask the phone team."_s);
    QVERIFY(m_editor->edit()->accessibleDescription().contains(m_failure));
    m_failure.clear();
    QVERIFY(m_editor->save());
    QCOMPARE(m_saved, QStringList{u"702: Ask the phone team."_s});
    QVERIFY(m_editor->edit()->accessibleDescription().isEmpty());
}

void TestNotesEditor::aNoteThatCameFromElsewhereIsShownUnlessOneIsBeingWritten()
{
    m_editor->setKey(second);
    m_notes[second].text = u"From another program."_s;
    m_editor->setCatalog(catalogWith(m_notes));
    QCOMPARE(m_editor->edit()->toPlainText(), u"From another program."_s);
    m_editor->edit()->undo();
    QCOMPARE(m_editor->edit()->toPlainText(), u"Known since January."_s);
    m_notes[second].text = u"And again."_s;
    m_editor->setCatalog(catalogWith(m_notes));
    QCOMPARE(m_editor->edit()->toPlainText(), u"Known since January."_s);
}

void TestNotesEditor::withoutAWayToSaveItSaysWhy()
{
    m_editor->setSave({}, u"The catalog can only be read."_s);
    QVERIFY(m_editor->edit()->isReadOnly());
    QCOMPARE(m_editor->edit()->placeholderText(), u"The catalog can only be read."_s);
    QVERIFY(m_editor->save());
}

void TestNotesEditor::addressesAreOpenedByCtrlClickAlone()
{
    QDesktopServices::setUrlHandler(u"https"_s, this, "urlAsked");
    type(u"See https://wiki.example.com/702 first"_s);
    NoteEdit *edit = m_editor->edit();
    QTextCursor cursor = edit->textCursor();
    cursor.setPosition(10);
    const QPoint onLink = edit->cursorRect(cursor).center();
    cursor.setPosition(1);
    const QPoint besideIt = edit->cursorRect(cursor).center();
    QCOMPARE(edit->linkAt(onLink), QUrl(u"https://wiki.example.com/702"_s));
    QCOMPARE(edit->linkAt(besideIt), QUrl());
    QCOMPARE(edit->linkAt(QPoint(onLink.x(), edit->height() - 3)), QUrl());
    QTest::mouseClick(edit->viewport(), Qt::LeftButton, {}, onLink);
    QTest::mouseClick(edit->viewport(), Qt::LeftButton, Qt::ControlModifier, besideIt);
    QVERIFY(m_opened.isEmpty());
    QTest::mouseClick(edit->viewport(), Qt::LeftButton, Qt::ControlModifier, onLink);
    QCOMPARE(m_opened, QList{QUrl(u"https://wiki.example.com/702"_s)});

    // By keyboard: the menu at the caret.
    cursor.setPosition(10);
    edit->setTextCursor(cursor);
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, QPoint(), edit->mapToGlobal(QPoint()));
    QApplication::sendEvent(edit, &menuKey);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QVERIFY(menu->actions().first()->text().contains(u"https://wiki.example.com/702"_s));
    menu->actions().first()->trigger();
    menu->close();
    QCOMPARE(m_opened.size(), 2);
    QDesktopServices::unsetUrlHandler(u"https"_s);
}

void TestNotesEditor::theSearchKeyIsNotTheEditors()
{
    QKeyEvent find(QEvent::ShortcutOverride, Qt::Key_K, Qt::ControlModifier);
    QApplication::sendEvent(m_editor->edit(), &find);
    QVERIFY(!find.isAccepted());
    QKeyEvent paste(QEvent::ShortcutOverride, Qt::Key_V, Qt::ControlModifier);
    QApplication::sendEvent(m_editor->edit(), &paste);
    QVERIFY(paste.isAccepted());
}

void TestNotesEditor::everythingHasANameForTheScreenReader()
{
    QCOMPARE(accessibleName(m_editor->edit()), u"Our notes on 702"_s);
}

QTEST_MAIN(TestNotesEditor)
#include "tst_noteseditor.moc"
