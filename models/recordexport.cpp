#include "recordexport.h"

#include "logdocument.h"
#include "masker.h"
#include "postbox.h"
#include "recordwriter.h"
#include "source.h"
#include "wholefile.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSaveFile>

#include <filesystem>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::RecordExport)
};

constexpr qint64 progressMs = 100;

/// Writes what stands in the source for each record, with a line end behind it.
class RawWriter
{
public:
    RawWriter(const Log &log, QIODevice &device, Masker *masker)
        : m_log(log),
          m_device(device),
          m_masker(masker)
    { }

    /// What a table's rows mean stands before the first of them.
    Result<bool> writeHeader()
    {
        const QString &format = m_log.info().formatName;
        const bool isTable = format == "tool-csv"_L1 || format == "siem-csv"_L1 || format == "monitor-table"_L1;
        if (!isTable || m_log.partCount() != 1 || m_log.columns().size() == 0)
            return true;
        Result<QByteArray> header = readBytes(m_log.source(), 0, m_log.columns().offset(0));
        if (!header)
            return header.error();
        return isWritten(std::move(header).value());
    }

    Result<bool> write(Row row)
    {
        const RecordColumns columns = m_log.columns().record(row);
        const bool hidesNames = m_masker && !m_log.shape(columns.shape).understood;
        if (hidesNames)
            return true;
        Result<QByteArray> text = m_log.raw(row);
        if (!text)
            return text.error();
        if (m_masker)
            return isWritten(m_masker->maskedRaw(QString::fromUtf8(text.value())).toUtf8() + '\n');
        bool written = isWritten(text.value());
        // Of a record that is longer than what is read at once.
        for (qint64 from = text.value().size(); written && from < qint64(columns.length); from += pieceSize) {
            Result<QByteArray> piece = m_log.rawPart(row, from, pieceSize);
            if (!piece)
                return piece.error();
            written = isWritten(std::move(piece).value());
        }
        return written && isWritten("\n");
    }

private:
    static constexpr qint64 pieceSize = 1024 * 1024;

    bool isWritten(const QByteArray &bytes) { return m_device.write(bytes) == bytes.size(); }

    const Log &m_log;
    QIODevice &m_device;
    Masker *m_masker;
};

/// Tells how far it is, not too often.
class Teller
{
public:
    Teller(const ExportProgress &progress, qint64 total)
        : m_progress(progress),
          m_total(total)
    {
        m_sinceTold.start();
    }
    void tell(qint64 done)
    {
        if (!m_progress || m_sinceTold.elapsed() < progressMs)
            return;
        m_progress(done, m_total);
        m_sinceTold.restart();
    }

private:
    const ExportProgress &m_progress;
    qint64 m_total;
    QElapsedTimer m_sinceTold;
};

/// False: the device takes no more. An error: a record cannot be read.
Result<bool> writeRows(const RecordExport &records, QIODevice &device, Masker *masker, const std::stop_token &stop,
                       const std::function<void(Row)> &progress)
{
    const bool isRaw = records.form == ExportForm::Raw;
    RawWriter rawWriter(*records.log, device, masker);
    const auto format = records.form == ExportForm::Csv ? RecordWriter::Format::Csv : RecordWriter::Format::Ndjson;
    const auto writer = RecordWriter::make(format, &device, QTimeZone::utc());
    Result<bool> written = isRaw ? rawWriter.writeHeader() : writer->begin();
    for (Row position = 0; position < records.rows.size() && written && written.value(); ++position) {
        if (stop.stop_requested())
            return true;
        progress(position);
        const Row row = records.rows.at(position);
        if (isRaw) {
            written = rawWriter.write(row);
            continue;
        }
        const Result<NormalisedRecord> record = normalisedRecord(*records.log, row, *records.resolution);
        if (!record)
            return record.error();
        written = writer->write(masker ? masker->masked(record.value()) : record.value());
    }
    if (!isRaw && written && written.value())
        written = writer->finish();
    return written;
}

/// The file itself of "a.zip!member".
bool isFileOf(const std::filesystem::path &path, const QString &source)
{
    std::error_code error;
    for (qsizetype end = source.size(); end > 0; end = source.lastIndexOf(u'!', end - 1)) {
        if (std::filesystem::equivalent(path, QFileInfo(source.left(end)).filesystemFilePath(), error))
            return true;
    }
    return false;
}

} // namespace

RecordExport::RecordExport(const LogDocument &document, QString path, ExportForm form, bool masked)
    : log(document.log()),
      resolution(document.resolution()),
      rows(document.rows()),
      sources(document.isFile() ? document.paths() + document.files() : QStringList()),
      path(std::move(path)),
      form(form),
      masked(masked)
{ }

ExportForm exportFormOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "csv"_L1)
        return ExportForm::Csv;
    const bool isJson = suffix == "ndjson"_L1 || suffix == "jsonl"_L1 || suffix == "json"_L1;
    return isJson ? ExportForm::Ndjson : ExportForm::Raw;
}

QString sourceObstacle(const QString &path, const QStringList &sources)
{
    const std::filesystem::path target = QFileInfo(path).filesystemFilePath();
    for (const QString &source : sources) {
        if (isFileOf(target, source))
            return Messages::tr("“%1” is the log itself, which is never written over. Choose another name.")
                .arg(visibleText(path));
    }
    return {};
}

Result<void> writeRecords(const RecordExport &records, const std::stop_token &stop, const ExportProgress &progress)
{
    if (const QString obstacle = sourceObstacle(records.path, records.sources); !obstacle.isEmpty())
        return Error{obstacle};
    const qint64 toLearn = records.masked ? records.log->columns().size() : 0;
    Teller teller(progress, toLearn + records.rows.size());
    Masker masker;
    if (records.masked)
        masker.learn(*records.log, stop, [&teller](qint64 done) { teller.tell(done); });

    QSaveFile file(records.path);
    if (!file.open(QIODevice::WriteOnly))
        return writeError(records.path, file);
    const Result<bool> written = writeRows(records, file, records.masked ? &masker : nullptr, stop,
                                           [&teller, toLearn](Row position) { teller.tell(toLearn + position); });
    if (stop.stop_requested() || (written && written.value() && commitWhole(file)))
        return {};
    return written ? writeError(records.path, file) : written.error();
}

RecordExporter::RecordExporter(QObject *parent)
    : QObject(parent),
      m_postbox(std::make_shared<Postbox>(this))
{ }

RecordExporter::~RecordExporter()
{
    m_postbox->close();
}

void RecordExporter::start(const RecordExport &records)
{
    m_isRunning = true;
    m_job.set([this, postbox = m_postbox, number = ++m_number, records](const std::stop_token &stop) {
        const auto post = [this, &postbox, number](auto call) {
            postbox->post([this, number, call] {
                if (number == m_number && m_isRunning)
                    call();
            });
        };
        const Result<void> written = writeRecords(records, stop, [this, &post](qint64 done, qint64 total) {
            post([this, done, total] { emit progressed(done, total); });
        });
        if (stop.stop_requested())
            return;
        post([this, written, path = records.path, count = qint64(records.rows.size())] {
            m_isRunning = false;
            if (written)
                emit finished(path, count);
            else
                emit failed(written.error().message);
        });
    });
}

void RecordExporter::cancel()
{
    m_isRunning = false;
    m_job.stop();
}

} // namespace evident
