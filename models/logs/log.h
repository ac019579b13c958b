#pragma once

#include "columns.h"
#include "dictionary.h"
#include "loglocation.h"
#include "logoptions.h"
#include "resolution.h"
#include "result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace evident {

struct FileStatus;
struct OpenedFile;
class Source;

/// One field of a record as the record has it, for the details.
struct RecordField
{
    QString name;
    QString value; ///< nested values as JSON text
    bool operator==(const RecordField &) const = default;
};

/// What reading one of a log's files came to.
struct LogPartResult
{
    Row rowsBegin = 0; ///< its rows: from this one
    Row rowsEnd = 0; ///< up to (not with) this one
    qint64 notUnderstood = 0; ///< of them
    qint64 invalidBytes = 0;
    std::optional<Error> error; ///< why it was not read to its end
};

/// Which dictionary a text column's ids belong to.
enum class TextColumn { User, Method, Application, Address };

/// A log: its source, its columns and dictionaries. Open it, index it once in a thread of its own, let it grow there as
/// its file does, read it from any thread meanwhile.
class Log
{
public:
    enum class State {
        Opened, ///< nothing read yet but what detection needed
        Indexing,
        Complete,
        Cancelled,
        Failed, ///< error() says why; what was read so far stays
    };

    /// Opens, decides compression, encoding and format. Reads at most 1 MiB, or spools the whole where bytes cannot be
    /// read in place (standard input "-", compressed, UTF-16, Windows-1252); `stop` ends that early. Blocking: never on
    /// the GUI thread. An error names the file and the cause; where it is a question, LogOptions::allowLargeSpool is
    /// the answer.
    static Result<std::shared_ptr<Log>> open(const LogLocation &location, const LogOptions &options,
                                             std::stop_token stop = {}, const OpenProgress &progress = {});
    /// Which of several files are read: all, or what is a log among what a folder holds. Then binary files are left
    /// out, and text that no event format fits, unless all are such text.
    enum class Take { All, Logs };
    /// Several files as one log, each of any format: a folder, a set that was rotated, an archive's members. Records
    /// are in the order of the files; those that cannot be opened are left out, and error() tells of them. An error
    /// when none can. An archive stands for its members. Progress counts files.
    static Result<std::shared_ptr<Log>> openSeveral(const QStringList &paths, const LogOptions &options,
                                                    std::stop_token stop = {}, Take take = Take::All,
                                                    const OpenProgress &progress = {});
    /// The same of files that are open already. An error when none is.
    static Result<std::shared_ptr<Log>> ofFiles(std::vector<OpenedFile> files, const LogOptions &options);
    /// The same for text that is no file: `name` is shown as its path.
    static Result<std::shared_ptr<Log>> fromBytes(const QString &name, QByteArray bytes, const LogOptions &options);

    ~Log();
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;

    /// Reads the whole source in blocks, on workers of its own, and publishes records in the file's order. Blocking;
    /// once. `published` is called from the indexing thread after each batch. Cancel is answered within 50 ms.
    void index(std::stop_token stop, const std::function<void()> &published = {});

    /// How far to go on.
    struct Growth
    {
        qint64 end = 0; ///< bytes that the source has now, not fewer than before
        qint64 fileTime = noTime; ///< of modification, ms UTC: for times without a year
        /// Whether what the end cuts off, a line without its line end, becomes a record too.
        bool withRest = true;
    };
    /// Goes on behind what is indexed. Of the thread that indexed; blocking. The last record is completed where it was
    /// cut off. False, with nothing done, when this needs a new log. `published` is called as by index().
    bool grow(const Growth &growth, std::stop_token stop, const std::function<void()> &published = {});
    bool hasUnindexedRest() const; ///< of that thread: bytes at the end wait for Growth::withRest
    /// Of that thread: whether the source still begins and ends, at bytesTotal(), with the bytes that were read there.
    /// What was read back before is read anew, and compared with what was indexed, when it is asked for again.
    Result<bool> hasSameEnds() const;
    /// Of that thread: whether encoding or format would be others by what the file begins with now. Reads 1 MiB at
    /// most, nothing once that much was seen.
    bool isOutgrown() const;

    // From any thread, at any time.
    /// Decided by open(), does not change. Of several files what they have in common, and sums.
    const LogInfo &info() const noexcept;
    size_t partCount() const noexcept; ///< files that the log is made of
    const QStringList &leftOut() const noexcept; ///< files that Take::Logs did not take
    const LogInfo &partInfo(size_t part) const noexcept;
    qint64 partSize(size_t part) const noexcept; ///< its share of bytesTotal()
    const LogPartResult &partResult(size_t part) const noexcept; ///< of the thread that indexed, which is done
    QString suggestedEncoding(size_t part) const; ///< of that thread too
    size_t partOf(Row row) const noexcept;
    static size_t partAt(qint64 offset) noexcept; ///< the part that has the record with this offset
    const LogInfo &info(Row row) const noexcept; ///< of the file that the record is in
    State state() const noexcept;
    qint64 bytesRead() const noexcept;
    qint64 bytesTotal() const noexcept; ///< that index() and grow() were told of
    /// Of the file when it was opened; none when its bytes are not read in place.
    const std::optional<FileStatus> &openedStatus() const noexcept;
    /// Why the log cannot grow as its file does, a whole sentence; "" when it can.
    QString growthObstacle() const;
    /// Rows below it stay what they are. Those from it on are what the file's end cuts off, and become others when it
    /// grows: see Columns::revision().
    Row settledRows() const noexcept;
    qint64 notUnderstood() const noexcept; ///< among the records so far
    qint64 invalidBytes() const noexcept; ///< bytes so far that are no text of the encoding; shown as U+FFFD
    /// LogInfo::suggestedEncoding, or "windows-1252" when bytes further on are no UTF-8; "" while all is well.
    QString suggestedEncoding() const;
    /// What went wrong with the file as a whole while it was read: cut off in the middle, vanished. Empty while all is
    /// well.
    std::optional<Error> error() const;

    const Columns &columns() const noexcept;
    const Dictionary &texts(TextColumn column) const noexcept;
    /// Levels, categories and descriptions that records give for themselves.
    const Dictionary &names() const noexcept;
    ShapeId shapeCount() const noexcept; ///< of published rows, at least
    EventShape shape(ShapeId id) const noexcept;

    // Read back from the source through a small cache. An error when the source cannot be read, does not have the
    // record any more, or has another in its place: one whose time, code or user is not the columns'.
    /// The record's text exactly, as UTF-8; of a record over 16 MiB its first 16 MiB.
    Result<QByteArray> raw(Row row) const;
    /// A part of the text, for records of megabytes: `size` bytes from its byte `from`, fewer at its end. It is not
    /// compared with the columns.
    Result<QByteArray> rawPart(Row row, qint64 from, qint64 size) const;
    Result<QList<RecordField>>
    fields(Row row) const; ///< in the record's order; none for a record that was not understood
    /// One field by its name in the export ("transactionId"), without regard to case; "" when absent.
    QString field(Row row, const QString &name) const;

    /// Whether any of these found that the source has something else than was indexed.
    bool isForeign() const noexcept;
    /// Counts how often hasSameEnds() made what was read back doubtful: who keeps texts reads those of before again.
    quint64 doubts() const noexcept;

    // For readers of many records in their order, who read large stretches themselves.
    static constexpr qint64 longestText = 16 * 1024 * 1024; ///< bytes of a record that are read
    const Source &source() const noexcept; ///< what the columns' offsets are positions in
    QList<RecordField> fieldsOf(Row row, QByteArrayView text) const; ///< the same as fields(), of the row's text
    bool mayHaveFields(Row row) const; ///< false: there are none, whatever its text is

private:
    Result<QByteArray> readBack(Row row) const;
    Result<QByteArray> readPart(Row row, const RecordColumns &record, qint64 from, qint64 size) const;
    Result<QByteArray> noticed(Result<QByteArray> text, quint64 revision) const;
    void finish(const QStringList &reasons);
    bool isAsIndexed(const RecordColumns &record, QByteArrayView text) const;
    struct Data;
    explicit Log(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace evident
