#include "readertarget.h"

#include "blockreader.h"
#include "fuzztarget.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// A record with copies of its texts.
struct Found
{
    ParsedRecord record;
    quint64 line = 0; ///< counted from 0
    QByteArrayList texts;

    bool operator==(const Found &other) const
    {
        return record.offset == other.record.offset && line == other.line && saysTheSame(other);
    }
    /// But for the kind of a record that is not understood, which nobody asks for.
    bool saysTheSame(const Found &other) const
    {
        return record.length == other.record.length && record.time == other.record.time
            && (record.kind == other.record.kind || !record.understood) && record.understood == other.record.understood
            && record.failed == other.record.failed && record.code == other.record.code && texts == other.texts;
    }
};

Found found(const ParsedRecord &record, quint64 line)
{
    return {record,
            line,
            {record.level.toByteArray(), record.category.toByteArray(), record.description.toByteArray(),
             record.user.toByteArray(), record.method.toByteArray(), record.application.toByteArray(),
             record.address.toByteArray()}};
}

struct Reading
{
    std::vector<Found> records;
    quint64 lineBreaks = 0;
    QString error;

    bool operator==(const Reading &) const = default;
};

void parseBlock(BlockParser &parser, const Block &block, qint64 longestRecord, Reading &reading)
{
    if (block.longRecord)
        reading.records.push_back(found(*block.longRecord, reading.lineBreaks));
    reading.lineBreaks += block.lineBreaks;
    qint64 begin = 0;
    for (const Block::Piece &piece : block.pieces) {
        // A buffer of exactly this size lets the sanitizers see a read behind its end.
        const QByteArray text(block.bytes.constData() + begin, qsizetype(piece.size));
        std::vector<ParsedRecord> parsed;
        parser.parse(text, block.offset + begin, piece.state, parsed);
        for (const ParsedRecord &record : parsed) {
            const bool isLong = record.length > longestRecord;
            reading.records.push_back(found(isLong ? placeOnly(record.offset, record.length) : record,
                                            reading.lineBreaks + record.linesBefore));
        }
        reading.lineBreaks += countLineBreaks(text);
        begin += piece.size;
    }
}

/// What the engine makes of the log, without its threads.
Reading readInBlocks(const Format &format, const FuzzSetting &setting, qint64 blockSize)
{
    const std::shared_ptr<Source> source = memorySource(setting.log.toByteArray());
    const auto cutter = format.cutter(setting.head, setting.context);
    const auto parser = format.parser(setting.head, setting.context);
    BlockReader reader(*source, u"log"_s, *cutter, 0, setting.log.size(),
                       {blockSize, blockSize, setting.longestRecord});
    Reading reading;
    Block block;
    qint64 end = 0;
    while (reader.next(block, {})) {
        mustHold(block.offset >= end && block.end >= block.offset + block.bytes.size(), "blocks stand in order");
        end = block.end;
        parseBlock(*parser, block, setting.longestRecord, reading);
        mustHold(qsizetype(reading.records.size()) <= setting.log.size(), "there are no more records than bytes");
    }
    if (reader.error())
        reading.error = reader.error()->message;
    return reading;
}

void checkPlaces(const Reading &reading, QByteArrayView log)
{
    qint64 end = 0;
    quint64 line = 0;
    for (const Found &each : reading.records) {
        mustHold(each.record.offset >= end, "records stand in order and apart");
        mustHold(each.record.length > 0 && each.record.length <= log.size() - each.record.offset,
                 "records lie in the log");
        line += countLineBreaks(log.sliced(end, each.record.offset - end));
        mustHold(each.line == line, "a record's line is counted");
        end = each.record.offset + each.record.length;
        line += countLineBreaks(log.sliced(each.record.offset, each.record.length));
    }
}

bool isBlank(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

/// Formats whose records are whole lines: nothing else but blank space may stand between two of them.
void checkNothingIsLost(const Reading &reading, QByteArrayView log)
{
    qint64 end = 0;
    for (const Found &each : reading.records) {
        mustHold(isBlank(log.sliced(end, each.record.offset - end)), "no text is lost before a record");
        end = each.record.offset + each.record.length;
    }
    mustHold(isBlank(log.sliced(end)), "no text is lost behind the last record");
}

/// As Log reads a record again when it is shown.
void checkRecords(const Format &format, const FuzzSetting &setting, const Reading &reading)
{
    const auto parser = format.parser(setting.head, setting.context);
    QByteArray scratch;
    for (const Found &each : reading.records) {
        if (each.record.length > setting.longestRecord)
            continue;
        const QByteArray text = setting.log.sliced(each.record.offset, each.record.length).toByteArray();
        const std::optional<ParsedRecord> again = parser->parseRecord(text, scratch);
        mustHold(again.has_value(), "a record can be read again");
        mustHold(found(*again, 0).saysTheSame(each), "a record read again says the same");
        format.fields(text, setting.head);
    }
}

} // namespace

FuzzSetting::FuzzSetting(QByteArrayView input)
    : log(input.sliced(std::min(size, input.size())))
{
    const auto at = [&](qsizetype index) { return index < input.size() ? uchar(input[index]) : uchar(0); };
    blockSize = 1 + at(0);
    const int length = at(1) & 0x1f;
    longestRecord = length == 0 ? BlockLimits().longestRecord : length * 16;
    head = log.first(std::min<qsizetype>(log.size(), longestRecord));
    context.inputZone = (at(1) & 0x40) != 0 ? QTimeZone("Europe/Berlin") : QTimeZone::utc();
    context.fileTime = Q_INT64_C(1'768'468'442'118);
    if ((at(1) & 0x80) != 0)
        context.textPattern = u"#(?<code>\\d+)"_s;
}

void checkReader(const Format &format, QByteArrayView input)
{
    FuzzSetting setting(input);
    // How long a row of several lines may be does not depend on the limits, and relies on being less than the longest
    // record.
    if (format.name().contains("csv"_L1) || format.name() == "monitor-table"_L1)
        setting.longestRecord = BlockLimits().longestRecord;
    const Reading whole = readInBlocks(format, setting, setting.log.size() + BlockLimits::lookAhead);
    checkPlaces(whole, setting.log);
    static const QStringList wholeLines{u"ndjson"_s, u"text"_s, u"syslog-json"_s, u"idr-syslog"_s, u"am-log"_s};
    if (wholeLines.contains(format.name()))
        checkNothingIsLost(whole, setting.log);
    checkRecords(format, setting, whole);
    mustHold(readInBlocks(format, setting, setting.blockSize) == whole, "the same is read in blocks of any size");
}
