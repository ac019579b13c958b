#pragma once

#include "logdocument.h"
#include "testcatalog.h"

#include <QFile>
#include <QTest>

namespace evident {

/// Four records that are not in the order of their times; the catalog lacks the code of the last.
inline QByteArray smallLog()
{
    return testRecord(701, "2026-01-15T09:00:00.000Z", "jdoe@example.com", R"(,"application":"VPN")")
        + testRecord(702, "2026-01-15T08:00:00.000Z", "jdoe@example.com", R"(,"application":"Mail")")
        + testRecord(901, "2026-01-15T07:00:00.000Z", "asmith@example.com")
        + testRecord(4242, "2026-01-15T11:00:00.000Z", "asmith@example.com", R"(,"eventLevel":"error")");
}

/// Many records without a wait: user `u0` … `u9` in turn, codes 701 and 702 in turn.
inline QByteArray largeLog(int records)
{
    QByteArray bytes;
    for (int i = 0; i < records; ++i)
        bytes += testRecord(i % 2 == 0 ? 701 : 702, "2026-01-15T09:00:00.000Z",
                            ("u" + QByteArray::number(i % 10)).constData());
    return bytes;
}

inline QList<Row> shown(const LogDocument &document)
{
    QList<Row> rows;
    for (Row i = 0; i < document.rows().size(); ++i)
        rows.append(document.rows().at(i));
    return rows;
}

inline qint64 countOf(const LogDocument &document, Field field, const QString &value)
{
    for (const FacetCount &count : document.facets().value(field)) {
        if (count.value == value)
            return count.count;
    }
    return 0;
}

inline Query query(const QString &text)
{
    const QueryParse parse = Query::parse(text);
    return parse.ok() ? parse.query : Query();
}

inline std::unique_ptr<LogDocument> pasted(const QByteArray &bytes)
{
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    auto document = std::make_unique<LogDocument>(QStringLiteral("pasted"), bytes, options, testCatalog());
    document->setZone(QTimeZone::utc());
    return document;
}

inline bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size();
}

} // namespace evident

#define LOADED(document)                                                                                               \
    (document)->load();                                                                                                \
    QTRY_VERIFY((document)->state() == LogDocument::State::Complete && !(document)->isFiltering()                      \
                && !(document)->facets().isEmpty())
