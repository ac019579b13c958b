#include "readertarget.h"

#include "fuzztarget.h"
#include "indexer.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace evident;

namespace {

/// A row of a store, its texts beside it.
struct Found
{
    RecordColumns record;
    EventShape shape;
    QByteArrayList texts;
};

/// What the engine makes of the log, or of its parts one after another.
class Reading
{
public:
    Reading(const Format &format, const FuzzSetting &setting)
        : m_format(format),
          m_setting(setting),
          m_source(memorySource(setting.log.toByteArray()))
    { }

    /// Goes on up to `end`, in blocks of about `blockSize` bytes. False when the format cannot go on there.
    bool readOn(qint64 end, qint64 blockSize)
    {
        IndexJob job{*m_source, m_format, m_setting.head, m_setting.context, u"log"_s};
        job.end = end;
        IndexLimits limits{{blockSize, blockSize, m_setting.longestRecord}, 1};
        if (m_isBegun) {
            if (!m_place.place.cutter)
                return false;
            job.from = &m_place;
            limits.blocks.firstBlock += m_place.end - m_place.place.offset;
        }
        m_isBegun = true;
        IndexResult result = indexSource(job, m_store, limits, {});
        mustHold(result.outcome != IndexOutcome::Cancelled, "nobody stops it");
        m_error = result.error ? result.error->message : QString();
        m_place = std::move(result.end);
        return true;
    }

    Row size() const { return m_store.columns.size(); }
    Found at(Row row) const
    {
        const RecordColumns record = m_store.columns.record(row);
        const EventShape shape = m_store.shapes.at(record.shape);
        const Dictionary &names = m_store.names;
        QByteArrayList texts;
        for (const QByteArrayView text :
             {names.utf8(shape.level), names.utf8(shape.category), names.utf8(shape.description),
              m_store.users.utf8(record.user), m_store.methods.utf8(record.method),
              m_store.applications.utf8(record.application), m_store.addresses.utf8(record.address)})
            texts.append(text.toByteArray());
        return {record, shape, texts};
    }
    qint64 notUnderstood() const { return m_store.notUnderstood; }

    /// One line a record, for comparing and for who has to find what differs.
    QStringList description() const
    {
        QStringList lines{u"%1 not understood; %2"_s.arg(m_store.notUnderstood).arg(m_error)};
        for (Row row = 0; row < size(); ++row) {
            const auto [record, shape, texts] = at(row);
            lines.append(
                u"%1 bytes at %2, line %3, time %4, kind %5, %6%7code %8: %9"_s.arg(record.length)
                    .arg(record.offset)
                    .arg(record.line)
                    .arg(record.time)
                    .arg(int(shape.kind))
                    .arg(shape.understood ? u""_s : u"not understood, "_s, shape.failed ? u"failed, "_s : u""_s)
                    .arg(shape.code)
                    .arg(QString::fromLatin1(texts.join('|').toPercentEncoding("|"))));
        }
        return lines;
    }

    void mustBe(const Reading &other, const QString &what) const
    {
        const QStringList mine = description();
        const QStringList others = other.description();
        if (mine != others)
            throw FuzzFailure(what + u"\n  instead of\n"_s + others.join(u'\n') + u"\n  it is\n"_s + mine.join(u'\n'));
    }

private:
    const Format &m_format;
    const FuzzSetting &m_setting;
    const std::shared_ptr<Source> m_source;
    LogStore m_store;
    IndexPlace m_place;
    QString m_error;
    bool m_isBegun = false;
};

void checkPlaces(const Reading &reading, QByteArrayView log)
{
    qint64 end = 0;
    quint64 line = 1;
    qint64 notUnderstood = 0;
    for (Row row = 0; row < reading.size(); ++row) {
        const Found found = reading.at(row);
        const RecordColumns &record = found.record;
        mustHold(record.offset >= end, "records stand in order and apart");
        mustHold(record.length > 0 && record.length <= log.size() - record.offset, "records lie in the log");
        line += countLineBreaks(log.sliced(end, record.offset - end));
        mustHold(record.line == line, "a record's line is counted");
        end = record.offset + record.length;
        line += countLineBreaks(log.sliced(record.offset, record.length));
        notUnderstood += found.shape.understood ? 0 : 1;
    }
    mustHold(reading.notUnderstood() == notUnderstood, "what is not understood is counted");
}

bool isBlank(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

/// Formats whose records are whole lines: nothing else but blank space may stand between two of them.
void checkNothingIsLost(const Reading &reading, QByteArrayView log)
{
    qint64 end = 0;
    for (Row row = 0; row < reading.size(); ++row) {
        const RecordColumns record = reading.at(row).record;
        mustHold(isBlank(log.sliced(end, record.offset - end)), "no text is lost before a record");
        end = record.offset + record.length;
    }
    mustHold(isBlank(log.sliced(end)), "no text is lost behind the last record");
}

/// As Log reads a record again when it is shown.
void checkRecords(const Format &format, const FuzzSetting &setting, const Reading &reading)
{
    const auto parser = format.parser(setting.head, setting.context);
    QByteArray scratch;
    for (Row row = 0; row < reading.size(); ++row) {
        const Found found = reading.at(row);
        if (found.record.length > setting.longestRecord)
            continue;
        // A buffer of exactly this size lets the sanitizers see a read behind its end.
        const QByteArray text = setting.log.sliced(found.record.offset, found.record.length).toByteArray();
        const std::optional<ParsedRecord> again = parser->parseRecord(text, scratch);
        mustHold(again.has_value(), "a record can be read again");
        const bool saysTheSame = again->time == found.record.time && again->understood == found.shape.understood
            && again->failed == found.shape.failed && again->code == found.shape.code
            && (again->kind == found.shape.kind || !again->understood); // then it has none
        const QByteArrayList texts{again->level.toByteArray(),       again->category.toByteArray(),
                                   again->description.toByteArray(), again->user.toByteArray(),
                                   again->method.toByteArray(),      again->application.toByteArray(),
                                   again->address.toByteArray()};
        mustHold(saysTheSame && texts == found.texts, "a record read again says the same");
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
    const qint64 end = setting.log.size();
    Reading whole(format, setting);
    whole.readOn(end, end + BlockLimits::lookAhead);
    mustHold(whole.size() <= end, "there are no more records than bytes");
    checkPlaces(whole, setting.log);
    static const QStringList wholeLines{u"ndjson"_s, u"text"_s, u"syslog-json"_s, u"idr-syslog"_s, u"am-log"_s};
    if (wholeLines.contains(format.name()))
        checkNothingIsLost(whole, setting.log);
    checkRecords(format, setting, whole);

    Reading inBlocks(format, setting);
    inBlocks.readOn(end, setting.blockSize);
    inBlocks.mustBe(whole, u"the same is read in blocks of any size"_s);

    Reading grown(format, setting);
    grown.readOn(end * setting.blockSize / 256, end + BlockLimits::lookAhead);
    if (grown.readOn(end, setting.blockSize))
        grown.mustBe(whole, u"a log that grew is read as if it had been whole"_s);
}
