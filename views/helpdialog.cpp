#include "helpdialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QKeySequence>
#include <QMessageBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize(640, 620);

QString row(const QString &left, const QString &right)
{
    return u"<tr><td style='padding:2px 24px 2px 0'><tt>%1</tt></td><td style='padding:2px 0'>%2</td></tr>"_s.arg(
        left.toHtmlEscaped(), right.toHtmlEscaped());
}

QString key(const QKeySequence &sequence)
{
    return sequence.toString(QKeySequence::NativeText);
}

} // namespace

HelpDialog::HelpDialog(QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Searching and keys"));
    resize(firstSize);
    auto *text = new QTextBrowser;
    text->setFrameShape(QFrame::NoFrame);
    text->setAccessibleName(windowTitle());
    text->setHtml(page());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
}

QString HelpDialog::page() const
{
    const auto heading = [](const QString &text) { return u"<h3>%1</h3>"_s.arg(text.toHtmlEscaped()); };
    const QString table = u"<table cellspacing='0'>"_s;
    const QString end = u"</table>"_s;
    return heading(tr("Searching")) + table
        + row(u"push timed out"_s, tr("All of these words. In the catalog, “push” also finds Approve and Biometric."))
        + row(u"\"timed out\""_s, tr("These words in this order."))
        + row(u"702"_s, tr("In the catalog, the entry of this code."))
        + row(u"code:702,600-699"_s, tr("Records with one of these codes."))
        + row(u"level:error user:jdoe"_s,
              tr("Both: errors of this user, whatever stands after the @ or before the \\."))
        + row(u"-method:Approve"_s, tr("Not this."))
        + row(u"outcome:failure or outcome:pending"_s, tr("One of the two."))
        + row(u"user:svc-* ip:192.0.2.0/24"_s, tr("Part of a value; addresses of a network."))
        + row(u"time:2026-01-15T09:00..2026-01-15T10:30"_s, tr("From one moment up to another."))
        + row(u"since:2h"_s, tr("The last two hours of the log."))
        + row(u"is:unknown   is:drift   is:notunderstood"_s,
              tr("Codes the catalog lacks; reworded texts; lines no format could read."))
        + row(u"is:bookmarked"_s, tr("Records that you have bookmarked."))
        + row(u"has:note"_s, tr("Codes on which your desk has written a note."))
        + row(u"field.policyName:Staff"_s, tr("Any field that a record has."))
        + row(u"/time(d)? ?out/i"_s, tr("A regular expression, here without regard to case.")) + end
        + heading(tr("Keys")) + table + row(key(QKeySequence(Qt::CTRL | Qt::Key_K)), tr("Search."))
        + row(key(QKeySequence(QKeySequence::Open)), tr("Open a log."))
        + row(key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)), tr("Open several files as one log."))
        + row(key(QKeySequence(QKeySequence::Paste)),
              tr("Outside a text field: open the clipboard, as a log or as a page for the catalog."))
        + row(key(QKeySequence(Qt::CTRL | Qt::Key_D)),
              tr("Bookmark this record, or not any more; with Shift, write a note on it."))
        + row(key(QKeySequence(Qt::Key_F2)), tr("Next bookmark; with Shift, the one before."))
        + row(key(QKeySequence(Qt::CTRL | Qt::Key_B)), tr("Only bookmarked records."))
        + row(key(QKeySequence(Qt::Key_F4)), tr("Also the records around each match, dimmed."))
        + row(key(QKeySequence(Qt::Key_F6)), tr("Follow the log's file: new records appear as they are written."))
        + row(key(QKeySequence(Qt::Key_F7)), tr("Fold records that repeat one another."))
        + row(key(QKeySequence(Qt::Key_F8)), tr("Next error; with Shift, the one before."))
        + row(key(QKeySequence(Qt::CTRL | Qt::Key_T)), tr("Only the records of this transaction, in order."))
        + row(key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)),
              tr("What the log tells of this user: states and sign-ins."))
        + row(key(QKeySequence(Qt::CTRL | Qt::Key_E)), tr("From a record to its catalog entry."))
        + row(key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)),
              tr("From a catalog entry to the records it explains."))
        + row(key(QKeySequence(Qt::ALT | Qt::Key_Left)), tr("The query before this one."))
        + row(key(QKeySequence(Qt::CTRL | Qt::Key_S)), tr("Save this query under a name, to find it in the box."))
        + row(key(QKeySequence(QKeySequence::Undo)),
              tr("Take back: a tab closed, a bookmark, a note or a saved query deleted, the query cleared."))
        + row(key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)), tr("Reopen the tab that was closed."))
        + row(key(QKeySequence(Qt::CTRL | Qt::Key_I)), tr("Import a page of the vendor into the catalog."))
        + row(key(QKeySequence(Qt::CTRL | Qt::Key_H)), tr("The catalog's history; with Shift, that of this code."))
        + row(key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)), tr("Your desk's note on this code."))
        + row(key(QKeySequence(QKeySequence::Copy)), tr("Copy the selected rows."))
        + row(key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)),
              tr("Copy what is in front for a ticket: the selected records, a page, or the catalog's entry."))
        + row(key(QKeySequence(Qt::CTRL | Qt::Key_Tab)), tr("The next tab.")) + end + heading(tr("Timeline"))
        + u"<p>%1</p>"_s.arg(
            tr("Drag over a stretch of time to keep its records alone, or choose it with Shift and the arrow keys, "
               "then Enter. The wheel, + and - zoom, 0 and Escape go back; Ctrl and the arrow keys go to the next "
               "finding, "
               "Space shows it. Shift+F9 shows and hides the timeline.")
                .toHtmlEscaped())
        + heading(tr("Facets"))
        + u"<p>%1</p>"_s.arg(
            tr("A click keeps a value, Shift+click leaves it out; on the keyboard these are Space and -.")
                .toHtmlEscaped());
}

void showAboutBox(QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, HelpDialog::tr("About Evident"),
                                HelpDialog::tr("Evident %1").arg(QCoreApplication::applicationVersion()),
                                QMessageBox::Close, parent);
    box->setInformativeText(
        HelpDialog::tr("Looks up event codes of RSA Cloud Access Service offline and reads exported logs. "
                       "The texts of the catalog are the vendor's."));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->show();
}

} // namespace evident
