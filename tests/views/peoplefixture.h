#pragma once

#include "logmodel.h"
#include "logview.h"
#include "storystatemodel.h"
#include "storyview.h"
#include "userpage.h"
#include "windowfixture.h"

#include <QTableView>
#include <QTreeView>

namespace evident {

/// A test of what a log tells of its users.
class PeopleFixture : public WindowFixture
{
protected:
    /// jdoe's push times out, then his token is locked; asmith signs in between.
    static QByteArray troubledLog()
    {
        return line(911, "09:00:00.000", "jdoe@example.com", "t-1")
            + line(901, "09:00:01.000", "asmith@example.com", "t-2")
            + line(702, "09:01:00.000", "jdoe@example.com", "t-1")
            + line(913, "09:01:00.100", "jdoe@example.com", "t-1")
            + line(663, "09:05:00.000", "JDoe@example.com", "t-3")
            + line(662, "09:05:10.000", "jdoe@example.com", "t-3") + line(934, "09:20:00.000", "jdoe@example.com")
            + line(35, "09:20:01.000", "jdoe@example.com", "", "SMS OTP")
            + line(902, "09:30:00.000", "ajdoe@example.com", "t-9");
    }

    bool open(const QByteArray &bytes)
    {
        m_pane = WindowFixture::open(bytes);
        m_page = m_pane ? m_pane->findChild<UserPage *>() : nullptr;
        return m_page;
    }
    /// The story of a user is in front.
    void show(const QString &user)
    {
        m_pane->showPage(m_page);
        m_page->showUser(user);
        m_page->setFocus();
        QTRY_VERIFY(signIn(0).isValid());
    }
    QStringList shownCodes() const { return WindowFixture::shownCodes(m_pane); }
    QTableView *states() const { return m_page->story()->states(); }
    QTreeView *signIns() const { return m_page->story()->signIns(); }
    QModelIndex signIn(int row) const { return signIns()->model()->index(row, 0); }

    LogPane *m_pane = nullptr;
    UserPage *m_page = nullptr;
};

} // namespace evident
