#include "noteseditor.h"

#include "noteedit.h"
#include "notesfile.h"
#include "sectiontitle.h"
#include "theme.h"

#include <QLabel>
#include <QTextCursor>
#include <QTextDocument>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

NotesEditor::NotesEditor(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_catalog(std::make_shared<const CatalogSnapshot>()),
      m_title(makeSectionTitle(tr("Our notes"))),
      m_edit(new NoteEdit(theme)),
      m_error(new QLabel)
{
    m_title->setBuddy(m_edit);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_edit);
    layout->addWidget(m_error);
    setFocusProxy(m_edit);
    setSave({});
    connect(m_edit, &NoteEdit::saveRequested, this, [this] { (void)save(); });
    connect(&theme, &Theme::changed, this, &NotesEditor::restyle);
    restyle();
    setKey(std::nullopt);
}

NotesEditor::~NotesEditor()
{
    // The documents go with this; the editor must not be left with one that has gone.
    delete m_edit;
}

void NotesEditor::setSave(const Save &save, const QString &reason)
{
    m_save = save;
    m_edit->setReadOnly(!save);
    m_edit->setPlaceholderText(save ? tr("Write what your desk knows of this code. It stays when the catalog changes.")
                                    : reason);
}

QString NotesEditor::storedText(const EventKey &key) const
{
    const EntryNote *note = m_catalog->note(key);
    return note ? note->text : QString();
}

void NotesEditor::setCatalog(const CatalogPointer &catalog)
{
    m_catalog = catalog;
    for (const auto &[key, document] : m_documents) {
        const QString stored = storedText(key);
        if (document->isModified() || tidyNote(document->toPlainText()) == stored)
            continue;
        // One step that can be undone.
        QTextCursor cursor(document);
        cursor.select(QTextCursor::Document);
        cursor.insertText(stored);
        document->setModified(false);
    }
}

QTextDocument *NotesEditor::documentOf(const EventKey &key)
{
    QTextDocument *&document = m_documents[key];
    if (!document) {
        document = NoteEdit::makeDocument(m_theme, this);
        document->setPlainText(storedText(key));
        document->setModified(false);
    }
    return document;
}

void NotesEditor::setKey(const std::optional<EventKey> &key)
{
    if (key == m_key && key)
        return;
    (void)save(); // what could not be saved stays, and says so when its code is shown again
    m_key = key;
    setVisible(key.has_value());
    if (!key)
        return;
    m_edit->showDocument(documentOf(*key));
    m_edit->setAccessibleName(tr("Our notes on %1", "%1 is an event code").arg(key->code));
    showError();
}

Result<void> NotesEditor::save(const EventKey &key, QTextDocument *document)
{
    if (!m_save || !document->isModified())
        return {};
    const QString text = tidyNote(document->toPlainText());
    // Before it is saved: the store tells of the new note at once.
    document->setModified(false);
    if (text != storedText(key)) {
        if (Result<void> saved = m_save(key, text); !saved) {
            document->setModified(true);
            m_errors[key] = saved.error().message;
            return saved;
        }
    }
    m_errors.erase(key);
    return {};
}

Result<void> NotesEditor::save()
{
    Result<void> all;
    for (const auto &[key, document] : m_documents) {
        if (Result<void> saved = save(key, document); !saved)
            all = saved;
    }
    showError();
    return all;
}

void NotesEditor::showError()
{
    const auto found = m_key ? m_errors.find(*m_key) : m_errors.end();
    m_error->setText(found == m_errors.end()
                         ? QString()
                         : tr("The note is not saved yet: %1 It is kept here and tried again.", "%1 is a sentence")
                               .arg(visibleText(found->second)));
    m_error->setVisible(!m_error->text().isEmpty());
    m_edit->setAccessibleDescription(m_error->text());
}

void NotesEditor::restyle()
{
    QPalette ink = m_error->palette();
    ink.setColor(QPalette::WindowText, m_theme.colors().of(Severity::Error).ink);
    m_error->setPalette(ink);
}

} // namespace evident
