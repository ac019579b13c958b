#pragma once

#include "catalogpage.h"
#include "pagecolumns.h"
#include "pagetitle.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <set>

namespace evident {

/// Gathers a page from the lines and rows that the reader of one edition takes apart. It knows what stands around a
/// table, checks every row, and keeps what nobody understood.
class PageBuilder
{
public:
    /// A line that is no row of a table.
    void addText(int line, QStringView text, TitleRank rank = TitleRank::Line);
    /// The header of a table: the rows after it have these columns.
    void startTable(const QList<PageColumn> &columns);
    /// The text that follows is not the table's. Only some editions show where a table ends.
    void endTable();
    /// A row of the table, its cells trimmed; `text` is the line as it stands.
    void addRow(int line, const QStringList &cells, QStringView text);
    /// A row without its description, which the next text is.
    void addRowHead(int line, const QStringList &cells, QStringView text);
    /// What looks like a row and is none that can be understood.
    void addNotUnderstood(int line, QStringView text);

    const PageTitle &title() const { return m_title.title(); }
    qsizetype columnCount() const { return m_columns.size(); } ///< 0 before the first table
    /// Whether a line with these cells is meant as a row: it has a code where the table has it.
    bool isRow(const QStringList &cells) const;
    /// More was added than a page can have, and not kept: there is no page.
    bool isFull() const { return m_page.entries.size() + m_page.notUnderstood.size() > mostRows; }

    CatalogPage finish();

private:
    enum class Section { Front, Table, Behind };
    struct RowHead
    {
        int line = 0;
        QStringList cells;
        QString text;
    };

    static constexpr qsizetype mostRows = 100'000;

    bool completeHead(QStringView text);
    void dropHead();
    void keepLine(int line, QStringView text);
    std::optional<CatalogEntry> entryOf(const QStringList &cells, const QList<PageColumn> &columns) const;

    CatalogPage m_page;
    TitleChooser m_title;
    QList<PageColumn> m_columns;
    std::set<EventKey> m_keys; ///< of the entries so far
    std::optional<RowHead> m_head; ///< waits for its description
    Section m_section = Section::Front;
};

} // namespace evident
