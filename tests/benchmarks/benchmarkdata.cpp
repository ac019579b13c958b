#include "benchmarkdata.h"

#include "logwriter.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <future>
#include <thread>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr qint64 blockRecords = 8192;
constexpr qsizetype pageRecords = 100;
const QString pagesShape = u"cas-user-pages"_s;

/// A company of some thousands: 1 GiB are then some weeks.
LogGeneratorOptions companyOptions(quint64 seed)
{
    LogGeneratorOptions options;
    options.seed = seed;
    options.people = 5000;
    options.intervalMs = 500;
    return options;
}

/// A log as the generator writes it, taken apart: the lines before and behind the records stand once in the whole.
struct Pieces
{
    QByteArray head;
    QByteArray body;
    QByteArray tail;
};

/// Makes the blocks of one log. Any thread.
class BlockMaker
{
public:
    explicit BlockMaker(const BenchmarkData &data)
        : m_seed(data.seed),
          m_pages(data.shape == pagesShape),
          m_isJsonDocument(data.shape.startsWith("cas-"_L1)),
          m_shape(m_pages ? LogShape::UserPage : logShapeNamed(data.shape).value())
    {
        LogGeneratorOptions none = companyOptions(m_seed);
        none.records = 0;
        m_headLines = generateLog(m_shape, none).count('\n');
        m_records = data.records > 0 ? data.records : recordsIn(data.bytes);
        m_blocks = (m_records + blockRecords - 1) / blockRecords;
        qint64 start = none.firstTime.toMSecsSinceEpoch();
        for (qint64 index = 0; index < m_blocks; ++index) {
            m_starts.push_back(start);
            start = LogGenerator::timeBehind(start, blockRecords, none.intervalMs);
        }
    }

    qint64 count() const { return m_blocks; }
    /// What stands before all records and behind them.
    Pieces frame() const
    {
        if (m_pages)
            return {};
        LogGeneratorOptions none = companyOptions(m_seed);
        none.records = 0;
        Pieces pieces = takenApart(generateLog(m_shape, none));
        const QByteArray total = QByteArray::number(m_records);
        for (const QByteArray &count : {"\"totalElements\":"_ba, "\"pageSize\":"_ba, "Elements:,"_ba, "Page Size:,"_ba})
            pieces.head.replace(count + '0', count + total);
        return pieces;
    }
    /// The records of one place in the whole; the order of a log that is newest first is that of its blocks, too.
    QByteArray bodyAt(qint64 place) const
    {
        const qint64 index = m_shape == LogShape::UserArray ? m_blocks - 1 - place : place;
        const qint64 records = std::min(blockRecords, m_records - index * blockRecords);
        const QByteArray body = block(index, records, m_starts[std::size_t(index)]).body;
        if (m_pages)
            return pagesOf(body);
        return m_isJsonDocument && place > 0 ? ",\n" + body : body;
    }

private:
    qint64 recordsIn(qint64 bytes) const
    {
        const qint64 start = companyOptions(m_seed).firstTime.toMSecsSinceEpoch();
        return std::max<qint64>(1, bytes * blockRecords / block(0, blockRecords, start).body.size());
    }

    Pieces block(qint64 index, qint64 records, qint64 start) const
    {
        LogGeneratorOptions options = companyOptions(m_seed * 1'000'003 + quint64(index));
        options.records = records;
        options.firstNumber = index * blockRecords;
        options.firstTime = QDateTime::fromMSecsSinceEpoch(start, Qt::UTC);
        return takenApart(generateLog(m_shape, options));
    }

    /// An empty log of lines is its head; of an empty JSON document, the line for its records is empty.
    Pieces takenApart(const QByteArray &log) const
    {
        const qsizetype headLines = m_isJsonDocument ? 1 : m_headLines;
        qsizetype begin = 0;
        for (qsizetype line = 0; line < headLines; ++line)
            begin = log.indexOf('\n', begin) + 1;
        const qsizetype end = m_isJsonDocument ? std::max(begin, log.lastIndexOf('\n', -2)) : log.size();
        return {log.left(begin), log.mid(begin, end - begin), log.mid(end)};
    }

    static QByteArray pagesOf(const QByteArray &items)
    {
        const QByteArrayList lines = items.split('\n');
        QByteArray pages;
        pages.reserve(items.size() + items.size() / 256);
        for (qsizetype first = 0; first < lines.size(); first += pageRecords) {
            const QByteArrayList page = lines.mid(first, pageRecords);
            const QByteArray count = QByteArray::number(page.size());
            QByteArray body = page.join('\n');
            if (body.endsWith(','))
                body.chop(1);
            pages += "{\"totalPages\":1,\"totalElements\":" + count + ",\"pageSize\":" + count
                + ",\"currentPage\":0,\"userEventLogExportEntries\":[\n" + body + "\n]}\n";
        }
        return pages;
    }

    quint64 m_seed;
    bool m_pages;
    bool m_isJsonDocument;
    LogShape m_shape;
    qsizetype m_headLines = 0;
    qint64 m_records = 0;
    qint64 m_blocks = 0;
    std::vector<qint64> m_starts; ///< ms since 1970
};

/// Changes when the generator writes other bytes.
QString generatorState(const BenchmarkData &data)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    BenchmarkData sample = data;
    sample.records = 300;
    writeBenchmarkData(sample, [&hash](const QByteArray &piece) {
        hash.addData(piece);
        return true;
    });
    return QString::fromLatin1(hash.result().toHex().left(8));
}

} // namespace

QStringList benchmarkShapes()
{
    return logShapeNames() << pagesShape;
}

bool writeBenchmarkData(const BenchmarkData &data, const std::function<bool(const QByteArray &)> &sink)
{
    const BlockMaker maker(data);
    const Pieces frame = maker.frame();
    if (!sink(frame.head))
        return false;
    const std::size_t ahead = std::max(1U, std::thread::hardware_concurrency()) + 1;
    std::deque<std::future<QByteArray>> blocks;
    qint64 started = 0;
    for (qint64 written = 0; written < maker.count(); ++written) {
        for (; started < maker.count() && blocks.size() < ahead; ++started)
            blocks.push_back(std::async(std::launch::async, &BlockMaker::bodyAt, &maker, started));
        const QByteArray block = blocks.front().get();
        blocks.pop_front();
        if (!sink(block))
            return false;
    }
    return sink(frame.tail);
}

Result<QString> benchmarkFile(const QDir &folder, const BenchmarkData &data)
{
    if (!benchmarkShapes().contains(data.shape))
        return Error{u"There is no log of the shape “%1”."_s.arg(data.shape)};
    const QString size = data.records > 0 ? u"%1r"_s.arg(data.records) : u"%1b"_s.arg(data.bytes);
    const QString family = u"%1-%2-seed%3-"_s.arg(data.shape, size).arg(data.seed);
    const QString name = family + generatorState(data) + u".log"_s;
    const QString path = folder.absoluteFilePath(name);
    if (QFile::exists(path))
        return path;
    if (!folder.mkpath(u"."_s))
        return Error{u"The folder %1 cannot be made."_s.arg(folder.absolutePath())};
    for (const QString &old : folder.entryList({family + u'*'}, QDir::Files))
        QFile::remove(folder.absoluteFilePath(old));

    QElapsedTimer timer;
    timer.start();
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && writeBenchmarkData(data, [&file](const QByteArray &piece) { return file.write(piece) == piece.size(); });
    const qint64 bytes = file.size();
    if (!written || !file.commit())
        return Error{u"%1: %2"_s.arg(path, file.errorString())};
    std::fprintf(stderr, "made %s: %.0f MB in %.1f s\n", qPrintable(name), double(bytes) / 1e6,
                 double(timer.elapsed()) / 1e3);
    return path;
}

} // namespace evident
