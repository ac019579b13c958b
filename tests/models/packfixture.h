#pragma once

#include "packfolder.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace evident {

/// Texts that mean something in one of the languages that a pack is written in.
inline QStringList hostileTexts()
{
    using namespace Qt::StringLiterals;
    return {
        u"say \"no\", 'never'"_s,
        u"first\nsecond\r\nthird"_s,
        u"=1+1"_s,
        u"@SUM(A1)"_s,
        u"a|b `c` ${d} $e$ %1 %2 %f"_s,
        u"back\\slash \\\" \\n"_s,
        u"key: value # comment - item"_s,
        u"Größe – “5” \U0001F511"_s,
        u"left\u202eright\u2066x\u2028y\u0085z\ufeff"_s,
        u"tab\tnul\u0001"_s,
        u"<script>alert(1)</script> [x](https://example.com) www.example.com a@example.com ~~y~~"_s,
        u"--- ... *alias &anchor !tag"_s,
    };
}

/// A reader of RFC 4180 that shares nothing with the writer.
inline QList<QStringList> csvRows(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',' || c == u'\n') {
            row.append(std::exchange(cell, {}));
            if (c == u'\n')
                rows.append(std::exchange(row, {}));
        } else if (c != u'\r' || i + 1 == text.size() || text[i + 1] != u'\n') {
            cell += c;
        }
    }
    return rows;
}

/// A string in double quotes read back as YAML 1.2, JSON and KQL agree on it: its value, and what stands behind it.
inline std::pair<QString, QString> unquoted(const QString &text)
{
    QString value;
    qsizetype i = 1;
    for (; i < text.size() && text[i] != u'"'; ++i) {
        const bool isEscaped = text[i] == u'\\';
        i += isEscaped ? 1 : 0;
        if (isEscaped && text[i] == u'u') {
            value += QChar(char16_t(text.mid(i + 1, 4).toUInt(nullptr, 16)));
            i += 4;
        } else {
            value += text[i];
        }
    }
    return {value, text.mid(i + 1)};
}

inline QByteArray fileOf(const PackFiles &files, const char *name)
{
    for (const PackFile &file : files) {
        if (file.name == QLatin1StringView(name))
            return file.bytes;
    }
    return {};
}

inline QList<QJsonObject> jsonLines(const QByteArray &bytes)
{
    QList<QJsonObject> lines;
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.isEmpty())
            lines.append(QJsonDocument::fromJson(line).object());
    }
    return lines;
}

} // namespace evident
