// What of a summary goes into a ticket.

#include "summarysheet.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Of the most frequent errors: a ticket is short.
constexpr qsizetype mostRows = 5;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::SummarySheet)
};

QStringList partsOf(const SummarySection &section)
{
    QStringList parts;
    for (const SummaryLine &line : section.lines) {
        QStringList words{line.text + u": "_s + (line.links.isEmpty() ? QString() : line.links.first().text)};
        if (!line.remark.isEmpty())
            words.append(u"(%1)"_s.arg(line.remark));
        parts.append(words.join(u' '));
    }
    return parts;
}

/// "Title: one; two; three." or nothing.
void addSentence(Ticket &ticket, const SummarySection *section)
{
    if (!section)
        return;
    const QString rest = section->lines.isEmpty() ? section->note : partsOf(*section).join(u"; "_s) + u'.';
    ticket.sentences.append(section->title + u": "_s + rest);
}

} // namespace

Ticket ticketOf(const LogSummary &summary)
{
    const SummarySheet sheet = summarySheet(summary);
    Ticket ticket;
    ticket.title = Messages::tr("Summary of %1").arg(sheet.title);
    for (const SummarySheet::Fact &fact : sheet.facts) {
        if (!fact.isComing)
            ticket.facts.append({fact.name, fact.value});
    }
    if (!summary.query.isEmpty())
        ticket.facts.append({Messages::tr("Query"), summary.query.toString()});
    addSentence(ticket, sheet.section(SummarySection::Topic::Owners));
    addSentence(ticket, sheet.section(SummarySection::Topic::Rising));
    if (const SummarySection *gaps = sheet.section(SummarySection::Topic::Gaps))
        addSentence(ticket, gaps);
    ticket.columns = {Messages::tr("Records"), Messages::tr("Code"), Messages::tr("Level"),
                      Messages::tr("Description")};
    for (const LogHighlights::Code &code : summary.highlights.codes) {
        if (ticket.rows.size() == mostRows)
            break;
        if (code.code != noCode && severityOf(code.level) <= Severity::Error)
            ticket.rows.append(
                {QLocale().toString(code.count), QString::number(code.code), code.level, code.description});
    }
    return ticket;
}

} // namespace evident
