#include "lineformat.h"

#include <cstring>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// The values of a line as views into it; none when it is not understood.
std::vector<QByteArrayView> valuesOf(QByteArrayView line)
{
    std::vector<QByteArrayView> values;
    if (line.isEmpty() || line.front() < '0' || line.front() > '9')
        return values;
    qsizetype begin = 0;
    while (begin <= line.size()) {
        qsizetype end = line.indexOf(';', begin);
        end = end < 0 ? line.size() : end;
        values.push_back(line.sliced(begin, end - begin));
        begin = end + 1;
    }
    values.resize(size_t(lineFields().size()));
    return values;
}

class LineCutter final : public BlockCutter
{
public:
    Cut cut(QByteArrayView block, bool atEnd) override
    {
        m_unfinished = atEnd && block.endsWith("<open>");
        return {atEnd ? block.size() : block.lastIndexOf('\n') + 1, 0, false};
    }
    QString complaint() const override { return m_unfinished ? u"It ends in the middle of a record."_s : QString(); }

private:
    bool m_unfinished = false;
};

class LineParser final : public BlockParser
{
public:
    void parse(QByteArrayView block, qint64 offset, quint64, std::vector<ParsedRecord> &records) override
    {
        quint32 lines = 0;
        for (qsizetype begin = 0; begin < block.size(); ++lines) {
            const qsizetype lineBreak = block.indexOf('\n', begin);
            const qsizetype end = lineBreak < 0 ? block.size() : lineBreak + 1;
            const QByteArrayView line = withoutLineEnd(block.sliced(begin, end - begin));
            if (!line.isEmpty())
                records.push_back(parsed(line, offset + begin, lines));
            begin = end;
        }
    }

private:
    static ParsedRecord parsed(QByteArrayView line, qint64 offset, quint32 lines)
    {
        ParsedRecord record;
        record.offset = offset;
        record.length = quint32(line.size());
        record.linesBefore = lines;
        const std::vector<QByteArrayView> values = valuesOf(line);
        if (values.empty()) {
            record.kind = Kind::None;
            record.understood = false;
            return record;
        }
        record.time = values[0] == "0" ? noTime : values[0].toByteArray().toLongLong();
        record.code = values[1].isEmpty() ? noCode : values[1].toByteArray().toLongLong();
        record.level = values[2];
        record.category = values[3];
        record.description = values[4];
        record.user = values[5];
        record.method = values[6];
        record.application = values[7];
        record.address = values[8];
        return record;
    }
};

class LineFormat final : public Format
{
public:
    QString name() const override { return u"lines"_s; }
    Match match(QByteArrayView, bool) const override { return {true, u"Lines."_s}; }
    std::unique_ptr<BlockCutter> cutter(QByteArrayView, const FormatContext &) const override
    {
        return std::make_unique<LineCutter>();
    }
    std::unique_ptr<BlockParser> parser(QByteArrayView, const FormatContext &) const override
    {
        return std::make_unique<LineParser>();
    }
    QList<RecordField> fields(QByteArrayView record, QByteArrayView) const override
    {
        QList<RecordField> fields;
        const std::vector<QByteArrayView> values = valuesOf(record);
        for (size_t index = 0; index < values.size(); ++index)
            fields.append({lineFields().at(qsizetype(index)), QString::fromUtf8(values[index])});
        return fields;
    }
};

} // namespace

const Format &lineFormat()
{
    static const LineFormat format;
    return format;
}

QStringList lineFields()
{
    static const QStringList names =
        u"time code level category description user method application address eventId"_s.split(u' ');
    return names;
}

QByteArray randomLines(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    const auto oneOf = [&](const QByteArrayList &values) { return values.at(random.bounded(int(values.size()))); };
    QByteArray text;
    qint64 time = 1'768'468'442'118;
    for (int line = 0; line < count; ++line) {
        time += random.bounded(2000) - 500;
        if (random.bounded(20) == 0) {
            text += oneOf({"", "no record at all", "\tindented"}) + '\n';
            continue;
        }
        const QByteArray code = oneOf({"", "605", "702", "940"});
        const QByteArrayList values{
            random.bounded(30) == 0 ? QByteArray("0") : QByteArray::number(time),
            code,
            oneOf({"", "error", "notice"}),
            oneOf({"Authentication", "Authorization"}),
            code.isEmpty() ? QByteArray() : "What " + code + " says " + QByteArray(random.bounded(3), '.'),
            "user" + QByteArray::number(random.bounded(300)),
            oneOf({"", "Approve", "SecurID"}),
            oneOf({"VPN", "Portal", ""}),
            "192.0.2." + QByteArray::number(random.bounded(256)),
            random.bounded(2) == 0 ? QByteArray() : "e" + QByteArray::number(random.bounded(5000)),
        };
        text += values.join(';') + oneOf({"\n", "\n", "\r\n"});
    }
    return text;
}

std::vector<NaiveRecord> naiveRecords(const QByteArray &text)
{
    std::vector<NaiveRecord> records;
    qint64 offset = 0;
    quint32 number = 0;
    const QByteArrayList lines = text.split('\n');
    for (const QByteArray &line : lines) {
        NaiveRecord record{offset, ++number, line.endsWith('\r') ? line.chopped(1) : line, {}};
        offset += line.size() + 1;
        if (record.text.isEmpty())
            continue;
        if (record.text.front() >= '0' && record.text.front() <= '9') {
            record.values = record.text.split(';');
            record.values.resize(lineFields().size());
        }
        records.push_back(record);
    }
    return records;
}

const std::vector<const Format *> &formats()
{
    static const std::vector<const Format *> all{&lineFormat()};
    return all;
}

const Format *formatByName(QStringView name)
{
    return name == lineFormat().name() ? &lineFormat() : nullptr;
}

QStringList formatNames()
{
    return {lineFormat().name()};
}

} // namespace evident
