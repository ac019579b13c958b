#include "ndjson.h"

#include "jsonenvelope.h"
#include "jsonevents.h"
#include "jsonprobe.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

class NdjsonParser final : public BlockParser
{
public:
    explicit NdjsonParser(const FormatContext &context)
        : m_events(context)
    { }

    void parse(QByteArrayView block, qint64 offset, quint64, std::vector<ParsedRecord> &records) override
    {
        m_events.beginBlock(block);
        LineWalker lines(block);
        while (!lines.atEnd()) {
            ParsedRecord &record = records.emplace_back();
            // Mostly an item ends its line: then the line's end need not be looked for first.
            const qsizetype size = m_events.readPlain(lines.rest(), record);
            const bool isWholeLine = size > 0 && lines.nextEndsBehind(size);
            if (!isWholeLine && (!lines.next() || lines.isBlank())) {
                records.pop_back();
                continue;
            }
            if (!isWholeLine)
                record = {};
            record.offset = offset + lines.position();
            record.length = quint32(lines.line().size());
            record.linesBefore = lines.linesBefore();
            if (!isWholeLine)
                m_events.read(lines.line(), records);
        }
        m_events.endBlock(records);
    }

    bool foundUtf8() const override { return m_events.blockIsUtf8(); }

private:
    JsonEventReader m_events;
};

} // namespace

QString NdjsonFormat::name() const
{
    return u"ndjson"_s;
}

/// One broken line must not hide what the others are: most of the first lines have to be objects, and one of them an
/// event.
Format::Match NdjsonFormat::match(QByteArrayView head, bool) const
{
    constexpr int linesToSee = 50;
    if (head.contains('\0'))
        return {};
    int objects = 0;
    int others = 0;
    QString key;
    QString envelope;
    LineWalker lines(head);
    while (objects + others < linesToSee && lines.next()) {
        if (lines.isBlank())
            continue;
        const QByteArrayView line = lines.line().trimmed();
        const bool isObject = line.startsWith('{') && line.size() > 1;
        ++(isObject ? objects : others);
        if (const JsonItemTraits traits = jsonItemTraits(line); traits.hasCode && key.isEmpty())
            key = traits.isAdmin ? u"activityCode"_s : u"eventCode"_s;
        else if (const auto found = findEnvelopedEvent(line); found && envelope.isEmpty())
            envelope = QString::fromUtf8(found->key);
    }
    if ((key.isEmpty() && envelope.isEmpty()) || others > objects)
        return {};
    if (key.isEmpty()) {
        return {true,
                QCoreApplication::translate("evident::NdjsonFormat", "lines that are JSON objects with an event in %1")
                    .arg(envelope)};
    }
    return {true, QCoreApplication::translate("evident::NdjsonFormat", "lines that are JSON objects with %1").arg(key)};
}

std::unique_ptr<BlockParser> NdjsonFormat::parser(QByteArrayView, const FormatContext &context) const
{
    return std::make_unique<NdjsonParser>(context);
}

QList<RecordField> NdjsonFormat::fields(QByteArrayView record, QByteArrayView) const
{
    return jsonEventFields(record);
}

} // namespace evident
