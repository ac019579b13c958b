#pragma once

#include "latestjob.h"
#include "log.h"
#include "resolution.h"
#include "result.h"
#include "rowset.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>

namespace evident {

class LogDocument;
class Postbox;

/// How exported records are written: as `--print` writes them, or as they stand in their source.
enum class ExportForm { Csv, Ndjson, Raw };

/// Records of a log, and where they are to go.
struct RecordExport
{
    RecordExport(const LogDocument &document, QString path, ExportForm form, bool masked);

    std::shared_ptr<Log> log;
    std::shared_ptr<const Resolution> resolution;
    RowSet rows;
    QStringList sources; ///< files that are never written over
    QString path;
    ExportForm form;
    bool masked;
};

/// Of a file's name: ".csv", ".ndjson", ".jsonl" and ".json"; any other is the records' own text.
ExportForm exportFormOf(const QString &path);

/// Why a path cannot be written without losing one of these files, a whole sentence; "" when it can. Looks at the disk.
QString sourceObstacle(const QString &path, const QStringList &sources);

/// Called with the rows that are done, and how many there are.
using ExportProgress = std::function<void(qint64, qint64)>;

/// Writes the file, which is there as a whole or not at all. One after the other and in bounded memory, however many
/// they are; of a table's file its header, too. When stopped, nothing was written. Blocking.
Result<void> writeRecords(const RecordExport &records, const std::stop_token &stop,
                          const ExportProgress &progress = {});

/// Exports on a thread of its own, one at a time. Of the GUI thread, which never waits for it.
class RecordExporter : public QObject
{
    Q_OBJECT

public:
    explicit RecordExporter(QObject *parent = nullptr);
    ~RecordExporter() override; ///< cancels, and waits for nobody

    void start(const RecordExport &records);
    void cancel();
    bool isRunning() const { return m_isRunning; }

signals:
    void progressed(qint64 done, qint64 total); ///< at most 10 times a second
    void finished(const QString &path, qint64 records);
    void failed(const QString &sentence);

private:
    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_job;
    bool m_isRunning = false;
    quint64 m_number = 0; ///< of the newest job; what comes of others is dropped
};

} // namespace evident
