// The half of LogDocument::Worker that reads the file.

#include "documentworker.h"
#include "logfiles.h"
#include "workerthread.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace evident {

using namespace std::chrono_literals;

namespace {

constexpr qint64 progressEveryMs = 100;
/// Between two looks at the file: appended records are there within a second.
constexpr std::chrono::milliseconds followEvery = 300ms;
/// The same while nobody follows: what is shown is to be true.
constexpr std::chrono::milliseconds lookEvery = 2s;
/// A file that is slow to answer is asked less often: so many times as long as it took pass until the next look.
constexpr int restForLook = 8;
constexpr std::chrono::milliseconds longestRest = 10s;

} // namespace

std::shared_ptr<LogDocument::Worker> LogDocument::Worker::start(LogDocument *document, Request first)
{
    std::shared_ptr<Worker> worker(new Worker(document, std::move(first)));
    runOnWorkerThread([worker] { worker->read(); });
    runOnWorkerThread([worker] { worker->answer(worker->m_stop.get_token()); });
    return worker;
}

LogDocument::Worker::Worker(LogDocument *document, Request first)
    : m_document(document),
      m_epoch(document->m_epoch),
      m_location(document->m_location),
      m_paths(document->m_paths),
      m_bytes(document->m_bytes),
      m_pasted(document->m_pasted),
      m_options(document->m_options),
      m_request(std::move(first)),
      m_following(document->m_following)
{ }

void LogDocument::Worker::retire()
{
    {
        const std::scoped_lock lock(m_documentMutex);
        m_document = nullptr;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_stopRun.request_stop();
    }
    m_stopLoading.request_stop();
    m_stop.request_stop();
}

void LogDocument::Worker::cancelLoading()
{
    m_stopLoading.request_stop();
}

void LogDocument::Worker::setFollowing(bool following)
{
    const std::scoped_lock lock(m_mutex);
    m_following = following;
    m_lookWanted = true;
    m_wake.notify_all();
}

void LogDocument::Worker::look()
{
    const std::scoped_lock lock(m_mutex);
    m_lookWanted = true;
    m_wake.notify_all();
}

bool LogDocument::Worker::isFollowing()
{
    const std::scoped_lock lock(m_mutex);
    return m_following;
}

/// Waits so long, or until a look is wanted. False when all is to end.
bool LogDocument::Worker::pause(std::chrono::milliseconds interval)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, m_stop.get_token(), interval, [this] { return m_lookWanted; });
    m_lookWanted = false;
    return !m_stop.stop_requested();
}

void LogDocument::Worker::indexedMore()
{
    const std::scoped_lock lock(m_mutex);
    ++m_news;
    m_wake.notify_all();
}

void LogDocument::Worker::read()
{
    const std::shared_ptr<Log> log = openLog();
    if (!log)
        return;
    index(log);
    lookForOlderFiles();
    if (log->growthObstacle().isEmpty())
        watch(log);
}

void LogDocument::Worker::lookForOlderFiles()
{
    if (m_pasted || m_paths.size() > 1 || m_stop.stop_requested() || !QFileInfo(m_paths.first()).isFile())
        return;
    const QStringList older = findOlderFiles(m_paths.first());
    post([older](LogDocument *document) { document->takeOlderFiles(older); });
}

/// Null when that cannot be. A file that is followed may come yet.
std::shared_ptr<Log> LogDocument::Worker::openLog()
{
    const std::stop_token stop = m_stopLoading.get_token();
    QString told;
    do {
        if (!told.isEmpty() && !isFollowing())
            continue;
        Result<std::shared_ptr<Log>> result = openOnce(stop);
        if (result)
            return std::move(result).value();
        if (const QString reason = result.error().message; reason != told) {
            told = reason;
            post([error = result.error()](LogDocument *document) { document->failed(error); });
        }
    } while (!m_pasted && !stop.stop_requested() && pause(followEvery));
    return {};
}

Result<std::shared_ptr<Log>> LogDocument::Worker::openOnce(const std::stop_token &stop)
{
    if (m_pasted)
        return Log::fromBytes(m_location.path, m_bytes, m_options);
    QElapsedTimer sinceProgress;
    sinceProgress.start();
    const OpenProgress progress = [&](qint64 done, qint64 total) {
        if (sinceProgress.elapsed() < progressEveryMs)
            return;
        sinceProgress.restart();
        post([done, total](LogDocument *document) { document->prepared(done, total); });
    };
    if (m_location.container || !m_location.member.isEmpty())
        return Log::open(m_location, m_options, stop, progress);
    const Result<LogFiles> files = findLogFiles(m_paths, stop);
    if (!files)
        return files.error();
    if (files.value().searched)
        return Log::openSeveral(files.value().paths, m_options, stop, Log::Take::Logs, progress);
    if (m_paths.size() > 1)
        return Log::openSeveral(m_paths, m_options, stop, Log::Take::All, progress);
    const Result<LogExpansion> expansion = expandLogPath(m_location.path, m_options, stop, progress);
    if (!expansion)
        return expansion.error();
    post([expansion = expansion.value()](LogDocument *document) { document->takeExpansion(expansion); });
    return Log::open(expansion.value().locations.front(), m_options, stop, progress);
}

void LogDocument::Worker::index(const std::shared_ptr<Log> &log)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_log = log;
    }
    post([log](LogDocument *document) { document->opened(log); });

    QElapsedTimer sinceProgress;
    sinceProgress.start();
    log->index(m_stopLoading.get_token(), [&] {
        indexedMore();
        if (sinceProgress.elapsed() >= progressEveryMs) {
            sinceProgress.restart();
            post([](LogDocument *document) { emit document->progressChanged(); });
        }
    });
    {
        const std::scoped_lock lock(m_mutex);
        m_indexed = true;
    }
    indexedMore();
    post([](LogDocument *document) { document->indexed(); });
}

/// Looks at the file again and again.
void LogDocument::Worker::watch(const std::shared_ptr<Log> &log)
{
    Follower follower(log);
    std::chrono::milliseconds rest = 0ms;
    QElapsedTimer sinceNews;
    sinceNews.start();
    const auto published = [&] {
        // The last of them is told below.
        if (sinceNews.elapsed() >= progressEveryMs) {
            sinceNews.restart();
            indexedMore();
        }
    };
    bool following = isFollowing();
    while (pause(following ? std::max(followEvery, rest) : std::max(lookEvery, rest))) {
        following = isFollowing();
        QElapsedTimer sinceLook;
        sinceLook.start();
        const Follower::Look look = follower.look(following, m_stop.get_token(), published);
        rest = std::min(longestRest, restForLook * std::chrono::milliseconds(sinceLook.elapsed()));
        if (look.change == Follower::Change::Appended)
            indexedMore();
        if (look.change != Follower::Change::None)
            post([look](LogDocument *document) { document->fileChanged(look); });
        if (look.startOver)
            return;
    }
}

} // namespace evident
