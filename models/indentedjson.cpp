#include "indentedjson.h"

#include <QJsonDocument>

namespace evident {

namespace {

// A line deep inside hostile nesting is not longer than this: the result stays linear in the text.
constexpr int deepestIndent = 16;

void breakLine(QString &out, int depth)
{
    out += u'\n';
    out.resize(out.size() + 2 * std::min(depth, deepestIndent), u' ');
}

/// The position after the string that starts at `position`.
qsizetype endOfString(QStringView text, qsizetype position)
{
    for (qsizetype i = position + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == u'"')
            return i + 1;
    }
    return text.size();
}

qsizetype skipSpace(QStringView text, qsizetype position)
{
    while (position < text.size() && text[position].isSpace())
        ++position;
    return position;
}

} // namespace

std::optional<QString> indentedJson(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QJsonParseError error;
    QJsonDocument::fromJson(utf8, &error);
    if (error.error != QJsonParseError::NoError)
        return std::nullopt;

    QString out;
    out.reserve(text.size() * 2);
    int depth = 0;
    for (qsizetype i = skipSpace(text, 0); i < text.size(); i = skipSpace(text, i)) {
        const QChar c = text[i];
        if (c == u'"') {
            const qsizetype end = endOfString(text, i);
            out += QStringView(text).sliced(i, end - i);
            i = end;
            continue;
        }
        ++i;
        if (c == u'{' || c == u'[') {
            out += c;
            const qsizetype next = skipSpace(text, i);
            if (next < text.size() && (text[next] == u'}' || text[next] == u']')) {
                out += text[next];
                i = next + 1;
            } else {
                breakLine(out, ++depth);
            }
        } else if (c == u'}' || c == u']') {
            breakLine(out, --depth);
            out += c;
        } else if (c == u',') {
            out += c;
            breakLine(out, depth);
        } else if (c == u':') {
            out += c;
            out += u' ';
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace evident
