#pragma once

#include "columns.h"
#include "displaytime.h"
#include "log.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QTimeZone>

#include <memory>
#include <optional>
#include <vector>

namespace evident {

/// What a record says, as views into the block it was read from (or into the parser's own scratch, valid until its next
/// block).
struct ParsedRecord
{
    qint64 offset = 0; ///< in the source
    quint32 length = 0;
    quint32 linesBefore = 0; ///< line breaks in the block before the record
    qint64 time = noTime;
    Kind kind = Kind::User; ///< of a record that is understood; others have none, whatever stands here
    bool understood = true;
    bool failed = false;
    qint64 code = noCode;
    QByteArrayView level;
    QByteArrayView category;
    QByteArrayView description;
    QByteArrayView user;
    QByteArrayView method;
    QByteArrayView application;
    QByteArrayView address;
    QByteArrayView transaction; ///< its id
    QByteArrayView activity;
    bool idsAreUnclear = false; ///< only its fields tell which transaction and activity it has
};

/// What a format needs to know of the file to read its records.
struct FormatContext
{
    QTimeZone inputZone = QTimeZone::utc();
    qint64 fileTime = noTime; ///< of modification, ms UTC: for times without a year
    QString textPattern;
    DateOrder dateOrder = DateOrder::MonthFirst; ///< of dates that can be read either way
};

/// Finds where the byte stream can be cut into blocks of whole records. Sequential: each call sees the bytes from where
/// the last cut ended; after a cut of size 0 the same bytes and more behind them.
class BlockCutter
{
public:
    struct Cut
    {
        qint64 size = 0; ///< bytes of whole records from the block's beginning; 0 asks for more bytes
        quint64 state = 0; ///< handed to the parser with this block
        bool endOfData = false; ///< nothing that follows belongs to any record
        /// The state behind the cut, when the cutter guessed where a record ends sooner than that it looked at all
        /// before. The parser tells whether it guessed right.
        std::optional<quint64> guess = {};
    };
    virtual ~BlockCutter() = default;
    /// `atEnd`: no bytes follow the block, which may be empty; all of it must be cut.
    virtual Cut cut(QByteArrayView block, bool atEnd) = 0;
    /// Before the first cut: the data goes on from its byte `position`, which has this state, and a guess went wrong:
    /// no more of them.
    virtual void resume(quint64 state, qint64 position)
    {
        Q_UNUSED(state)
        Q_UNUSED(position)
    }

    /// One that goes on from where this one is. None: what is appended to a file of this format cannot be read without
    /// reading all of it again.
    virtual std::unique_ptr<BlockCutter> clone() const { return {}; }

    struct Skip
    {
        qint64 size = 0; ///< bytes of the piece that are done with
        bool ended = false; ///< the record ends with them; else it goes on in the next piece
        bool isRecord = true; ///< what ended is a record and not what stands between records
    };
    /// A record longer than the engine holds (16 MiB): gets its bytes piece by piece from where the last cut ended
    /// until the record's end is found. Then cut() goes on behind it. The bytes of a piece that are not done with, a
    /// few at most, stand at the beginning of the next. `atEnd`: no bytes follow the piece; the record ends with it at
    /// the latest. Unless overridden, a record ends with its line.
    virtual Skip skip(QByteArrayView piece, bool atEnd)
    {
        const qsizetype lineBreak = piece.indexOf('\n');
        return lineBreak < 0 ? Skip{piece.size(), atEnd} : Skip{lineBreak + 1, true};
    }

    /// After the last block: what is wrong with the file as a whole ("ends in the middle of a record"), with where;
    /// else empty.
    virtual QString complaint() const { return {}; }
};

/// Turns a block of whole records into records. One per worker; blocks may come in any order.
class BlockParser
{
public:
    virtual ~BlockParser() = default;
    /// Appends the block's records in order. A record that no rule understands is appended with `understood` false;
    /// blank lines are none.
    virtual void parse(QByteArrayView block, qint64 offset, quint64 state, std::vector<ParsedRecord> &records) = 0;
    /// The state behind the block that was parsed last; none when the block ends within a record. Asked only where the
    /// cutter guesses.
    virtual std::optional<quint64> stateBehind() const { return {}; }
    /// Whether parsing showed that the block that was parsed last is UTF-8 throughout: then nobody else has to look.
    virtual bool foundUtf8() const { return false; }
    /// Reads again a record that parse() found, from its text alone; none when the text is not one record. `scratch` is
    /// what the record's views may look into. Unless overridden, a record has the same text with a line end behind it.
    virtual std::optional<ParsedRecord> parseRecord(QByteArrayView text, QByteArray &scratch)
    {
        // A CR that is the record's own must not be taken for the line end's.
        scratch = text.toByteArray() + (text.endsWith('\r') ? "\r\n" : "\n");
        std::vector<ParsedRecord> records;
        parse(scratch, 0, 0, records);
        const bool isOne = records.size() == 1 && qsizetype(records.front().length) == text.size();
        return isOne ? std::optional(records.front()) : std::nullopt;
    }
};

/// A log format. Stateless, shared by all threads. A new format is one file pair and one line in formats().
class Format
{
public:
    struct Match
    {
        bool fits = false;
        QString reason; ///< what was seen
    };
    virtual ~Format() = default;
    virtual QString name() const = 0; ///< cli.md's
    /// Looks at the first bytes (at most 1 MiB, decoded to UTF-8, without byte-order mark).
    virtual Match match(QByteArrayView head, bool headIsAll) const = 0;
    /// A sentence on what the reader has to guess, for the user to check; "" where there is nothing.
    virtual QString guess(QByteArrayView, const FormatContext &) const { return {}; }
    virtual std::unique_ptr<BlockCutter> cutter(QByteArrayView head, const FormatContext &context) const = 0;
    virtual std::unique_ptr<BlockParser> parser(QByteArrayView head, const FormatContext &context) const = 0;
    /// Whether fields() ever tells any.
    virtual bool hasFields() const { return true; }
    /// Every field of one record, in its order. `head` is the file's beginning (a CSV's header is there).
    virtual QList<RecordField> fields(QByteArrayView record, QByteArrayView head) const = 0;
};

/// All formats in the order in which a detector tries them; the last one (text) fits anything.
const std::vector<const Format *> &formats();
const Format *formatByName(QStringView name);
QStringList formatNames();

} // namespace evident
