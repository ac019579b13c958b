#include "textformat.h"

#include "asciichars.h"
#include "eventfields.h"
#include "timestamp.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

bool isWord(char c)
{
    return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
}

/// The number behind a key: `=702`, `: 702`, `":"702"`, `\":\"702\"`; noCode where it is no number of its own.
qint64 valueAt(QByteArrayView line, qsizetype position)
{
    const auto skip = [&](QByteArrayView characters) {
        while (position < line.size() && characters.contains(line[position]))
            ++position;
    };
    skip("\\\"'");
    skip(" \t");
    if (position == line.size() || (line[position] != ':' && line[position] != '='))
        return noCode;
    ++position;
    skip(" \t");
    skip("\\\"'");
    const qsizetype begin = position;
    while (position < line.size() && isDigit(line[position]))
        ++position;
    const bool goesOn = position < line.size()
        && (isWord(line[position]) || line[position] == '-'
            || (line[position] == '.' && position + 1 < line.size() && isDigit(line[position + 1])));
    return goesOn ? noCode : parseCode(line.sliced(begin, position - begin));
}

/// Whether `word` ends before `end` in any case; `end` is then moved to its beginning.
bool takeBack(QByteArrayView line, qsizetype &end, QByteArrayView word)
{
    const qsizetype begin = end - word.size();
    if (begin < 0 || line.sliced(begin, word.size()).compare(word, Qt::CaseInsensitive) != 0)
        return false;
    end = begin;
    return true;
}

/// Looks for `eventCode=702`, `"eventCode":"702"`, `event_code: 702`, `Event Code: 702`; the same with `activity` for
/// an admin's.
void findCode(QByteArrayView line, ParsedRecord &record)
{
    for (qsizetype i = 5; i + 4 < line.size(); ++i) {
        if ((line[i] | 0x20) != 'c' || line.sliced(i, 4).compare("code", Qt::CaseInsensitive) != 0)
            continue;
        qsizetype word = i;
        if (const char before = line[i - 1]; before == '_' || before == '-' || before == ' ')
            --word;
        const bool isAdmin = takeBack(line, word, "activity");
        if ((!isAdmin && !takeBack(line, word, "event")) || (word > 0 && isWord(line[word - 1])))
            continue;
        if (const qint64 code = valueAt(line, i + 4); code != noCode) {
            record.code = code;
            record.kind = isAdmin ? Kind::Admin : Kind::User;
            return;
        }
    }
}

class TextParser final : public LineParser
{
public:
    explicit TextParser(const FormatContext &context)
        : m_times(context.inputZone, context.fileTime),
          m_pattern(context.textPattern),
          m_hasPattern(!context.textPattern.isEmpty() && m_pattern.isValid()
                       && m_pattern.namedCaptureGroups().contains(u"code"_s))
    { }

    void read(QByteArrayView line, ParsedRecord &record) override
    {
        record.kind = Kind::None;
        record.time = m_times.find(line);
        if (m_hasPattern)
            findByPattern(line, record);
        if (record.code == noCode)
            findCode(line, record);
    }

private:
    void findByPattern(QByteArrayView line, ParsedRecord &record) const
    {
        const QRegularExpressionMatch match = m_pattern.match(QString::fromUtf8(line));
        if (!match.hasMatch())
            return;
        record.code = parseCode(match.captured(u"code"_s).toUtf8());
        if (record.code != noCode)
            record.kind = Kind::User;
    }

    TimeReader m_times;
    QRegularExpression m_pattern;
    bool m_hasPattern;
};

} // namespace

QString TextFormat::name() const
{
    return u"text"_s;
}

Format::Match TextFormat::match(QByteArrayView head, bool) const
{
    if (head.trimmed().isEmpty())
        return {true, QCoreApplication::translate("evident::TextFormat", "nothing in it")};
    if (head.contains('\0'))
        return {true, QCoreApplication::translate("evident::TextFormat", "binary data (NUL bytes), shown as lines")};
    return {true, QCoreApplication::translate("evident::TextFormat", "lines of text of no known format")};
}

std::unique_ptr<BlockParser> TextFormat::parser(QByteArrayView, const FormatContext &context) const
{
    return std::make_unique<TextParser>(context);
}

QList<RecordField> TextFormat::fields(QByteArrayView, QByteArrayView) const
{
    return {};
}

} // namespace evident
