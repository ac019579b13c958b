#include "amlog.h"

#include "amline.h"
#include "eventfields.h"
#include "syslogheader.h"
#include "textarena.h"
#include "timestamp.h"

#include <QCoreApplication>

#include <cstring>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// The log's name as its logger has it.
QByteArrayView wordOf(AmLine::Log log)
{
    switch (log) {
    case AmLine::Log::Runtime:
        return "runtime";
    case AmLine::Log::Admin:
        return "admin";
    case AmLine::Log::System:
        return "system";
    case AmLine::Log::Unknown:
        break;
    }
    return {};
}

class AmLogParser final : public LineParser
{
public:
    explicit AmLogParser(const FormatContext &context)
        : m_times(context.inputZone, context.fileTime)
    { }

    void read(QByteArrayView line, ParsedRecord &record) override
    {
        record.understood = m_line.split(line);
        record.kind = record.understood ? Kind::Am : Kind::None;
        if (record.understood)
            readPieces(line, record);
    }

private:
    void readPieces(QByteArrayView line, ParsedRecord &record)
    {
        record.time = m_line.time().isEmpty() ? m_times.find(line) : m_times.iso(m_line.time());
        record.level = m_line.level();
        record.category = wordOf(m_line.log());
        if (!m_line.hasAction())
            return;
        record.code = parseCode(m_line.piece(AmLine::Code).text);
        record.failed = m_line.piece(AmLine::Result).text.startsWith("FAIL");
        record.description = described(m_line.piece(AmLine::Action).text, m_line.piece(AmLine::Reason).text);
        record.user = textOf(m_line.user());
        record.address = textOf(m_line.piece(AmLine::ClientAddress));
        if (m_line.log() == AmLine::Log::Runtime) {
            record.application = textOf(m_line.piece(AmLine::AgentName));
            record.method = textOf(m_line.piece(AmLine::Method));
        }
    }

    /// `AUTHN_LOGIN_EVENT: AUTHN_METHOD_FAILED`: a line has no words of its own, and the reason is what one asks for.
    QByteArrayView described(QByteArrayView action, QByteArrayView reason)
    {
        if (reason.isEmpty())
            return action;
        constexpr qsizetype between = 2;
        const qsizetype size = action.size() + between + reason.size();
        char *const text = arena().allocate(size_t(size));
        std::memcpy(text, action.data(), size_t(action.size()));
        std::memcpy(text + action.size(), ": ", between);
        std::memcpy(text + action.size() + between, reason.data(), size_t(reason.size()));
        return {text, size};
    }

    QByteArrayView textOf(const CsvField &field)
    {
        if (!field.hasQuotes)
            return field.text;
        const QByteArray text = csvText(field);
        char *const copy = arena().allocate(size_t(text.size()));
        std::memcpy(copy, text.constData(), size_t(text.size()));
        return {copy, text.size()};
    }

    AmLine m_line;
    TimeReader m_times;
};

} // namespace

QString AmLogFormat::name() const
{
    return u"am-log"_s;
}

Format::Match AmLogFormat::match(QByteArrayView head, bool) const
{
    AmLine line;
    if (!mostLinesFit(head, [&](QByteArrayView text) { return line.split(text); }))
        return {};
    return {true,
            QCoreApplication::translate("evident::AmLogFormat", "comma-separated lines of an Authentication Manager")};
}

std::unique_ptr<BlockParser> AmLogFormat::parser(QByteArrayView, const FormatContext &context) const
{
    return std::make_unique<AmLogParser>(context);
}

QList<RecordField> AmLogFormat::fields(QByteArrayView record, QByteArrayView) const
{
    QList<RecordField> fields;
    AmLine line;
    if (!line.split(record))
        return fields;
    if (!line.time().isEmpty())
        fields.append({u"time"_s, QString::fromUtf8(line.time())});
    const std::vector<CsvField> &pieces = line.pieces();
    for (qsizetype i = 0; i < qsizetype(pieces.size()); ++i) {
        const QByteArrayView name = line.nameOf(i);
        const QByteArray value = csvText(pieces[size_t(i)]);
        if (!name.isEmpty())
            fields.append({QString::fromLatin1(name), QString::fromUtf8(value)});
        else if (!value.isEmpty())
            fields.append({u"piece%1"_s.arg(i + 1), QString::fromUtf8(value)});
    }
    if (const std::optional<SyslogHeader> header = parseSyslogHeader(line.header()))
        fields += syslogFields(*header);
    return fields;
}

} // namespace evident
