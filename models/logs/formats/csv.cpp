#include "csv.h"

#include "textarena.h"

#include <algorithm>
#include <cstring>

namespace evident {

namespace {

bool isLineEnd(QByteArrayView text, qsizetype position)
{
    return text[position] == '\n'
        || (text[position] == '\r' && (position + 1 == text.size() || text[position + 1] == '\n'));
}

/// The quote that closes the field whose text begins at `begin`; -1 where none does. It must be followed by what ends a
/// field.
qsizetype closingQuote(QByteArrayView text, qsizetype begin, char separator, bool &hasQuotes, bool &isStray)
{
    qsizetype position = begin;
    while (position < text.size()) {
        const void *found = std::memchr(text.data() + position, '"', size_t(text.size() - position));
        if (!found)
            return -1;
        position = static_cast<const char *>(found) - text.data();
        const qsizetype behind = position + 1;
        if (behind == text.size() || text[behind] == separator || isLineEnd(text, behind))
            return position;
        const bool isDoubled = text[behind] == '"';
        hasQuotes = hasQuotes || isDoubled;
        isStray = isStray || !isDoubled;
        position += isDoubled ? 2 : 1;
    }
    return -1;
}

/// Where `c` is found first from `begin` to before `end`; else `end`.
qsizetype find(QByteArrayView text, qsizetype begin, qsizetype end, char c)
{
    const void *found = begin < end ? std::memchr(text.data() + begin, c, size_t(end - begin)) : nullptr;
    return found ? static_cast<const char *>(found) - text.data() : end;
}

/// Where the line that `position` is in ends, without its line break.
qsizetype endOfLine(QByteArrayView text, qsizetype position)
{
    const qsizetype end = find(text, position, text.size(), '\n');
    return end > position && text[end - 1] == '\r' ? end - 1 : end;
}

} // namespace

qsizetype CsvSplitter::split(QByteArrayView text, qsizetype begin, qsizetype &end)
{
    m_fields.clear();
    m_hasStrayQuote = false;
    qsizetype position = begin;
    qsizetype lineEnd = -1;
    while (true) {
        CsvField field;
        if (position < text.size() && text[position] == '"') {
            const qsizetype quote = closingQuote(text, position + 1, m_separator, field.hasQuotes, m_hasStrayQuote);
            if (quote < 0)
                return -1;
            field.text = text.sliced(position + 1, quote - position - 1);
            position = quote + 1;
        } else {
            const qsizetype fieldBegin = position;
            if (lineEnd < position)
                lineEnd = endOfLine(text, position);
            position = find(text, position, lineEnd, m_separator);
            field.text = text.sliced(fieldBegin, position - fieldBegin);
        }
        m_fields.push_back(field);
        if (position == text.size() || text[position] != m_separator)
            break;
        ++position;
    }
    end = position;
    if (position < text.size() && text[position] == '\r')
        ++position;
    if (position < text.size() && text[position] == '\n')
        ++position;
    return position;
}

char CsvSplitter::separatorOf(QByteArrayView header)
{
    char best = ',';
    for (const char candidate : {',', ';', '\t'}) {
        if (std::count(header.begin(), header.end(), candidate) > std::count(header.begin(), header.end(), best))
            best = candidate;
    }
    return best;
}

qsizetype copyCsvText(const CsvField &field, char *out)
{
    const char *from = field.text.data();
    const char *const end = from + field.text.size();
    char *to = out;
    while (field.hasQuotes && from < end) {
        const void *found = std::memchr(from, '"', size_t(end - from));
        if (!found)
            break;
        const char *const quote = static_cast<const char *>(found);
        const auto size = size_t(quote + 1 - from);
        std::memcpy(to, from, size);
        to += size;
        from = quote + (quote + 1 < end && quote[1] == '"' ? 2 : 1);
    }
    if (from < end)
        std::memcpy(to, from, size_t(end - from));
    return to + (end - from) - out;
}

QByteArray csvText(const CsvField &field)
{
    QByteArray text(field.text.size(), Qt::Uninitialized);
    text.truncate(copyCsvText(field, text.data()));
    return text;
}

QByteArrayView csvText(const CsvField &field, TextArena &arena)
{
    if (!field.hasQuotes)
        return field.text;
    const auto size = size_t(field.text.size());
    char *const copy = arena.allocate(size);
    const qsizetype used = copyCsvText(field, copy);
    arena.shrinkLast(size, size_t(used));
    return {copy, used};
}

} // namespace evident
