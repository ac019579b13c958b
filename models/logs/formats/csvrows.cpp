#include "csvrows.h"

#include <algorithm>

namespace evident {

std::optional<CsvRows::Row> CsvRows::row(QByteArrayView text, bool atEnd, qsizetype begin)
{
    const qsizetype longest = begin + maxCsvRow;
    const QByteArrayView window = text.first(std::min(text.size(), longest));
    const qsizetype newline = window.indexOf('\n', begin);
    const bool isComplete = atEnd && text.size() < longest;
    const bool oneLine = begin < m_linesUntil;

    qsizetype lastLooked = longest;
    qsizetype end = begin;
    if (!oneLine || newline >= 0 || isComplete) {
        const QByteArrayView rowText = oneLine && newline >= 0 ? window.first(newline + 1) : window;
        const qsizetype next = m_splitter.split(rowText, begin, end);
        const bool isWhole = next > begin && (rowText[next - 1] == '\n' || isComplete);
        const bool hasBreak = newline >= 0 && newline < end;
        const bool hasAllColumns = m_columns == 0 || qsizetype(fields().size()) == m_columns;
        const bool isRunaway = hasBreak && (!hasAllColumns || m_splitter.hasStrayQuote());
        if (isWhole && !isRunaway)
            return Row{begin, end, next, false};
        if (isWhole)
            lastLooked = next;
    }
    if (lastLooked == longest && !atEnd && text.size() < longest && !(oneLine && newline >= 0))
        return std::nullopt;

    if (!oneLine)
        m_linesUntil = lastLooked;
    Row broken{begin, window.size(), window.size(), true};
    if (newline >= 0) {
        broken.next = newline + 1;
        broken.end = newline > begin && window[newline - 1] == '\r' ? newline - 1 : newline;
    }
    return broken;
}

} // namespace evident
