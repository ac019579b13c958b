#pragma once

#include "bookmark.h"

#include <QWidget>

#include <optional>

namespace evident {

class NoteEdit;
class Theme;

/// The note on the bookmarked record that is shown; hidden where there is none. What was written is told when the focus
/// leaves, another record is shown, by Ctrl+Enter and by save().
class RecordNote : public QWidget
{
    Q_OBJECT

public:
    explicit RecordNote(const Theme &theme, QWidget *parent = nullptr);

    void setBookmark(const std::optional<Bookmark> &bookmark);
    void save();
    NoteEdit *edit() const { return m_edit; }

signals:
    void noteEdited(const evident::Bookmark &bookmark, const QString &note); ///< as the bookmark was before

private:
    std::optional<Bookmark> m_bookmark;
    NoteEdit *m_edit;
};

} // namespace evident
