#include "catalogdiff.h"

#include <QStringView>

#include <algorithm>
#include <vector>

namespace evident {

namespace {

/// Beyond so many words a side the table of common words would grow too large.
constexpr size_t mostWords = 2000;

using Words = std::vector<QStringView>;

/// Letters and digits hang together, so do spaces; anything else is a word of its own.
Words wordsOf(QStringView text)
{
    const auto kind = [](QChar c) {
        return c.isLetterOrNumber() || c.isSurrogate() || c.isMark() ? 1 : c.isSpace() ? 2 : 0;
    };
    Words words;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin + 1;
        while (kind(text[begin]) != 0 && end < text.size() && kind(text[end]) == kind(text[begin]))
            ++end;
        words.push_back(text.sliced(begin, end - begin));
        begin = end;
    }
    return words;
}

void append(QList<TextPiece> &pieces, TextPiece::Side side, const Words &words, size_t from, size_t to)
{
    for (size_t i = from; i < to; ++i) {
        if (pieces.isEmpty() || pieces.last().side != side)
            pieces.append({side, QString()});
        pieces.last().text += words[i];
    }
}

/// How many words the rests of both sides have in common, for each pair of rests.
std::vector<std::vector<quint16>> commonWords(const Words &before, const Words &after)
{
    std::vector<std::vector<quint16>> common(before.size() + 1, std::vector<quint16>(after.size() + 1, 0));
    for (size_t i = before.size(); i-- > 0;) {
        for (size_t j = after.size(); j-- > 0;) {
            common[i][j] = before[i] == after[j] ? quint16(common[i + 1][j + 1] + 1)
                                                 : std::max(common[i + 1][j], common[i][j + 1]);
        }
    }
    return common;
}

void appendMiddle(QList<TextPiece> &pieces, const Words &before, const Words &after)
{
    using Side = TextPiece::Side;
    if (before.size() > mostWords || after.size() > mostWords) {
        append(pieces, Side::Before, before, 0, before.size());
        append(pieces, Side::After, after, 0, after.size());
        return;
    }
    const auto common = commonWords(before, after);
    size_t i = 0;
    size_t j = 0;
    while (i < before.size() && j < after.size()) {
        // Of one place the old words come first, all together.
        const size_t oldFrom = i;
        const size_t newFrom = j;
        while (i < before.size() && j < after.size() && before[i] != after[j])
            ++(common[i + 1][j] >= common[i][j + 1] ? i : j);
        append(pieces, Side::Before, before, oldFrom, i);
        append(pieces, Side::After, after, newFrom, j);
        if (i < before.size() && j < after.size()) {
            append(pieces, Side::Both, before, i, i + 1);
            ++i;
            ++j;
        }
    }
    append(pieces, Side::Before, before, i, before.size());
    append(pieces, Side::After, after, j, after.size());
}

} // namespace

QList<TextPiece> wordDifference(const QString &before, const QString &after)
{
    const Words oldWords = wordsOf(before);
    const Words newWords = wordsOf(after);
    const size_t most = std::min(oldWords.size(), newWords.size());
    size_t head = 0;
    while (head < most && oldWords[head] == newWords[head])
        ++head;
    size_t tail = 0;
    while (tail < most - head && oldWords[oldWords.size() - 1 - tail] == newWords[newWords.size() - 1 - tail])
        ++tail;

    QList<TextPiece> pieces;
    append(pieces, TextPiece::Side::Both, oldWords, 0, head);
    appendMiddle(pieces, Words(oldWords.begin() + qsizetype(head), oldWords.end() - qsizetype(tail)),
                 Words(newWords.begin() + qsizetype(head), newWords.end() - qsizetype(tail)));
    append(pieces, TextPiece::Side::Both, oldWords, oldWords.size() - tail, oldWords.size());
    return pieces;
}

} // namespace evident
