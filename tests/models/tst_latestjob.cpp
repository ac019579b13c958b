#include "latestjob.h"

#include <QTest>

#include <future>
#include <memory>
#include <set>
#include <thread>

using namespace evident;

class tst_LatestJob : public QObject
{
    Q_OBJECT

private slots:
    void theNewestJobIsDoneAndTheOneThatRunsIsStopped();
    void allJobsRunOnOneThreadThatIsNotThis();
    void whatIsStoppedIsNotDone();
    void nobodyWaitsForOneThatHangs();
};

void tst_LatestJob::theNewestJobIsDoneAndTheOneThatRunsIsStopped()
{
    std::promise<void> runs;
    std::promise<void> answer;
    std::promise<bool> stopped;
    std::promise<int> done;
    LatestJob job;
    job.set([&](const std::stop_token &stop) {
        runs.set_value();
        answer.get_future().wait();
        stopped.set_value(stop.stop_requested());
    });
    runs.get_future().wait();
    auto held = std::make_shared<int>(1);
    const std::weak_ptr<int> watched = held;
    job.set([&done, held](const std::stop_token &) { done.set_value(*held); });
    held.reset();
    job.set([&](const std::stop_token &stop) { done.set_value(stop.stop_requested() ? -1 : 2); });
    QVERIFY(watched.expired()); // what is dropped gives back what it holds
    answer.set_value();
    QVERIFY(stopped.get_future().get());
    QCOMPARE(done.get_future().get(), 2);
}

void tst_LatestJob::allJobsRunOnOneThreadThatIsNotThis()
{
    std::set<std::thread::id> threads;
    LatestJob job;
    for (int i = 0; i < 20; ++i) {
        std::promise<std::thread::id> id;
        job.set([&](const std::stop_token &) { id.set_value(std::this_thread::get_id()); });
        threads.insert(id.get_future().get());
    }
    QCOMPARE(threads.size(), size_t(1));
    QVERIFY(!threads.contains(std::this_thread::get_id()));
}

void tst_LatestJob::whatIsStoppedIsNotDone()
{
    std::promise<void> runs;
    std::promise<void> answer;
    std::promise<void> last;
    bool wasDone = false;
    LatestJob job;
    job.set([&](const std::stop_token &) {
        runs.set_value();
        answer.get_future().wait();
    });
    runs.get_future().wait();
    job.set([&](const std::stop_token &) { wasDone = true; });
    job.stop();
    answer.set_value();
    job.set([&](const std::stop_token &) { last.set_value(); });
    last.get_future().wait();
    QVERIFY(!wasDone);
}

void tst_LatestJob::nobodyWaitsForOneThatHangs()
{
    std::promise<void> runs;
    std::promise<void> answer;
    std::promise<bool> stopped;
    {
        LatestJob job;
        job.set([&](const std::stop_token &stop) {
            runs.set_value();
            answer.get_future().wait();
            stopped.set_value(stop.stop_requested());
        });
        runs.get_future().wait();
    }
    // Only because this goes on does the job end.
    answer.set_value();
    QVERIFY(stopped.get_future().get());
}

QTEST_GUILESS_MAIN(tst_LatestJob)
#include "tst_latestjob.moc"
