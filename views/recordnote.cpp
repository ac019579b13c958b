#include "recordnote.h"

#include "bookmarkstore.h"
#include "noteedit.h"
#include "notesfile.h"
#include "sectiontitle.h"

#include <QVBoxLayout>

#include <utility>

namespace evident {

RecordNote::RecordNote(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_edit(new NoteEdit(theme))
{
    m_edit->setAccessibleName(tr("Note on this record"));
    m_edit->setPlaceholderText(tr("Write why this record matters. It is kept with its bookmark."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    QLabel *title = makeSectionTitle(tr("Note on this record"));
    title->setBuddy(m_edit);
    layout->addWidget(title);
    layout->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &NoteEdit::saveRequested, this, &RecordNote::save);
    hide();
}

void RecordNote::setBookmark(const std::optional<Bookmark> &bookmark)
{
    const bool isSame = bookmark && m_bookmark && bookmark->isSameRecord(*m_bookmark);
    if (!isSame)
        save();
    m_bookmark = bookmark;
    setVisible(bookmark.has_value());
    const QString note = bookmark ? bookmark->note : QString();
    if ((isSame && m_edit->document()->isModified()) || m_edit->toPlainText() == note)
        return;
    m_edit->setPlainText(note);
    m_edit->document()->setModified(false);
}

void RecordNote::save()
{
    if (!m_bookmark || !m_edit->document()->isModified())
        return;
    m_edit->document()->setModified(false);
    const QString note = tidyNote(m_edit->toPlainText()).left(BookmarkStore::longestNote);
    if (note == m_bookmark->note)
        return;
    const Bookmark before = *m_bookmark;
    m_bookmark->note = note;
    emit noteEdited(before, note);
}

} // namespace evident
