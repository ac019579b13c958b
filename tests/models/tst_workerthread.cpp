#include "workerthread.h"

#include <QTest>

#include <future>
#include <memory>

using namespace evident;

class tst_WorkerThread : public QObject
{
    Q_OBJECT

private slots:
    void whoStartsItDoesNotWaitForIt();
    void whatItSharesLivesAsLongAsIt();
};

void tst_WorkerThread::whoStartsItDoesNotWaitForIt()
{
    std::promise<void> answer; // of a file that does not come
    std::promise<void> ended;
    runOnWorkerThread([&] {
        answer.get_future().wait();
        ended.set_value();
    });
    // Only because this goes on does the other one end.
    answer.set_value();
    ended.get_future().wait();
}

void tst_WorkerThread::whatItSharesLivesAsLongAsIt()
{
    auto shared = std::make_shared<int>(7);
    const std::weak_ptr<int> watched = shared;
    std::promise<void> answer;
    std::future<void> wait = answer.get_future();
    std::promise<int> seen;
    runOnWorkerThread([shared, &wait, &seen] {
        wait.wait();
        seen.set_value(*shared);
    });
    shared.reset();
    QVERIFY(!watched.expired());
    answer.set_value();
    QCOMPARE(seen.get_future().get(), 7);
    QTRY_VERIFY(watched.expired());
}

QTEST_GUILESS_MAIN(tst_WorkerThread)
#include "tst_workerthread.moc"
