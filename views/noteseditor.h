#pragma once

#include "catalogsnapshot.h"
#include "result.h"

#include <QWidget>

#include <functional>
#include <map>
#include <optional>

class QLabel;
class QTextDocument;

namespace evident {

class NoteEdit;
class Theme;

/// What the desk itself knows of the code that is shown. Saved when the focus leaves, another code is shown, by
/// Ctrl+Enter and by save(). What cannot be saved is kept, said, and tried again. Each code keeps its way back.
class NotesEditor : public QWidget
{
    Q_OBJECT

public:
    using Save = std::function<Result<void>(const EventKey &key, const QString &text)>;

    explicit NotesEditor(const Theme &theme, QWidget *parent = nullptr);
    ~NotesEditor() override;

    /// Absent: notes cannot be written, and `reason` says why.
    void setSave(const Save &save, const QString &reason = {});
    /// Notes that were changed elsewhere are shown, unless there is something here that is not saved yet.
    void setCatalog(const CatalogPointer &catalog);
    /// The code whose note is shown; none hides the editor. Saves the one before.
    void setKey(const std::optional<EventKey> &key);
    /// All that is not saved; what could not be stays here.
    Result<void> save();

    NoteEdit *edit() const { return m_edit; }

private:
    QTextDocument *documentOf(const EventKey &key);
    QString storedText(const EventKey &key) const;
    Result<void> save(const EventKey &key, QTextDocument *document);
    void showError();
    void restyle();

    const Theme &m_theme;
    Save m_save;
    CatalogPointer m_catalog;
    std::optional<EventKey> m_key;
    std::map<EventKey, QTextDocument *> m_documents; ///< of the codes that were edited; owned by this as QObjects
    std::map<EventKey, QString> m_errors; ///< of what could not be saved
    QLabel *m_title;
    NoteEdit *m_edit;
    QLabel *m_error;
};

} // namespace evident
