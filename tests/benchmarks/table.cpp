#include "table.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QString numberText(double number)
{
    const int decimals = number >= 100 ? 0 : number >= 10 ? 1 : number >= 1 ? 2 : 3;
    return QString::number(number, 'f', decimals);
}

QString spreadText(const Spread &spread)
{
    if (spread.least == spread.most)
        return numberText(spread.median);
    return u"%1 (%2..%3)"_s.arg(numberText(spread.median), numberText(spread.least), numberText(spread.most));
}

QString megabytes(qint64 bytes)
{
    return bytes > 0 ? QString::number(bytes >> 20) : QString();
}

QStringList cellsOf(const Measurement &measurement)
{
    if (!measurement.failure.isEmpty())
        return {measurement.title, u"FAILED"_s, {}, {}, {}, u"NO"_s, {}, {}, {}};
    const std::optional<bool> met = measurement.met();
    const QString reference = measurement.reference
        ? u"%1  %2"_s.arg(measurement.referenceName, spreadText(*measurement.reference))
        : QString();
    const double rate = measurement.recordsPerSecond();
    return {
        measurement.title,
        spreadText(measurement.ours) + u' ' + measurement.unit,
        reference,
        measurement.ratio ? spreadText(*measurement.ratio) : QString(),
        measurement.goalText(),
        met ? (*met ? u"yes"_s : u"NO"_s) : QString(),
        rate > 0 ? QString::number(rate / 1e6, 'f', 2) + u" M"_s : QString(),
        megabytes(measurement.peakRss),
        measurement.bytesPerRecord() > 0 ? QString::number(measurement.bytesPerRecord(), 'f', 1) : QString(),
    };
}

} // namespace

QString tableText(const QList<Measurement> &measurements)
{
    QList<QStringList> rows{{u"work"_s, u"ours"_s, u"reference"_s, u"ratio"_s, u"goal"_s, u"met?"_s, u"records/s"_s,
                             u"RSS MiB"_s, u"B/record"_s}};
    for (const Measurement &measurement : measurements)
        rows.append(cellsOf(measurement));
    QList<qsizetype> widths(rows.first().size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], row[column].size());
    }
    QString text;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        QString line;
        for (qsizetype column = 0; column < rows[row].size(); ++column)
            line += rows[row][column].leftJustified(widths[column] + 2);
        text += line.trimmed() + u'\n';
        if (row == 0)
            continue;
        const Measurement &measurement = measurements[row - 1];
        for (const QString &remark : {measurement.failure, measurement.note}) {
            if (!remark.isEmpty())
                text += u"    "_s + remark + u'\n';
        }
    }
    return text;
}

} // namespace evident
