#pragma once

#include "catalogfixture.h"
#include "catalogpage.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

namespace evident {

/// An entry as one readable line.
inline QString printed(const CatalogEntry &entry)
{
    return QStringList{kindToken(entry.key.kind) + u' ' + QString::number(entry.key.code), entry.level, entry.category,
                       entry.description}
        .join(QStringLiteral(" / "));
}

inline QStringList printed(const QList<CatalogEntry> &entries)
{
    QStringList lines;
    for (const CatalogEntry &entry : entries)
        lines.append(printed(entry));
    return lines;
}

inline QStringList printed(const QList<PageLine> &lines)
{
    QStringList texts;
    for (const PageLine &line : lines)
        texts.append(QString::number(line.line) + QStringLiteral(": ") + line.text);
    return texts;
}

/// Reads a page that can be read; else the test fails with the reason.
inline CatalogPage readPage(const QByteArray &bytes)
{
    Result<CatalogPage> page = readCatalogPage(bytes, QStringLiteral("page"));
    if (!page) {
        QTest::qFail(qPrintable(page.error().message), __FILE__, __LINE__);
        return {};
    }
    return std::move(page).value();
}
inline CatalogPage readPage(const QString &text)
{
    return readPage(text.toUtf8());
}

inline QString shippedTitle()
{
    return QStringLiteral("User Event Monitor Messages for Cloud Access Service (400 - 1409)");
}

/// Code, level, category and description of every row of the shipped page. An independent reading: every line that a
/// code and a bar begin, with or without a bar before them.
inline QList<QStringList> shippedRows()
{
    static const QRegularExpression row(QStringLiteral("^\\|? ?([0-9]+) \\| ([a-z]+) \\| ([A-Za-z]+) \\| (.+) \\|$"),
                                        QRegularExpression::MultilineOption);
    QList<QStringList> rows;
    auto matches = row.globalMatch(QString::fromUtf8(shippedPage()));
    while (matches.hasNext())
        rows.append(matches.next().capturedTexts().mid(1));
    return rows;
}

inline QStringList printedShippedRows()
{
    QStringList lines;
    for (const QStringList &row : shippedRows())
        lines.append(QStringLiteral("user ") + row.join(QStringLiteral(" / ")));
    return lines;
}

} // namespace evident
