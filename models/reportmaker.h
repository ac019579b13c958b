#pragma once

#include "latestjob.h"
#include "logreport.h"
#include "result.h"

#include <QObject>

#include <functional>
#include <memory>

namespace evident {

class Postbox;

/// Makes and writes a log's report on a thread of its own, one at a time. Of the GUI thread, which never waits for it.
class ReportMaker : public QObject
{
    Q_OBJECT

public:
    /// Writes the report to its path, as a whole or not at all. Called on another thread.
    using Write = std::function<Result<void>(const LogReport &, const QString &path)>;

    explicit ReportMaker(QObject *parent = nullptr);
    ~ReportMaker() override; ///< cancels, and waits for nobody

    void start(const ReportSource &source, const QString &path, Write write);
    void cancel();
    bool isRunning() const { return m_isRunning; }

signals:
    void progressed(qint64 done, qint64 total);
    void finished(const QString &path);
    void failed(const QString &sentence);

private:
    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_job;
    bool m_isRunning = false;
    quint64 m_number = 0; ///< of the newest job; what comes of others is dropped
};

} // namespace evident
