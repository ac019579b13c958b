// What of a summary goes into a ticket, and how times that pass are written.

#include "summarysheet.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

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
    for (const SummarySheet::Fact &fact : sheet.facts)
        ticket.facts.append({fact.name, fact.value});
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

QList<Ticket> reportOf(const LogSummary &summary)
{
    const SummarySheet sheet = summarySheet(summary);
    QList<Ticket> report;
    Ticket head;
    head.title = Messages::tr("Summary of %1").arg(sheet.title);
    for (const SummarySheet::Fact &fact : sheet.facts)
        head.facts.append({fact.name, fact.value});
    report.append(head);
    for (const SummarySection &section : sheet.sections) {
        Ticket part;
        part.title = section.title;
        if (!section.note.isEmpty())
            part.sentences.append(section.note);
        for (const SummaryLine &line : section.lines) {
            QStringList numbers;
            for (const SummaryLink &link : line.links)
                numbers.append(link.text);
            part.rows.append({line.text, numbers.join(u"; "_s), line.remark});
        }
        if (section.more > 0)
            part.sentences.append(Messages::tr("There are %Ln more.", nullptr, int(section.more)));
        report.append(part);
    }
    return report;
}

QString durationText(qint64 milliseconds)
{
    struct Unit
    {
        qint64 seconds;
        QString (*text)(qint64);
    };
    static constexpr std::array<Unit, 4> units{{
        {24LL * 60 * 60, [](qint64 count) { return Messages::tr("%1 d", "days").arg(count); }},
        {60LL * 60, [](qint64 count) { return Messages::tr("%1 h", "hours").arg(count); }},
        {60, [](qint64 count) { return Messages::tr("%1 min", "minutes").arg(count); }},
        {1, [](qint64 count) { return Messages::tr("%1 s", "seconds").arg(count); }},
    }};
    qint64 seconds = milliseconds / 1000;
    for (size_t i = 0; i + 1 < units.size(); ++i) {
        if (seconds < units[i].seconds)
            continue;
        const qint64 rest = seconds % units[i].seconds / units[i + 1].seconds;
        const QString first = units[i].text(seconds / units[i].seconds);
        return rest > 0 ? first + u' ' + units[i + 1].text(rest) : first;
    }
    return units.back().text(seconds);
}

} // namespace evident
