#include "benchmarksettings.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evident {

QStringList BenchmarkSettings::arguments() const
{
    QStringList list{u"--size"_s, QString::number(bytes), u"--runs"_s, QString::number(runs),
                     u"--seed"_s, QString::number(seed),  u"--data"_s, dataFolder.absolutePath()};
    if (!shapes.isEmpty())
        list << u"--shapes"_s << shapes.join(u',');
    return list;
}

std::optional<qint64> byteSize(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,12})([KMGT]?)(?:i?B)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qsizetype power = match.captured(2).isEmpty() ? 0 : u"KMGT"_s.indexOf(match.captured(2).toUpper()) + 1;
    const qint64 bytes = match.captured(1).toLongLong() << (10 * power);
    return bytes > 0 ? std::optional(bytes) : std::nullopt;
}

QString byteSizeText(qint64 bytes)
{
    for (const auto &[unit, shift] : {std::pair(u"GiB"_s, 30), std::pair(u"MiB"_s, 20), std::pair(u"KiB"_s, 10)}) {
        const double number = double(bytes) / double(qint64(1) << shift);
        if (number >= 1)
            return u"%1 %2"_s.arg(number, 0, 'g', 3).arg(unit);
    }
    return u"%1 B"_s.arg(bytes);
}

} // namespace evident
