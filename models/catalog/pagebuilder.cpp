#include "pagebuilder.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

PageColumn columnOf(const QString &cell)
{
    const QString name = cell.simplified().toCaseFolded();
    if (name == u"event code"_s || name == u"code"_s || name == u"activity code"_s)
        return PageColumn::Code;
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

Kind kindOfTitle(const QString &title)
{
    static const QRegularExpression system(u"\\bsystem\\s+events?\\b"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression admin(u"\\badmin(istration|istrator|istrative)?\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (system.match(title).hasMatch())
        return Kind::System;
    return admin.match(title).hasMatch() ? Kind::Admin : Kind::User;
}

bool startsLinks(const QString &text)
{
    static const QRegularExpression heading(u"^#*\\s*(see( also)?\\s*:|related articles\\b|trending articles\\b)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return heading.match(text).hasMatch();
}

bool isNote(const QString &text)
{
    static const QRegularExpression note(u"^(note|notes|important)\\b\\s*:?"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return note.match(text).hasMatch();
}

/// Whether a line begins like an entry whose separators were lost: then it must not pass for prose.
bool looksLikeEntry(const QString &text)
{
    static const QRegularExpression entry(u"^[0-9]+\\s*(critical|error|warning|notice|info)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return text.startsWith(u'|') || entry.match(text).hasMatch();
}

} // namespace

std::optional<QList<PageColumn>> pageColumns(const QStringList &cells)
{
    QList<PageColumn> columns;
    for (const QString &cell : cells)
        columns.append(columnOf(cell));
    const bool isHeader = columns.count(PageColumn::Code) == 1 && columns.count(PageColumn::Description) == 1;
    return isHeader ? std::optional(columns) : std::nullopt;
}

QList<PageColumn> usualPageColumns(qsizetype cellCount)
{
    if (cellCount == 5)
        return {PageColumn::Code, PageColumn::Level, PageColumn::Type, PageColumn::Category, PageColumn::Description};
    return {PageColumn::Code, PageColumn::Level, PageColumn::Category, PageColumn::Description};
}

std::optional<qint64> pageCode(QStringView cell)
{
    // No numbering of the vendor has more than five digits; a longer number is some other thing.
    static const QRegularExpression digits(u"^[0-9]{1,9}$"_s);
    if (!digits.match(cell.toString()).hasMatch())
        return std::nullopt;
    return cell.toLongLong();
}

void PageBuilder::addText(int line, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return;
    if (looksLikeEntry(trimmed)) {
        m_page.notUnderstood.append({line, text});
        return;
    }
    if (startsLinks(trimmed)) {
        m_section = Section::Links;
        return;
    }
    switch (m_section) {
    case Section::Front:
        readTitle(trimmed);
        break;
    case Section::Table:
        if (!isNote(trimmed))
            m_page.notUnderstood.append({line, text});
        break;
    case Section::Links:
        break;
    }
}

void PageBuilder::readTitle(const QString &text)
{
    // The first line is the title, unless a later one before the table is the first to state the range.
    static const QRegularExpression range(u"\\(\\s*([0-9]{1,9})\\s*[-\u2010-\u2015]\\s*([0-9]{1,9})\\s*\\)"_s);
    const QRegularExpressionMatch match = range.match(text);
    if (!m_page.title.isEmpty() && (m_page.from || !match.hasMatch()))
        return;
    static const QRegularExpression headingMark(u"^#+\\s*"_s);
    m_page.title = QString(text).remove(headingMark);
    m_page.kind = kindOfTitle(m_page.title);
    if (match.hasMatch()) {
        m_page.from = match.captured(1).toLongLong();
        m_page.to = match.captured(2).toLongLong();
    }
}

void PageBuilder::startTable(const QList<PageColumn> &columns)
{
    m_columns = columns;
    m_section = Section::Table;
}

void PageBuilder::addRow(int line, const QStringList &cells, const QString &text)
{
    if (m_columns.isEmpty())
        startTable(usualPageColumns(cells.size()));

    std::optional<CatalogEntry> entry = entryOf(cells);
    // Of two rows with one code the first stands: which of them the vendor means cannot be known.
    if (!entry || !m_keys.insert(entry->key).second) {
        m_page.notUnderstood.append({line, text});
        return;
    }
    m_page.entries.append(*std::move(entry));
}

std::optional<CatalogEntry> PageBuilder::entryOf(const QStringList &cells) const
{
    if (cells.size() != m_columns.size())
        return std::nullopt;
    CatalogEntry entry;
    entry.key.kind = m_page.kind;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString &cell = cells.at(i);
        if (cell.isEmpty())
            return std::nullopt;
        switch (m_columns.at(i)) {
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
    return std::move(m_page);
}

} // namespace evident
