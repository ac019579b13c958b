#pragma once

#include <QPlainTextEdit>
#include <QUrl>

namespace evident {

class Theme;

/// The editor of a note: plain text of a few lines, as high as its text. It shows addresses as links, names the target
/// in a tool tip, and opens one only on Ctrl+click or by its menu.
class NoteEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit NoteEdit(const Theme &theme, QWidget *parent = nullptr);

    /// A document for a note, with its links marked. Owned by `parent`.
    static QTextDocument *makeDocument(const Theme &theme, QObject *parent);
    void showDocument(QTextDocument *document);
    /// Of the address under a point of the viewport; empty where there is none.
    QUrl linkAt(const QPoint &position) const;

signals:
    void saveRequested(); ///< Ctrl+Enter, or the focus has left

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    QUrl linkAtCursor(const QTextCursor &cursor) const;
};

} // namespace evident
