#include "timelinepicture.h"

#include "words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr double width = 760;
constexpr double plotTop = 18;
constexpr double plotHeight = 120;
constexpr double baseLine = plotTop + plotHeight;
constexpr double height = baseLine + 24;
constexpr double textRise = 6;
constexpr double gap = 1; ///< between bars that are wide enough for it

QString number(double value)
{
    return QString::number(value, 'f', 2);
}

quint32 countOf(const Timeline &timeline, int bin)
{
    quint32 count = 0;
    for (int series = 0; series < timeline.seriesCount(); ++series)
        count += timeline.count(bin, series);
    return count;
}

QString text(double x, double y, QLatin1StringView anchor, const QString &words)
{
    return u"<text class=\"ink\" x=\"%1\" y=\"%2\" text-anchor=\"%3\" font-family=\"sans-serif\" font-size=\"12\" "
           "fill=\"#565d68\">%4</text>\n"_s.arg(number(x), number(y), anchor, words.toHtmlEscaped());
}

QString line(double y)
{
    return u"<line class=\"rule\" x1=\"0\" x2=\"%1\" y1=\"%2\" y2=\"%2\" stroke=\"#d5d8de\"/>\n"_s.arg(number(width),
                                                                                                       number(y));
}

QString bars(const Timeline &timeline, quint32 most)
{
    const double step = width / timeline.bins().count();
    const double barWidth = step > 3 * gap ? step - gap : step;
    QString bars;
    for (int bin = 0; bin < timeline.bins().count(); ++bin) {
        double y = baseLine;
        for (int series = 0; series < timeline.seriesCount(); ++series) {
            const quint32 count = timeline.count(bin, series);
            if (count == 0)
                continue;
            const double high = count * plotHeight / most;
            y -= high;
            bars += u"<rect class=\"s%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\" fill=\"%6\"/>\n"_s.arg(
                QString::number(series), number(bin * step), number(y), number(barWidth), number(high),
                severityColor(Severity(series)));
        }
    }
    return bars;
}

} // namespace

QLatin1StringView severityColor(Severity severity)
{
    static constexpr std::array colors{"#8c1d66"_L1, "#c4433b"_L1, "#c08a1e"_L1,
                                       "#5b8fce"_L1, "#a7adb7"_L1, "#9a86c8"_L1};
    return colors[size_t(severity)];
}

QByteArray timelinePicture(const Timeline &timeline, const QTimeZone &zone)
{
    const int bins = timeline.bins().count();
    quint32 most = 0;
    for (int bin = 0; bin < bins; ++bin)
        most = std::max(most, countOf(timeline, bin));
    if (most == 0)
        return {};
    const int inOneBar = int(std::min<quint32>(most, std::numeric_limits<int>::max()));
    const QString title = QCoreApplication::translate(
        "evident::TimelinePicture", "Records over time, by level, %Ln at most in one bar", nullptr, inOneBar);
    QString svg = u"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %2\" width=\"%1\" height=\"%2\" "
                  "role=\"img\">\n<title>%3</title>\n"_s.arg(number(width), number(height), title.toHtmlEscaped());
    svg += text(0, plotTop - textRise, "start"_L1, QLocale().toString(most));
    svg += line(plotTop) + bars(timeline, most) + line(baseLine);
    const double below = height - textRise;
    svg += text(0, below, "start"_L1, momentText(timeline.bins().begin(0), zone));
    if (timeline.outside() > 0)
        svg += text(width / 2, below, "middle"_L1,
                    QCoreApplication::translate("evident::TimelinePicture", "%Ln record(s) lie outside this time",
                                                nullptr, int(timeline.outside())));
    svg += text(width, below, "end"_L1, momentText(timeline.bins().end(bins - 1), zone));
    return (svg + u"</svg>\n"_s).toUtf8();
}

} // namespace evident
