#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QMouseEvent>
#include <QTabBar>
#include <QTest>
#include <QWindow>

namespace evident {

/// Does what a person does, by the events that mouse and keyboard send, and counts it as the task bench does: one
/// click, one drag, one chord, one word with its Enter is an action. Looking, scrolling and waiting are none.
class Actions
{
public:
    explicit Actions(QWidget *window)
        : m_window(window)
    { }

    int count() const { return m_count; }

    void click(QWidget *at, const QPoint &position)
    {
        ++m_count;
        QTest::mouseClick(at, Qt::LeftButton, {}, position);
    }
    void click(QAbstractButton *button)
    {
        QVERIFY(button && button->isVisible() && button->isEnabled());
        click(button, button->rect().center());
    }
    void click(QAbstractItemView *view, const QModelIndex &index)
    {
        QVERIFY(view->isVisible() && index.isValid());
        view->scrollTo(index);
        click(view->viewport(), view->visualRect(index).center());
    }
    /// A tab whose title begins so, of what is in front.
    void clickTab(const QString &title)
    {
        for (auto *bar : m_window->findChildren<QTabBar *>()) {
            for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab) {
                if (bar->tabText(tab).startsWith(title))
                    return click(bar, bar->tabRect(tab).center());
            }
        }
        QFAIL(qPrintable(title));
    }
    void drag(QWidget *at, const QPoint &from, const QPoint &to)
    {
        ++m_count;
        QTest::mousePress(at, Qt::LeftButton, {}, from);
        // QTest's own move has no button pressed.
        QMouseEvent move(QEvent::MouseMove, QPointF(to), at->mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(at, &move);
        QTest::mouseRelease(at, Qt::LeftButton, {}, to);
    }
    void press(const QKeySequence &chord)
    {
        ++m_count;
        QTest::keySequence(m_window->windowHandle(), chord);
    }
    /// Into what has the focus.
    void type(const QString &word)
    {
        ++m_count;
        QTest::keyClicks(QApplication::focusWidget(), word);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

private:
    QWidget *m_window;
    int m_count = 0;
};

} // namespace evident
