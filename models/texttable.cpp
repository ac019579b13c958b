#include "texttable.h"

#include "event.h"

using namespace Qt::StringLiterals;

namespace evident {

TextTable::TextTable(QList<int> rightAligned, int indent)
    : m_rightAligned(std::move(rightAligned)),
      m_indent(indent)
{ }

void TextTable::addRow(const QStringList &cells)
{
    QStringList visible;
    for (const QString &cell : cells)
        visible.append(visibleText(cell));
    m_rows.append(visible);
}

QString TextTable::toString() const
{
    QList<qsizetype> widths;
    for (const QStringList &row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QStringList cells = row;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (m_rightAligned.contains(int(i)))
                cells[i] = cells[i].rightJustified(widths[i]);
            else
                cells[i] = cells[i].leftJustified(widths[i]);
        }
        QString line = QString(m_indent, u' ') + cells.join(u"  "_s);
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

} // namespace evident
