#pragma once

#include "filehandle.h"
#include "log.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace evident {

/// Looks at the file behind a log as often as it is asked to, and lets the log grow as the file does. Reads what was
/// appended, and a few KiB to see that the rest is still there. Of the thread that indexed the log.
class Follower
{
public:
    enum class Change {
        None,
        Appended, ///< the log has it; a last line without its end when nothing more comes until the next look
        Outgrown, ///< what more of the beginning says makes another log of it
        Truncated,
        Rewritten, ///< other bytes in the same file
        Replaced, ///< the name is another file's; the old one was deleted
        Rotated, ///< the same; the old one has another name now
        Gone, ///< no file has the name
        Unreadable,
        Back, ///< the file that was gone or unreadable
    };
    struct Look
    {
        Change change = Change::None;
        /// What the log has is not what the file is: it is to be read anew.
        bool startOver = false;
        QString message; ///< a whole sentence that names the file; "" when nothing needs to be said
    };

    /// The log has been indexed and its openedStatus() is known.
    explicit Follower(std::shared_ptr<Log> log);

    /// `follow`: appended records are read, and another file of that name makes the log start over; else this only
    /// tells, once, and the log starts over only where its own bytes are others. Blocking. `published` is called as by
    /// Log::index().
    Look look(bool follow, const std::stop_token &stop, const std::function<void()> &published = {});

private:
    Look lookAtBytes(const FileStatus &status, bool follow, const std::stop_token &stop,
                     const std::function<void()> &published);
    Look grow(const FileStatus &status, bool withRest, const std::stop_token &stop,
              const std::function<void()> &published);
    Look lookAtName(const FileStatus &own, bool follow) const;
    Look said(const Look &look);
    Look startOver(Change change, const QString &sentence) const;

    const std::shared_ptr<Log> m_log;
    FileStatus m_read; ///< when the log's end was the file's
    FileStatus m_seen; ///< at the last look
    Look m_said; ///< what holds still
};

} // namespace evident
