#include "reportmaker.h"

#include "postbox.h"
#include "recordexport.h"

#include <utility>

namespace evident {

ReportMaker::ReportMaker(QObject *parent)
    : QObject(parent),
      m_postbox(std::make_shared<Postbox>(this))
{ }

ReportMaker::~ReportMaker()
{
    m_postbox->close();
}

void ReportMaker::start(const ReportSource &source, const QString &path, Write write)
{
    m_isRunning = true;
    m_job.set([this, postbox = m_postbox, number = ++m_number, source, path,
               write = std::move(write)](const std::stop_token &stop) {
        const auto post = [this, &postbox, number](auto call) {
            postbox->post([this, number, call] {
                if (number == m_number && m_isRunning)
                    call();
            });
        };
        const QString obstacle = sourceObstacle(path, source.files);
        const LogReport report = makeReport(source, stop, [this, &post](qint64 done, qint64 total) {
            post([this, done, total] { emit progressed(done, total); });
        });
        if (stop.stop_requested())
            return;
        const Result<void> written = obstacle.isEmpty() ? write(report, path) : Result<void>(Error{obstacle});
        post([this, written, path] {
            m_isRunning = false;
            if (written)
                emit finished(path);
            else
                emit failed(written.error().message);
        });
    });
}

void ReportMaker::cancel()
{
    m_isRunning = false;
    m_job.stop();
}

} // namespace evident
