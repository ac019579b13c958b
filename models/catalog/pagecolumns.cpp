#include "pagecolumns.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

PageColumn columnOf(const QString &cell)
{
    const QString name = cell.simplified().toCaseFolded();
    if (name == u"event code"_s || name == u"code"_s)
        return PageColumn::Code;
    if (name == u"activity code"_s)
        return PageColumn::ActivityCode;
    if (name == u"level"_s)
        return PageColumn::Level;
    if (name == u"category"_s)
        return PageColumn::Category;
    if (name == u"type"_s)
        return PageColumn::Type;
    if (name == u"description"_s || name == u"message"_s)
        return PageColumn::Description;
    return PageColumn::Other;
}

const QStringList &pageLevels()
{
    static const QStringList levels{u"critical"_s, u"error"_s, u"warning"_s, u"notice"_s, u"info"_s};
    return levels;
}

} // namespace

std::optional<QList<PageColumn>> pageColumns(const QStringList &cells)
{
    constexpr qsizetype mostColumns = 20; // more cells are rows that run together
    if (cells.size() > mostColumns)
        return std::nullopt;
    QList<PageColumn> columns;
    for (const QString &cell : cells)
        columns.append(columnOf(cell));
    const qsizetype codes = columns.count(PageColumn::Code) + columns.count(PageColumn::ActivityCode);
    const bool isHeader = codes == 1 && columns.count(PageColumn::Description) == 1;
    return isHeader ? std::optional(columns) : std::nullopt;
}

QList<PageColumn> usualPageColumns(const QStringList &cells)
{
    if (cells.size() == 3 && pageCode(cells.at(1)))
        return {PageColumn::Other, PageColumn::ActivityCode, PageColumn::Description};
    if (cells.size() == 5)
        return {PageColumn::Code, PageColumn::Level, PageColumn::Type, PageColumn::Category, PageColumn::Description};
    return {PageColumn::Code, PageColumn::Level, PageColumn::Category, PageColumn::Description};
}

qsizetype codeColumn(const QList<PageColumn> &columns)
{
    return std::max(columns.indexOf(PageColumn::Code), columns.indexOf(PageColumn::ActivityCode));
}

std::optional<qint64> pageCode(QStringView cell)
{
    // No numbering of the vendor has more than five digits; a longer number is some other thing.
    constexpr qsizetype mostDigits = 9;
    const bool isCode = !cell.isEmpty() && cell.size() <= mostDigits
        && std::all_of(cell.begin(), cell.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isCode ? std::optional(cell.toLongLong()) : std::nullopt;
}

QString pageLevelPattern()
{
    return u"(?i:%1)(?=user|system|[^a-z]|$)"_s.arg(pageLevels().join(u'|'));
}

bool isPageLevel(const QString &cell)
{
    return pageLevels().contains(cell, Qt::CaseInsensitive);
}

} // namespace evident
