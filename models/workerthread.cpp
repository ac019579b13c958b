#include "workerthread.h"

#include <QCoreApplication>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace evident {

namespace {

/// How long the end of the application waits for threads that were asked to end.
constexpr std::chrono::seconds patience(5);

/// The threads that run. Never destroyed: a thread that hangs may outlive everything.
class RunningThreads
{
public:
    static RunningThreads &all()
    {
        static auto *const threads = new RunningThreads;
        return *threads;
    }

    void begin()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
    }
    void end()
    {
        const std::lock_guard lock(m_mutex);
        --m_count;
        m_ended.notify_all();
    }
    void waitForAll()
    {
        std::unique_lock lock(m_mutex);
        m_ended.wait_for(lock, patience, [this] { return m_count == 0; });
    }

private:
    RunningThreads()
    {
        qAddPostRoutine([] { all().waitForAll(); });
    }

    std::mutex m_mutex;
    std::condition_variable m_ended;
    int m_count = 0;
};

} // namespace

void runOnWorkerThread(std::function<void()> work)
{
    RunningThreads::all().begin();
    std::thread([work = std::move(work)]() mutable {
        work();
        work = nullptr; // what it shares is given back before it counts as ended
        RunningThreads::all().end();
    }).detach();
}

} // namespace evident
