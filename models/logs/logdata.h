#pragma once

#include "blockcache.h"
#include "log.h"
#include "loginput.h"
#include "logpart.h"
#include "logstore.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace evident {

/// Whether encoding and format were chosen by all that there was.
inline bool headIsAll(const LogInput &input)
{
    return input.begin + input.head.size() >= input.end;
}

/// What a log is made of; for the files that have its functions.
struct Log::Data
{
    Data(std::vector<LogInput> inputs, LogOptions options);

    std::vector<std::unique_ptr<LogPart>> parts; ///< at least one
    LogInfo info; ///< of all of them
    QStringList leftOut;
    const JoinedSource source;
    const LogOptions options;
    LogStore store;
    mutable BlockCache cache;
    std::atomic<qint64> end = 0; ///< bytes of all parts that are to be read
    bool headDecides = false; ///< whatever is appended, encoding and format stay; of the thread that indexes
    std::atomic<State> state = State::Opened;
    mutable std::atomic<bool> isForeign = false;
    mutable std::atomic<quint64> doubts = 0;
    mutable std::mutex errorMutex;
    std::optional<Error> error;

    const LogPart &only() const { return *parts.front(); }
    void setError(const std::optional<Error> &what)
    {
        const std::lock_guard lock(errorMutex);
        error = what;
    }
};

} // namespace evident
