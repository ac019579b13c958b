#include "reporthtml.h"

#include "htmltext.h"
#include "tickettext.h"
#include "timelinepicture.h"
#include "words.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::ReportHtml)
};

// In words that QTextDocument knows, too: lengths are pixels.
constexpr auto style = R"(
body { font-family: sans-serif; font-size: 10pt; color: #1b1d21; background-color: #ffffff; }
h1 { font-size: 18pt; }
h2 { font-size: 13pt; margin-top: 26px; margin-bottom: 6px; }
h3 { font-size: 10.5pt; margin-top: 16px; margin-bottom: 6px; }
p { margin-top: 4px; margin-bottom: 6px; }
table { border-collapse: collapse; margin-top: 4px; margin-bottom: 12px; }
th { background-color: #f1f2f5; text-align: left; }
th, td { border: 1px solid #d5d8de; padding: 2px 6px; vertical-align: top; }
td.moment { white-space: nowrap; }
.muted { color: #565d68; }
)"_L1;

// What only a browser does.
constexpr auto screenStyle = R"(
body { max-width: 72em; margin: 2em auto; padding: 0 1.5em; line-height: 1.4; }
td { overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
th[align="right"] { text-align: right; }
svg { width: 100%; height: auto; }
tr { page-break-inside: avoid; }
@media (prefers-color-scheme: dark) {
body { color: #e6e8eb; background-color: #17191c; }
th { background-color: #212429; }
th, td { border-color: #363b43; }
.muted { color: #a9b0ba; }
svg .ink { fill: #a9b0ba; }
svg .rule { stroke: #363b43; }
}
@media print { body { max-width: none; margin: 0; padding: 0; } }
)"_L1;

QString heading(const QString &text)
{
    return u"<h2>"_s + htmlText(text) + u"</h2>\n"_s;
}

/// Which colour is which level: a small mark and the word.
QString legend()
{
    QStringList items;
    for (int level = int(Severity::Critical); level <= int(Severity::Unknown); ++level) {
        items.append(u"<font color=\"%1\">&#9632;</font> %2"_s.arg(severityColor(Severity(level)),
                                                                   htmlText(severityWord(Severity(level)))));
    }
    return u"<p class=\"muted\">"_s + items.join(u" &nbsp; "_s) + u"</p>\n"_s;
}

QString timelineSection(const LogReport &report, ReportPicture picture)
{
    if (report.timeline.isEmpty())
        return {};
    const QString image = picture == ReportPicture::Inline
        ? QString::fromUtf8(report.timeline)
        : u"<p><img src=\"%1\" width=\"%2\"></p>\n"_s.arg(QLatin1StringView(reportPictureName)).arg(reportPictureWidth);
    return heading(Messages::tr("Timeline")) + image + legend();
}

QString sections(const QString &title, const QList<Ticket> &tickets)
{
    if (tickets.isEmpty())
        return {};
    QString html = heading(title);
    for (const Ticket &ticket : tickets)
        html += ticketSection(ticket, "h3"_L1);
    return html;
}

/// The first says whose story it is.
QString story(const QList<Ticket> &tickets)
{
    QString html;
    for (qsizetype i = 0; i < tickets.size(); ++i)
        html += ticketSection(tickets.at(i), i == 0 ? "h2"_L1 : "h3"_L1);
    return html;
}

QString pageStyle(ReportPicture picture)
{
    return picture == ReportPicture::Inline ? QString(style) + screenStyle : QString(style);
}

/// Of the page's own style alone, known by its hash.
QString policy(const QString &css)
{
    const QByteArray hash = QCryptographicHash::hash(css.toUtf8(), QCryptographicHash::Sha256).toBase64();
    return u"default-src 'none'; style-src 'sha256-%1'; base-uri 'none'; form-action 'none'"_s.arg(
        QString::fromLatin1(hash));
}

} // namespace

QByteArray reportHtml(const LogReport &report, ReportPicture picture)
{
    const QString css = pageStyle(picture);
    QString page =
        u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"%2\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"_s.arg(QLocale().bcp47Name(), policy(css));
    page += htmlText(report.head.title) + u"</title>\n<style>"_s + css + u"</style>\n</head>\n<body>\n"_s;
    page += ticketSection(report.head, "h1"_L1);
    page += timelineSection(report, picture);
    page += story(report.story);
    page += sections(Messages::tr("Findings"), report.findings);
    page += sections(Messages::tr("Summary"), report.summary);
    if (!report.records.rows.isEmpty())
        page += ticketSection(report.records, "h2"_L1);
    page += u"<p class=\"muted\">"_s + htmlText(report.footer) + u"</p>\n</body>\n</html>\n"_s;
    return page.toUtf8();
}

} // namespace evident
