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

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace evident {

class Source;

/// One field of a record as the record has it, for the details.
struct RecordField
{
    QString name;
    QString value; ///< nested values as JSON text
    bool operator==(const RecordField &) const = default;
};

/// Which dictionary a text column's ids belong to.
enum class TextColumn { User, Method, Application, Address };

/// A log: its source, its columns and dictionaries. Open it, index it once in a thread of its own, read it from any
/// thread meanwhile.
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
    /// The same for text that is no file: `name` is shown as its path.
    static Result<std::shared_ptr<Log>> fromBytes(const QString &name, QByteArray bytes, const LogOptions &options);

    ~Log();
    Log(const Log &) = delete;
    Log &operator=(const Log &) = delete;

    /// Reads the whole source in blocks, on workers of its own, and publishes records in the file's order. Blocking;
    /// once. `published` is called from the indexing thread after each batch. Cancel is answered within 50 ms.
    void index(std::stop_token stop, const std::function<void()> &published = {});

    // From any thread, at any time.
    const LogInfo &info() const noexcept; ///< decided by open(), does not change
    State state() const noexcept;
    qint64 bytesRead() const noexcept;
    qint64 bytesTotal() const noexcept;
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
    Result<QList<RecordField>>
    fields(Row row) const; ///< in the record's order; none for a record that was not understood
    /// One field by its name in the export ("transactionId"), without regard to case; "" when absent.
    QString field(Row row, const QString &name) const;

    // For readers of many records in their order, who read large stretches themselves.
    static constexpr qint64 longestText = 16 * 1024 * 1024; ///< bytes of a record that are read
    const Source &source() const noexcept; ///< what the columns' offsets are positions in
    QList<RecordField> fieldsOf(Row row, QByteArrayView text) const; ///< the same as fields(), of the row's text

private:
    bool isAsIndexed(const RecordColumns &record, QByteArrayView text) const;
    struct Data;
    explicit Log(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

} // namespace evident
