#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace evident {

/// Lines of a terminal whose cells stand under each other. The last column is not padded; no line ends in blanks. Cells
/// go through visibleText().
class TextTable
{
public:
    /// `rightAligned` are the columns of numbers.
    explicit TextTable(QList<int> rightAligned = {}, int indent = 0);

    void addRow(const QStringList &cells);
    bool isEmpty() const { return m_rows.isEmpty(); }
    /// Every line with its line break.
    QString toString() const;

private:
    QList<int> m_rightAligned;
    int m_indent;
    QList<QStringList> m_rows;
};

} // namespace evident
