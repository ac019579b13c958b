#include "csvwriter.h"

using namespace Qt::StringLiterals;

namespace evident {

QByteArray csvRow(const QStringList &cells, CsvReader reader)
{
    QByteArray row;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            row.append(',');
        QString cell = cells[i];
        if (reader == CsvReader::Spreadsheet && !cell.isEmpty() && u"=+-@\t\r"_s.contains(cell.front()))
            cell.prepend(u'\'');
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
