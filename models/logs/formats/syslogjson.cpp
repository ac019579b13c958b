#include "syslogjson.h"

#include "jsonenvelope.h"
#include "jsonevents.h"
#include "jsonprobe.h"
#include "lines.h"
#include "syslogheader.h"
#include "textarena.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr char program[] = "RSA-SecurID-Cloud-";

bool isAdminProgram(QByteArrayView name)
{
    return name.endsWith("-Admin");
}

/// Where a bracket opens at `from` or behind; -1 where none does.
qsizetype bracketFrom(QByteArrayView line, qsizetype from)
{
    const void *found = std::memchr(line.data() + from, '{', size_t(line.size() - from));
    return found ? static_cast<const char *>(found) - line.data() : -1;
}

/// Whether "-Admin" is in the text, found by the letter of it that headers have least.
bool hasAdmin(QByteArrayView text)
{
    constexpr std::string_view word = "-Admin";
    constexpr size_t before = word.find('m');
    const std::string_view characters(text.data(), size_t(text.size()));
    for (size_t found = characters.find('m', before); found != std::string_view::npos;
         found = characters.find('m', found + 1)) {
        if (characters.substr(found - before, word.size()) == word)
            return true;
    }
    return false;
}

class SyslogJsonParser final : public BlockParser
{
public:
    explicit SyslogJsonParser(const FormatContext &context)
        : m_events(context),
          m_times(context.inputZone, context.fileTime)
    { }

    void parse(QByteArrayView block, qint64 offset, quint64, std::vector<ParsedRecord> &records) override
    {
        m_arena.clear();
        m_events.beginBlock(block);
        LineWalker lines(block);
        while (!lines.atEnd()) {
            ParsedRecord &record = records.emplace_back();
            const std::optional<qsizetype> bracket = readPlainLine(lines, record);
            const bool isPlain = bracket.has_value();
            if (!isPlain && (!lines.next() || lines.isBlank())) {
                records.pop_back();
                continue;
            }
            if (!isPlain)
                record = {};
            record.offset = offset + lines.position();
            record.length = quint32(lines.line().size());
            record.linesBefore = lines.linesBefore();
            if (isPlain)
                complete(lines.line(), *bracket, record);
            else if (readLine(lines.line(), records) != JsonEventReader::Outcome::Later)
                complete(lines.line(), records.back());
        }
        for (const size_t number : m_events.endBlock(records)) {
            ParsedRecord &record = records[number];
            complete(block.sliced(qsizetype(record.offset - offset), record.length), record);
        }
    }

    bool foundUtf8() const override { return m_events.blockIsUtf8(); }

private:
    /// Mostly an item begins at the line's first bracket and ends the line: then the line's end need not be looked for
    /// first. Goes to the line if that is so, and tells where the bracket is.
    std::optional<qsizetype> readPlainLine(LineWalker &lines, ParsedRecord &record)
    {
        constexpr qsizetype longestHeader = 1024;
        const QByteArrayView rest = lines.rest();
        const QByteArrayView begin = rest.first(std::min(rest.size(), longestHeader));
        const qsizetype bracket = bracketFrom(begin, 0);
        if (bracket < 0 || lineEnd(begin.first(bracket), 0) < bracket)
            return {};
        const qsizetype size = m_events.readPlain(rest.sliced(bracket), record);
        return size > 0 && lines.nextEndsBehind(bracket + size) ? std::optional(bracket) : std::nullopt;
    }

    /// The item mostly begins at the line's first bracket; else a value of the header has one.
    JsonEventReader::Outcome readLine(QByteArrayView line, std::vector<ParsedRecord> &records)
    {
        using Outcome = JsonEventReader::Outcome;
        records.back().understood = false;
        const qsizetype first = bracketFrom(line, 0);
        if (first < 0)
            return Outcome::NotUnderstood;
        const Outcome outcome = m_events.read(line.sliced(first), records);
        if (outcome != Outcome::NotUnderstood)
            return outcome;
        const std::optional<SyslogHeader> header = parseSyslogHeader(line);
        const qsizetype behindHeader = header ? bracketFrom(line, header->end) : -1;
        return behindHeader > first ? m_events.read(line.sliced(behindHeader), records) : outcome;
    }

    /// What only the header says.
    void complete(QByteArrayView line, ParsedRecord &record)
    {
        if (record.understood)
            complete(line, bracketFrom(line, 0), record);
        else
            record.kind = Kind::None;
    }

    void complete(QByteArrayView line, qsizetype bracket, ParsedRecord &record)
    {
        const bool mayBeAdmin = record.kind != Kind::Admin && hasAdmin(line.first(bracket));
        if (record.time != noTime && !mayBeAdmin)
            return;
        const std::optional<SyslogHeader> header = parseSyslogHeader(line);
        if (!header)
            return;
        if (record.time == noTime)
            record.time = syslogTime(*header, m_times);
        if (mayBeAdmin && isAdminProgram(header->program))
            makeAdmin(line, record);
    }

    /// An admin's record that does not say so itself: it was read as a user's.
    void makeAdmin(QByteArrayView line, ParsedRecord &record)
    {
        record.kind = Kind::Admin;
        for (const RecordField &field : jsonEventFields(objectInText(line))) {
            if (field.name == u"adminUserName" && !field.value.isEmpty())
                record.user = copied(field.value);
            else if (field.name == u"message" && !field.value.isEmpty())
                record.description = copied(field.value);
        }
    }

    QByteArrayView copied(const QString &text)
    {
        const QByteArray bytes = text.toUtf8();
        char *const copy = m_arena.allocate(size_t(bytes.size()));
        std::memcpy(copy, bytes.constData(), size_t(bytes.size()));
        return {copy, bytes.size()};
    }

    JsonEventReader m_events;
    TimeReader m_times;
    TextArena m_arena;
};

/// What one line shows; the line may be cut off.
struct LineTraits
{
    bool fits = false; ///< a header and an object behind it
    bool isKnownProgram = false;
    QString key; ///< eventCode or activityCode
};

LineTraits traitsOf(QByteArrayView line)
{
    LineTraits traits;
    const std::optional<SyslogHeader> header = parseSyslogHeader(line);
    const qsizetype begin = header ? bracketFrom(line, header->end) : -1;
    if (begin < 0)
        return traits;
    const QByteArrayView object = line.sliced(begin);
    traits.fits = true;
    traits.isKnownProgram = header->program.startsWith(program);
    if (const JsonItemTraits item = jsonItemTraits(object); item.hasCode)
        traits.key = item.isAdmin ? u"activityCode"_s : u"eventCode"_s;
    else if (findEnvelopedEvent(object))
        traits.key = u"eventCode"_s;
    return traits;
}

} // namespace

QString SyslogJsonFormat::name() const
{
    return u"syslog-json"_s;
}

/// As with lines of JSON, most of the first ones have to fit, and one of them has to be an event.
Format::Match SyslogJsonFormat::match(QByteArrayView head, bool) const
{
    constexpr int linesToSee = 50;
    if (head.contains('\0'))
        return {};
    int fitting = 0;
    int others = 0;
    bool isKnownProgram = false;
    QString key;
    LineWalker lines(head);
    while (fitting + others < linesToSee && lines.next()) {
        if (lines.isBlank())
            continue;
        const LineTraits traits = traitsOf(lines.line());
        ++(traits.fits ? fitting : others);
        isKnownProgram = isKnownProgram || traits.isKnownProgram;
        if (key.isEmpty())
            key = traits.key;
    }
    if ((key.isEmpty() && !isKnownProgram) || others > fitting)
        return {};
    if (isKnownProgram) {
        return {true,
                QCoreApplication::translate("evident::SyslogJsonFormat", "syslog lines of %1 with JSON objects")
                    .arg(QString::fromLatin1(program) + u'…')};
    }
    return {true,
            QCoreApplication::translate("evident::SyslogJsonFormat", "syslog lines with JSON objects that have %1")
                .arg(key)};
}

std::unique_ptr<BlockParser> SyslogJsonFormat::parser(QByteArrayView, const FormatContext &context) const
{
    return std::make_unique<SyslogJsonParser>(context);
}

QList<RecordField> SyslogJsonFormat::fields(QByteArrayView record, QByteArrayView) const
{
    const std::optional<SyslogHeader> header = parseSyslogHeader(record);
    QList<RecordField> fields = jsonEventFields(objectInText(record));
    if (fields.isEmpty() && header)
        fields = jsonEventFields(objectInText(record.sliced(header->end)));
    return header ? fields + syslogFields(*header) : fields;
}

} // namespace evident
