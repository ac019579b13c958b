#include "tickettext.h"

#include "csvwriter.h"
#include "event.h"
#include "htmltext.h"
#include "markdowntext.h"
#include "texttable.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::TicketText)
};

/// Four blanks: where a receiver reads Markdown after all, the rows are code, and nothing in them a link.
constexpr int rowIndent = 4;

QString factsLine(const Ticket &ticket, QString (*escape)(const QString &))
{
    QStringList facts;
    facts.reserve(ticket.facts.size());
    for (const Ticket::Fact &fact : ticket.facts)
        facts.append(Messages::tr("%1: %2", "name of a fact, its value").arg(escape(fact.name), escape(fact.value)));
    return facts.join(u" · "_s);
}

/// A line that a spreadsheet does not take for a formula.
QString plainLine(const QString &text)
{
    return spreadsheetCell(visibleText(text));
}

QString plainText(const QString &text)
{
    return visibleText(text);
}

bool isNumber(const QString &text)
{
    constexpr qsizetype stopsOfAddress = 3;
    return text.count(u'.') < stopsOfAddress
        && std::ranges::all_of(text, [](QChar c) { return c.isDigit() || c.isPunct(); });
}

/// "2026-01-15 09:14:02.118"
bool isMoment(const QString &text)
{
    static const QString form = u"0000-00-00 00:00:00.000"_s;
    return text.size() == form.size()
        && std::ranges::equal(text, form, [](QChar c, QChar of) { return of == u'0' ? c.isDigit() : c == of; });
}

/// The columns of which each cell is so.
QList<int> columnsOf(const Ticket &ticket, bool (*isSo)(const QString &))
{
    QList<int> columns;
    for (qsizetype column = 0; column < ticket.columns.size(); ++column) {
        const auto isSoThere = [column, isSo](const QStringList &row) { return isSo(row.value(column)); };
        if (!ticket.rows.isEmpty() && std::ranges::all_of(ticket.rows, isSoThere))
            columns.append(int(column));
    }
    return columns;
}

/// Columns of nothing but numbers stand under each other by their last digit.
QList<int> numberColumns(const Ticket &ticket)
{
    return columnsOf(ticket, isNumber);
}

QString plain(const Ticket &ticket)
{
    QStringList lines{plainLine(ticket.title)};
    if (!ticket.facts.isEmpty())
        lines.append(factsLine(ticket, plainText));
    for (const QString &sentence : ticket.sentences)
        lines.append(plainLine(sentence));
    lines.removeAll(QString());
    QString text = lines.join(u'\n') + u'\n';
    if (!ticket.rows.isEmpty()) {
        TextTable table(numberColumns(ticket), rowIndent);
        table.addRow(ticket.columns);
        for (const QStringList &row : ticket.rows)
            table.addRow(row);
        text += u'\n' + table.toString();
    }
    return text;
}

QString markdownRow(const QStringList &cells)
{
    QStringList escaped;
    escaped.reserve(cells.size());
    for (const QString &cell : cells)
        escaped.append(markdownWords(cell).replace(u'|', u"\\|"_s));
    return u"| "_s + escaped.join(u" | "_s) + u" |\n"_s;
}

QString markdown(const Ticket &ticket)
{
    QStringList blocks;
    if (!ticket.title.isEmpty())
        blocks.append(u"### "_s + markdownWords(ticket.title));
    if (!ticket.facts.isEmpty())
        blocks.append(factsLine(ticket, markdownWords));
    for (const QString &sentence : ticket.sentences)
        blocks.append(markdownWords(sentence));
    QString text = blocks.join(u"\n\n"_s) + u'\n';
    if (!ticket.rows.isEmpty()) {
        const QList<int> numbers = numberColumns(ticket);
        QStringList rules;
        for (qsizetype column = 0; column < ticket.columns.size(); ++column)
            rules.append(numbers.contains(int(column)) ? u"---:"_s : u"---"_s);
        text += u'\n' + markdownRow(ticket.columns) + u"| "_s + rules.join(u" | "_s) + u" |\n"_s;
        for (const QStringList &row : ticket.rows)
            text += markdownRow(row);
    }
    return text;
}

/// A spreadsheet takes cells and paragraphs of HTML for formulas, too.
QString htmlCell(const QString &text)
{
    return htmlText(spreadsheetCell(text));
}

QString htmlTable(const Ticket &ticket, QLatin1StringView attributes, QLatin1StringView ofMoments = {})
{
    if (ticket.rows.isEmpty())
        return {};
    const QList<int> numbers = numberColumns(ticket);
    const QList<int> moments = columnsOf(ticket, isMoment);
    const auto row = [&](const QStringList &cells, QLatin1StringView tag) {
        QString line = u"<tr>"_s;
        for (qsizetype column = 0; column < cells.size(); ++column) {
            const bool isNumber = numbers.contains(int(column));
            const bool isMoment = moments.contains(int(column));
            line += u'<' + tag
                + (isNumber       ? " align=\"right\""_L1
                       : isMoment ? ofMoments
                                  : ""_L1)
                + u'>' + htmlCell(cells[column]) + u"</"_s + tag + u'>';
        }
        return line + u"</tr>\n"_s;
    };
    QString table =
        u"<table"_s + attributes + u">\n<thead>"_s + row(ticket.columns, "th"_L1) + u"</thead>\n<tbody>\n"_s;
    for (const QStringList &cells : ticket.rows)
        table += row(cells, "td"_L1);
    return table + u"</tbody>\n</table>\n"_s;
}

QString paragraph(const QString &html)
{
    return html.isEmpty() ? QString() : u"<p>"_s + html + u"</p>\n"_s;
}

QString htmlParagraphs(const Ticket &ticket)
{
    QString html = paragraph(factsLine(ticket, htmlText));
    for (const QString &sentence : ticket.sentences)
        html += paragraph(htmlCell(sentence));
    return html;
}

QString html(const Ticket &ticket)
{
    const QString title = ticket.title.isEmpty() ? QString() : u"<b>"_s + htmlCell(ticket.title) + u"</b>"_s;
    return paragraph(title) + htmlParagraphs(ticket)
        + htmlTable(ticket, " border=\"1\" cellspacing=\"0\" cellpadding=\"4\""_L1);
}

QString csv(const Ticket &ticket)
{
    const auto row = [](QStringList cells) {
        std::ranges::transform(cells, cells.begin(), [](const QString &cell) { return visibleText(cell); });
        return csvRow(cells);
    };
    // The table first, since its receiver takes the first line for the columns' names.
    QByteArray rows;
    if (!ticket.rows.isEmpty()) {
        rows = row(ticket.columns);
        for (const QStringList &cells : ticket.rows)
            rows += row(cells);
    }
    QByteArray others;
    if (!ticket.title.isEmpty())
        others = row({ticket.title});
    for (const Ticket::Fact &fact : ticket.facts)
        others += row({fact.name, fact.value});
    for (const QString &sentence : ticket.sentences)
        others += row({sentence});
    const QByteArray between = rows.isEmpty() || others.isEmpty() ? "" : "\r\n";
    return QString::fromUtf8(rows + between + others);
}

} // namespace

QString ticketText(const Ticket &ticket, TicketForm form)
{
    switch (form) {
    case TicketForm::Plain:
        break;
    case TicketForm::Markdown:
        return markdown(ticket);
    case TicketForm::Html:
        return html(ticket);
    case TicketForm::Csv:
        return csv(ticket);
    }
    return plain(ticket);
}

QString ticketSection(const Ticket &ticket, QLatin1StringView heading)
{
    const QString title = ticket.title.isEmpty()
        ? QString()
        : u'<' + heading + u'>' + htmlText(ticket.title) + u"</"_s + heading + u">\n"_s;
    return title + htmlParagraphs(ticket) + htmlTable(ticket, {}, " class=\"moment\""_L1);
}

} // namespace evident
