#include "csvrows.h"

#include <algorithm>

namespace evident {

std::optional<CsvRows::Row> CsvRows::row(QByteArrayView text, bool atEnd, qsizetype begin)
{
    const qsizetype newline = text.indexOf('\n', begin);
    if (newline < 0 && !atEnd)
        return std::nullopt;

    const qsizetype longest = begin + maxCsvRow;
    const bool oneLine = begin < m_linesUntil || newline < 0 || newline >= longest;
    const qsizetype lineEnd = newline < 0 ? text.size() : newline + 1;
    const QByteArrayView window = text.first(oneLine ? lineEnd : std::min(text.size(), longest));
    const bool isComplete = atEnd && (newline < 0 || text.size() < longest);

    qsizetype lastLooked = longest;
    qsizetype end = begin;
    const qsizetype next = m_splitter.split(window, begin, end);
    const bool isWhole = next > begin && (window[next - 1] == '\n' || isComplete);
    const bool hasBreak = newline >= 0 && newline < end;
    const bool hasAllColumns = m_columns == 0 || qsizetype(fields().size()) == m_columns;
    const bool isRunaway = hasBreak && (!hasAllColumns || m_splitter.hasStrayQuote());
    if (isWhole && !isRunaway)
        return Row{begin, end, next, false};
    if (isWhole)
        lastLooked = next;
    else if (!oneLine && !atEnd && text.size() < longest)
        return std::nullopt;

    if (!oneLine)
        m_linesUntil = lastLooked;
    const qsizetype textEnd = newline < 0 ? text.size() : newline;
    return Row{begin, textEnd > begin && newline >= 0 && text[textEnd - 1] == '\r' ? textEnd - 1 : textEnd, lineEnd,
               true};
}

} // namespace evident
