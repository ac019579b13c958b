#include "pagebuilder.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// What a line is can be seen at its beginning; one of 100 MB is not looked at to its end.
QString beginningOf(QStringView text)
{
    constexpr qsizetype enough = 200;
    return text.first(std::min(text.size(), enough)).toString();
}

bool startsLinks(QStringView text)
{
    static const QRegularExpression heading(u"^#*\\s*(see( also)?\\s*:|related articles\\b|trending articles\\b)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return heading.match(beginningOf(text)).hasMatch();
}

bool isNote(QStringView text)
{
    static const QRegularExpression note(u"^(note|notes|important)\\b\\s*:?"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return note.match(beginningOf(text)).hasMatch();
}

/// Whether a line begins like an entry, with or without what separates its cells: then it must not pass for prose.
bool looksLikeEntry(QStringView text)
{
    static const QRegularExpression entry(u"^[|\\s]*\"?[0-9]{1,9}\"?[|,;\\s]*\"?%1"_s.arg(pageLevelPattern()));
    const QChar first = text.front(); // of most lines it says enough
    return (first.isDigit() || first == u'|' || first == u'"') && entry.match(beginningOf(text)).hasMatch();
}

} // namespace

void PageBuilder::addText(int line, QStringView text, TitleRank rank)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty() || completeHead(trimmed))
        return;
    if (looksLikeEntry(trimmed)) {
        addNotUnderstood(line, text);
        return;
    }
    if (m_section != Section::Table && rank >= TitleRank::Document && m_columns.isEmpty())
        m_title.consider(trimmed, rank);
    if (m_section == Section::Behind)
        return;
    if (startsLinks(trimmed)) {
        m_section = Section::Behind;
        return;
    }
    if (m_section == Section::Front)
        m_title.consider(trimmed, rank);
    else if (!isNote(trimmed))
        keepLine(line, text);
}

void PageBuilder::startTable(const QList<PageColumn> &columns)
{
    dropHead();
    m_columns = columns;
    m_section = Section::Table;
}

void PageBuilder::endTable()
{
    dropHead();
    m_section = Section::Behind;
}

void PageBuilder::addRow(int line, const QStringList &cells, QStringView text)
{
    dropHead();
    const QList<PageColumn> columns = m_columns.isEmpty() ? usualPageColumns(cells) : m_columns;
    std::optional<CatalogEntry> entry = entryOf(cells, columns);
    // Of two rows with one code the first stands: which of them the vendor means cannot be known.
    if (!entry || !m_keys.insert(entry->key).second) {
        addNotUnderstood(line, text);
        return;
    }
    if (m_columns.isEmpty())
        startTable(columns);
    m_page.rowCount += 1;
    if (!isFull())
        m_page.entries.append(*std::move(entry));
}

void PageBuilder::addRowHead(int line, const QStringList &cells, QStringView text)
{
    dropHead();
    m_head = RowHead{line, cells, text.toString()};
}

/// Whether the text is the description that a row waits for.
bool PageBuilder::completeHead(QStringView text)
{
    if (!m_head)
        return false;
    if (looksLikeEntry(text) || startsLinks(text) || isNote(text)) {
        dropHead();
        return false;
    }
    const RowHead head = *std::exchange(m_head, std::nullopt);
    addRow(head.line, head.cells + QStringList{text.toString()}, head.text);
    return true;
}

void PageBuilder::dropHead()
{
    if (const auto head = std::exchange(m_head, std::nullopt))
        addNotUnderstood(head->line, head->text);
}

void PageBuilder::addNotUnderstood(int line, QStringView text)
{
    dropHead();
    m_page.rowCount += 1;
    keepLine(line, text);
}

void PageBuilder::keepLine(int line, QStringView text)
{
    if (!isFull())
        m_page.notUnderstood.append({line, text.toString()});
}

bool PageBuilder::isRow(const QStringList &cells) const
{
    constexpr qsizetype fewestColumns = 3;
    if (cells.size() < fewestColumns)
        return false;
    if (m_columns.isEmpty())
        return pageCode(cells.at(0)) || pageCode(cells.at(1));
    const qsizetype column = codeColumn(m_columns);
    return column < cells.size() && pageCode(cells.at(column));
}

std::optional<CatalogEntry> PageBuilder::entryOf(const QStringList &cells, const QList<PageColumn> &columns) const
{
    if (cells.size() != columns.size())
        return std::nullopt;
    CatalogEntry entry;
    entry.key.kind = title().kind.value_or(Kind::User);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString &cell = cells.at(i);
        const PageColumn column = columns.at(i);
        if (cell.isEmpty() && column != PageColumn::Other)
            return std::nullopt;
        switch (column) {
        case PageColumn::ActivityCode:
            entry.key.kind = Kind::Admin;
            [[fallthrough]];
        case PageColumn::Code:
            if (const std::optional<qint64> code = pageCode(cell))
                entry.key.code = *code;
            else
                return std::nullopt;
            break;
        case PageColumn::Type:
            if (const std::optional<Kind> kind = kindFromToken(cell.toCaseFolded()))
                entry.key.kind = *kind;
            else
                return std::nullopt;
            break;
        case PageColumn::Level:
            entry.level = cell;
            break;
        case PageColumn::Category:
            entry.category = cell;
            break;
        case PageColumn::Description:
            entry.description = cell;
            break;
        case PageColumn::Other:
            break;
        }
    }
    return entry;
}

CatalogPage PageBuilder::finish()
{
    dropHead();
    // A row is known at its end: what stands within it was added before.
    std::stable_sort(m_page.notUnderstood.begin(), m_page.notUnderstood.end(),
                     [](const PageLine &left, const PageLine &right) { return left.line < right.line; });
    m_page.title = title().text;
    m_page.from = title().from;
    m_page.to = title().to;
    // A title that does not say which events these are leaves it to the table.
    const Kind kindOfRows = m_page.entries.isEmpty() ? Kind::User : m_page.entries.first().key.kind;
    m_page.kind = title().kind.value_or(kindOfRows);
    return std::move(m_page);
}

} // namespace evident
