#include "csv.h"

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

} // namespace

qsizetype CsvSplitter::split(QByteArrayView text, qsizetype begin, qsizetype &end)
{
    m_fields.clear();
    m_hasStrayQuote = false;
    qsizetype position = begin;
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
            while (position < text.size() && text[position] != m_separator && !isLineEnd(text, position))
                ++position;
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

QByteArray csvText(const CsvField &field)
{
    QByteArray text = field.text.toByteArray();
    if (field.hasQuotes)
        text.replace("\"\"", "\"");
    return text;
}

} // namespace evident
