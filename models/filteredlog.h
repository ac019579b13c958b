#pragma once

#include "findings.h"
#include "log.h"
#include "logoptions.h"
#include "openedfiles.h"
#include "query.h"
#include "resolver.h"
#include "rowset.h"
#include "summary.h"

#include <QString>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <vector>

namespace evident {

/// Several files as one log, read and filtered by the calling thread: what the command line works on. Open files, read
/// them, then ask.
class FilteredLog
{
public:
    struct File
    {
        QString path; ///< of an archive's member: "a.zip!member"
        std::optional<size_t> part; ///< of the log; none: it could not be opened
        QString error; ///< why it could not be read, or not to its end; "" when all is well
        bool asks = false; ///< the error is a question, which LogOptions::allowLargeSpool answers
        qint64 undecided = 0; ///< records for which the last filter()'s regular expressions ran into their limits
    };
    enum class Phase { Preparing, Reading }; ///< Preparing: unpacking, converting, taking in a pipe
    /// Called from a thread of the engine: path, bytes of the phase that are done, bytes in all.
    using Progress = std::function<void(const QString &, Phase, qint64, qint64)>;

    FilteredLog(CatalogPointer catalog, LogOptions options, Progress progress = {});

    /// Opens files, or each member of an archive. Returns those that Log::Take::Logs did not take.
    QStringList open(const QStringList &paths, Log::Take take = Log::Take::All);
    /// Reads to its end what was opened; all rows are kept. Once.
    void read();
    /// Keeps the rows that the query keeps; `zone` is of its times without an offset. Finds duplicates where it asks
    /// for them.
    void filter(const Query &query, const QTimeZone &zone);
    /// For `finding:`; before filter().
    void setFindings(FindingsPointer findings) { m_findings = std::move(findings); }
    const FindingsPointer &findings() const noexcept { return m_findings; }
    /// For `is:bookmarked`; before filter(). Ascending.
    void setBookmarked(std::vector<Row> rows);
    /// Drops the kept rows that repeat an earlier kept row's event id and text. Returns how many these are.
    qint64 fold();
    /// Finds the records whose event id and text repeat an earlier one's, of an earlier file too; once.
    void findDuplicates();

    const std::vector<File> &files() const noexcept { return m_files; }
    const std::shared_ptr<Log> &log() const noexcept { return m_log; } ///< null when no file could be opened
    const Resolution &resolution() const noexcept { return m_resolution; }
    const RowSet &rows() const noexcept { return m_rows; } ///< that are kept; ascending
    /// Of findDuplicates(); null before.
    const std::shared_ptr<const std::vector<Row>> &duplicates() const noexcept { return m_duplicates; }
    /// Of the kept rows.
    Summary summary() const;

private:
    std::function<void()> readingProgress() const;

    Resolver m_resolver;
    LogOptions m_options;
    Progress m_progress;
    std::vector<OpenedFile> m_opened; ///< until read()
    std::vector<File> m_files;
    std::shared_ptr<Log> m_log;
    Resolution m_resolution;
    RowSet m_rows;
    std::shared_ptr<const std::vector<Row>> m_duplicates;
    FindingsPointer m_findings;
    std::shared_ptr<const std::vector<Row>> m_bookmarked;
};

} // namespace evident
