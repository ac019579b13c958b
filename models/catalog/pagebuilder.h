#pragma once

#include "catalogpage.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <set>

namespace evident {

/// What a column of the vendor's table holds. Columns nobody needs (an activity's key) are Other.
enum class PageColumn { Code, Level, Category, Type, Description, Other };

/// The columns of a table from the cells of its header; absent when the cells are no header.
std::optional<QList<PageColumn>> pageColumns(const QStringList &cells);
/// The columns of a row that stands under no header: four are code, level, category, description; five have the type as
/// the third.
QList<PageColumn> usualPageColumns(qsizetype cellCount);
/// A code as the vendor writes it (`02` is 2); absent when the text is none.
std::optional<qint64> pageCode(QStringView cell);

/// Gathers a page from the lines and rows that the reader of one edition (pipes today) takes apart. It knows what
/// stands around the table, checks every row, and keeps what nobody understood.
class PageBuilder
{
public:
    /// A line that is no row of a table.
    void addText(int line, const QString &text);
    /// The header of a table: the rows after it have these columns.
    void startTable(const QList<PageColumn> &columns);
    /// A row of the table, its cells trimmed; `text` is the line as it stands.
    void addRow(int line, const QStringList &cells, const QString &text);

    CatalogPage finish();

private:
    enum class Section { Front, Table, Links };

    void readTitle(const QString &text);
    std::optional<CatalogEntry> entryOf(const QStringList &cells) const;

    CatalogPage m_page;
    QList<PageColumn> m_columns;
    std::set<EventKey> m_keys; ///< of the entries so far
    Section m_section = Section::Front;
};

} // namespace evident
