#include "noteedit.h"

#include "htmltext.h"
#include "notelinks.h"
#include "theme.h"

#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPlainTextDocumentLayout>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestLines = 3;
constexpr int mostLines = 10;
constexpr int frame = 3; // the border of the style sheet with its air, on each side

class LinkHighlighter : public QSyntaxHighlighter
{
public:
    LinkHighlighter(const Theme &theme, QTextDocument *document)
        : QSyntaxHighlighter(document),
          m_theme(theme)
    {
        connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
    }

protected:
    void highlightBlock(const QString &text) override
    {
        QTextCharFormat format;
        format.setForeground(m_theme.colors().accent);
        format.setFontUnderline(true);
        for (const NoteLink &link : linksIn(text))
            setFormat(int(link.start), int(link.length), format);
    }

private:
    const Theme &m_theme;
};

QString shownUrl(const QUrl &url)
{
    return visibleText(QString::fromLatin1(url.toEncoded()));
}

} // namespace

NoteEdit::NoteEdit(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
{
    showDocument(makeDocument(theme, this));
    setObjectName(u"noteEdit"_s);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, &NoteEdit::fitHeight);
    fitHeight();
}

QTextDocument *NoteEdit::makeDocument(const Theme &theme, QObject *parent)
{
    auto *document = new QTextDocument(parent);
    document->setDocumentLayout(new QPlainTextDocumentLayout(document));
    new LinkHighlighter(theme, document);
    return document;
}

void NoteEdit::showDocument(QTextDocument *document)
{
    document->setDefaultFont(font());
    setDocument(document);
    fitHeight();
}

void NoteEdit::fitHeight()
{
    // The layout of a plain document counts lines, wrapped ones too.
    const int lines = std::clamp(int(std::ceil(document()->size().height())), fewestLines, mostLines);
    const int margins = int(2 * document()->documentMargin()) + 2 * frame;
    setFixedHeight(lines * fontMetrics().lineSpacing() + margins + contentsMargins().top()
                   + contentsMargins().bottom());
}

QUrl NoteEdit::linkAtCursor(const QTextCursor &cursor) const
{
    const qsizetype position = cursor.positionInBlock();
    for (const NoteLink &link : linksIn(cursor.block().text())) {
        if (position >= link.start && position <= link.start + link.length)
            return link.url;
    }
    return {};
}

QUrl NoteEdit::linkAt(const QPoint &position) const
{
    const QTextCursor cursor = cursorForPosition(position);
    // The nearest character is given however far it is: behind a line's end there is no link.
    QTextCursor end(cursor);
    end.movePosition(QTextCursor::EndOfLine);
    const QRect last = cursorRect(end);
    if (position.y() > last.bottom() || (cursor == end && position.x() > last.right()))
        return {};
    return linkAtCursor(cursor);
}

bool NoteEdit::event(QEvent *event)
{
    // On this platform's keys Ctrl+K would delete to the end of the line; here it is the search box's.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_K) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

bool NoteEdit::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QUrl url = linkAt(help->pos());
        const QString text = url.isEmpty() ? QString() : tr("Opens %1 with Ctrl and a click").arg(shownUrl(url));
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
        return true;
    }
    return QPlainTextEdit::viewportEvent(event);
}

void NoteEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        emit saveRequested();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void NoteEdit::mousePressEvent(QMouseEvent *event)
{
    const QUrl url = linkAt(event->pos());
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier && !url.isEmpty())
        QDesktopServices::openUrl(url);
    else
        QPlainTextEdit::mousePressEvent(event);
}

void NoteEdit::mouseMoveEvent(QMouseEvent *event)
{
    const bool opens = event->modifiers() == Qt::ControlModifier && !linkAt(event->pos()).isEmpty();
    viewport()->setCursor(opens ? Qt::PointingHandCursor : Qt::IBeamCursor);
    QPlainTextEdit::mouseMoveEvent(event);
}

void NoteEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        emit saveRequested();
}

void NoteEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QUrl url = byKey ? linkAtCursor(textCursor()) : linkAt(viewport()->mapFrom(this, event->pos()));
    if (!url.isEmpty()) {
        auto *open = new QAction(tr("Open %1").arg(shownUrl(url).replace(u'&', u"&&"_s)), menu);
        connect(open, &QAction::triggered, this, [url] { QDesktopServices::openUrl(url); });
        QAction *first = menu->actions().value(0);
        menu->insertAction(first, open);
        menu->insertSeparator(first);
    }
    menu->popup(event->globalPos());
}

void NoteEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight(); // the lines break elsewhere
}

void NoteEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && document()) {
        document()->setDefaultFont(font());
        fitHeight();
    }
}

} // namespace evident
