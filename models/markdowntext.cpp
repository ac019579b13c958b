#include "markdowntext.h"

#include "event.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// A list's dash or number, where a line begins with it.
bool isItem(QStringView word)
{
    const bool isDashes = word.count(u'-') == word.size();
    return isDashes || (isDigit(word.front()) && (word.endsWith(u'.') || word.endsWith(u')')));
}

/// Whether the word means nothing but itself.
bool isPlainWord(QStringView word)
{
    // What is a link without any scheme.
    if (word.startsWith("www."_L1, Qt::CaseInsensitive))
        return false;
    int points = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word[i];
        const bool isLast = i + 1 == word.size();
        const bool betweenDigits = i > 0 && !isLast && isDigit(word[i - 1]) && isDigit(word[i + 1]);
        if (c == u'.' && betweenDigits && ++points > 1)
            return false; // an address is no number
        const bool isStop = (c == u'.' || c == u':') && (isLast || betweenDigits);
        const bool isDash = c == u'-' || (c == u'/' && i > 0 && !isLast);
        if (!c.isLetterOrNumber() && !c.isSurrogate() && !c.isMark() && !isStop && !isDash
            && !u",;()'\"?%–—…·“”‘’"_s.contains(c))
            return false;
    }
    return true;
}

QString codeSpan(QString text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == u'`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, u'`');
    if (text.startsWith(u'`') || text.endsWith(u'`'))
        text = u' ' + text + u' ';
    return fence + text + fence;
}

} // namespace

QString markdownText(const QString &text)
{
    QString escaped;
    for (const QChar c : visibleText(text)) {
        // Addresses become links by themselves: by their colon, their @, or the stop behind www.
        const bool ofAddress = c == u'.' && escaped.endsWith("www"_L1, Qt::CaseInsensitive);
        if (ofAddress || u"\\`*_{}[]<>()#+!|~&$@:=^"_s.contains(c))
            escaped.append(u'\\');
        escaped.append(c);
    }
    return escaped;
}

QString markdownWords(const QString &text)
{
    QStringList words;
    QStringList code;
    const auto closeCode = [&words, &code] {
        if (!code.isEmpty())
            words.append(codeSpan(code.join(u' ')));
        code.clear();
    };
    for (const QString &word : visibleText(text).split(u' ', Qt::SkipEmptyParts)) {
        const bool isFirst = words.isEmpty() && code.isEmpty();
        if (isPlainWord(word) && !(isFirst && isItem(word))) {
            closeCode();
            words.append(word);
        } else {
            code.append(word);
        }
    }
    closeCode();
    return words.join(u' ');
}

} // namespace evident
