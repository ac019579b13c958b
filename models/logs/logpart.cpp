#include "logpart.h"

namespace evident {

LogPart::LogPart(size_t number, LogInput opened)
    : input(std::move(opened)),
      base(qint64(number) * longestFile),
      m_context(input.context)
{ }

bool LogPart::holds(QByteArrayView text, const std::function<bool(const ParsedRecord &)> &check) const
{
    const std::lock_guard lock(m_mutex);
    if (!m_parser)
        m_parser = input.format->parser(input.head, m_context);
    const std::optional<ParsedRecord> record = m_parser->parseRecord(text, m_scratch);
    return record && check(*record);
}

void LogPart::setContext(const FormatContext &context)
{
    const std::lock_guard lock(m_mutex);
    m_context = context;
    m_parser.reset();
}

FormatContext LogPart::context() const
{
    const std::lock_guard lock(m_mutex);
    return m_context;
}

JoinedSource::JoinedSource(const std::vector<std::unique_ptr<LogPart>> &parts)
    : m_parts(parts)
{ }

Result<qint64> JoinedSource::size() const
{
    const LogPart &last = *m_parts.back();
    const Result<qint64> size = last.input.source->size();
    return size ? Result<qint64>(last.base + size.value()) : size;
}

Result<FileStatus> JoinedSource::status() const
{
    return m_parts.size() == 1 ? m_parts.front()->input.source->status() : Source::status();
}

Result<qint64> JoinedSource::read(qint64 position, std::span<char> buffer) const
{
    const size_t number = LogPart::numberOf(position);
    if (number >= m_parts.size())
        return qint64(0);
    const LogPart &part = *m_parts[number];
    return part.input.source->read(position - part.base, buffer);
}

} // namespace evident
