#pragma once

#include "logview.h"
#include "recordmarks.h"
#include "windowfixture.h"
#include "windowstate.h"

#include <QDir>

namespace evident {

/// A test of what the window remembers.
class StateFixture : public WindowFixture
{
protected:
    using WindowFixture::open;
    LogPane *open(const QString &name = QStringLiteral("log.ndjson")) const { return open(smallLog(), name); }

    /// The window is closed, and the program started again without a file.
    void restart()
    {
        QVERIFY(m_window->close());
        makeWindow();
        m_window->restoreSession();
    }

    QStringList stateFiles() const
    {
        return QDir(m_data->filePath(QStringLiteral("state"))).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    /// Bookmarks what the table has in this row.
    static void mark(LogPane *pane, int row)
    {
        pane->view()->setFocus();
        pane->view()->setCurrentRow(row);
        const Row record = *pane->currentRecord();
        QTest::keyClick(pane->view(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(pane->marks()->isMarked(record));
    }
};

} // namespace evident
