#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace evident {

/// What a column of the vendor's table holds. Columns nobody needs (an activity's key) are Other.
enum class PageColumn {
    Code,
    ActivityCode, ///< of what an administrator did: a numbering of its own
    Level,
    Category,
    Type,
    Description,
    Other,
};

/// The columns of a table from the cells of its header; absent when the cells are no header.
std::optional<QList<PageColumn>> pageColumns(const QStringList &cells);
/// The columns of a row that stands under no header: four are code, level, category, description; five have the type as
/// the third; three, the second of them a code, are an activity's key and code, and a message.
QList<PageColumn> usualPageColumns(const QStringList &cells);
/// Which of the columns has the code.
qsizetype codeColumn(const QList<PageColumn> &columns);

/// A code as the vendor writes it (`02` is 2); absent when the text is none.
std::optional<qint64> pageCode(QStringView cell);
/// An expression for a level that is known, in any case, with nothing or the next cell behind it.
QString pageLevelPattern();
/// Whether it is one of the known levels, in any case.
bool isPageLevel(const QString &cell);

} // namespace evident
