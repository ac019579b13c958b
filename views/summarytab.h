#pragma once

#include <QObject>

namespace evident {

class Icons;
class LogPane;
class SummaryPage;
class Theme;

/// The page "Summary" of a log: what its links do, and when it is the first thing that is seen.
class SummaryTab : public QObject
{
    Q_OBJECT

public:
    /// Adds the page; owned by the pane.
    SummaryTab(const Theme &theme, const Icons &icons, LogPane *pane);
    static SummaryTab *of(const LogPane *pane); ///< null when it has none

    SummaryPage *page() const { return m_page; }
    /// Somebody opened this log just now: the summary of a large one is shown first, unless they have begun with the
    /// records by then.
    void showFirstIfLarge();

    /// What nobody begins to read at its first record. A small log is seen as a whole sooner than its summary is read.
    static constexpr qint64 largeRecords = 100'000;
    static constexpr qint64 largeBytes = 50'000'000;

private:
    void decide();
    bool isAtWork() const;

    LogPane *m_pane;
    SummaryPage *m_page;
    bool m_isUndecided = false;
};

} // namespace evident
