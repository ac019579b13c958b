#pragma once

#include "logview.h"
#include "settings.h"
#include "ticketsource.h"
#include "windowfixture.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>

namespace evident {

/// A test of what leaves the window for a ticket or a file.
class TicketFixture : public WindowFixture
{
protected:
    /// Four sign-ins; the last user's name is made of what other formats take for markup.
    static QByteArray oddLog()
    {
        return line(911, "09:00:00", "jdoe@example.com", "t-1") + line(901, "09:00:01", "asmith@example.com", "t-2")
            + line(702, "09:01:00", "jdoe@example.com", "t-1") + line(703, "09:02:00", "</td>](x)`@here`", "t-3");
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    /// What an action puts on the clipboard as text.
    QString copied(const QString &actionText) const
    {
        const QSignalSpy changed(QGuiApplication::clipboard(), &QClipboard::dataChanged);
        action(actionText)->trigger();
        if (!QTest::qWaitFor([&changed] { return !changed.isEmpty(); }))
            QTest::qFail("Nothing was copied.", __FILE__, __LINE__);
        return QGuiApplication::clipboard()->text();
    }

    /// A look at the log that has something for the ticket and for the report.
    class Page : public QWidget, public TicketSource
    {
    public:
        std::optional<Ticket> ticket() const override { return content; }
        std::optional<RowSet> ticketRecords() const override { return RowSet::of({0}); }
        QList<Ticket> reportSections() const override { return {content.value_or(Ticket())}; }

        std::optional<Ticket> content;
    };
};

} // namespace evident
