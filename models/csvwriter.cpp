#include "csvwriter.h"

using namespace Qt::StringLiterals;

namespace evident {

QString spreadsheetCell(const QString &text)
{
    const bool isFormula = !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
    return isFormula ? u'\'' + text : text;
}

QByteArray csvRow(const QStringList &cells, CsvReader reader)
{
    QByteArray row;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            row.append(',');
        QString cell = reader == CsvReader::Spreadsheet ? spreadsheetCell(cells[i]) : cells[i];
        const bool quoted = std::any_of(cell.begin(), cell.end(),
                                        [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
        if (quoted)
            cell = u'"' + cell.replace(u"\""_s, u"\"\""_s) + u'"';
        row.append(cell.toUtf8());
    }
    row.append("\r\n");
    return row;
}

} // namespace evident
