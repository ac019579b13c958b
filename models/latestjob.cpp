#include "latestjob.h"

#include "workerthread.h"

#include <condition_variable>
#include <mutex>
#include <utility>

namespace evident {

struct LatestJob::State
{
    void run();

    std::mutex mutex;
    std::condition_variable wake;
    // Guarded by the mutex:
    Job waiting;
    std::stop_source stop; ///< of the job that waits or runs
    bool started = false;
    bool ended = false;
};

void LatestJob::State::run()
{
    for (;;) {
        Job job;
        std::stop_token token;
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, [this] { return ended || waiting; });
            if (ended)
                return;
            job = std::exchange(waiting, {});
            token = stop.get_token();
        }
        job(token);
    }
}

LatestJob::LatestJob()
    : m_state(std::make_shared<State>())
{ }

LatestJob::~LatestJob()
{
    stop();
    const std::lock_guard lock(m_state->mutex);
    m_state->ended = true;
    m_state->wake.notify_one();
}

void LatestJob::set(Job job)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stop.request_stop();
        m_state->stop = std::stop_source();
        std::swap(m_state->waiting, job); // the one that waited goes when the lock is free again
        isFirst = !std::exchange(m_state->started, true);
        m_state->wake.notify_one();
    }
    if (isFirst)
        runOnWorkerThread([state = m_state] { state->run(); });
}

void LatestJob::stop()
{
    Job dropped;
    const std::lock_guard lock(m_state->mutex);
    m_state->stop.request_stop();
    std::swap(m_state->waiting, dropped);
}

} // namespace evident
