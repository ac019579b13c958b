#pragma once

#include "log.h"
#include "logoptions.h"
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

/// Several files as one log, read and filtered by the calling thread: what the command line works on.
class LogSet
{
public:
    struct File
    {
        QString path; ///< of an archive's member: "a.zip!member"
        std::shared_ptr<Log> log; ///< null when it could not be opened
        Resolution resolution;
        QString error; ///< why it could not be read, or not to its end; "" when all is well
        bool asks = false; ///< the error is a question, which LogOptions::allowLargeSpool answers
        RowSet matched; ///< of the last filter() and fold(); ascending
        qint64 undecided = 0; ///< records for which the last filter()'s regular expressions ran into their limits
        std::shared_ptr<const std::vector<Row>> duplicates; ///< of findDuplicates(); null before
    };
    enum class Phase { Preparing, Reading }; ///< Preparing: unpacking, converting, taking in a pipe
    /// Called from a thread of the engine: path, bytes of the phase that are done, bytes in all.
    using Progress = std::function<void(const QString &, Phase, qint64, qint64)>;

    explicit LogSet(CatalogPointer catalog);

    /// Opens and reads one file to its end, or each member of an archive; what went wrong is in their `error`.
    void add(const QString &path, const LogOptions &options, const Progress &progress = {});
    /// Finds the records whose event id and text repeat an earlier one's, in the order of the files; once, after the
    /// last add(). Reads everything again.
    void findDuplicates();
    /// Keeps the rows that the query keeps; `zone` is of its times without an offset. Finds duplicates where it asks
    /// for them.
    void filter(const Query &query, const QTimeZone &zone);
    /// Drops the kept rows that repeat an earlier kept row's event id and text. Returns how many these are.
    qint64 fold();

    const std::vector<File> &files() const noexcept { return m_files; }
    /// Of the kept rows.
    Summary summary() const;

private:
    void addLog(const LogLocation &location, const LogOptions &options, const Progress &progress);
    void addFailure(const QString &path, const Error &error);
    std::vector<std::vector<Row>> repeatedRows(const std::vector<RowSet> &rows) const;
    std::optional<qint64> lastTime() const;

    Resolver m_resolver;
    std::vector<File> m_files;
};

} // namespace evident
