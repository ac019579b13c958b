#include "pageview.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocumentFragment>

namespace evident {

PageView::PageView(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
}

QVariant PageView::loadResource(int, const QUrl &)
{
    return {};
}

void PageView::doSetSource(const QUrl &, QTextDocument::ResourceType)
{ }

QMimeData *PageView::createMimeDataFromSelection() const
{
    auto *data = new QMimeData;
    // Images are shapes beside words that say the same.
    data->setText(textCursor().selection().toPlainText().remove(QChar::ObjectReplacementCharacter));
    return data;
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    // A page is scrolled by Space, whatever is a caret's business besides.
    if (event->key() == Qt::Key_Space) {
        const bool up = event->modifiers().testFlag(Qt::ShiftModifier);
        verticalScrollBar()->triggerAction(up ? QAbstractSlider::SliderPageStepSub
                                              : QAbstractSlider::SliderPageStepAdd);
        return;
    }
    QTextBrowser::keyPressEvent(event);
}

} // namespace evident
