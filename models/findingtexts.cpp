#include "findingtexts.h"

#include "logmodel.h"
#include "rowcells.h"
#include "words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::FindingTexts)
};

/// Rows that a ticket bears.
constexpr Row mostTicketRows = 50;

} // namespace

QString ruleLanguage()
{
    //: The language that this is translated to, as two letters: the words of rules are taken in it.
    return Messages::tr("en");
}

QString findingKey(const Finding &finding)
{
    // What has become worse is another finding: an approval behind push bombing is to be seen again.
    return QStringList{finding.rule,
                       QString::number(int(finding.severity)),
                       QString::number(finding.begin),
                       finding.code == noCode ? QString() : QString::number(finding.code),
                       finding.user.toCaseFolded(), // another spelling of it may come
                       finding.address,
                       finding.application}
        .join(u'\n');
}

Query findingQuery(const Finding &finding)
{
    return Query({{Term{Field::Finding, {}, false, {TextValue{findingNames(finding).constLast()}}}}});
}

QString spanText(qint64 begin, qint64 end, const QTimeZone &zone)
{
    const QDateTime first = QDateTime::fromMSecsSinceEpoch(begin, zone);
    const QDateTime last = QDateTime::fromMSecsSinceEpoch(end, zone);
    const QString day = u"yyyy-MM-dd HH:mm:ss"_s;
    if (first.toString(day) == last.toString(day))
        return first.toString(day);
    return first.toString(day) + u" – "_s + last.toString(first.date() == last.date() ? u"HH:mm:ss"_s : day);
}

RowSet ticketRows(const Finding &finding)
{
    const std::span<const Row> rows = finding.rows.rows().first(std::min(finding.rows.size(), mostTicketRows));
    return RowSet::of({rows.begin(), rows.end()});
}

Ticket ticketOf(const Finding &finding, const Log &log, const Resolution &resolution, const QTimeZone &zone)
{
    const auto fact = [](const QString &name, const QString &value) { return Ticket::Fact{name, value}; };
    Ticket ticket;
    ticket.title = finding.title;
    ticket.facts = {fact(Messages::tr("Severity"), severityWord(finding.severity)),
                    fact(Messages::tr("Time"),
                         u"%1 (%2)"_s.arg(spanText(finding.begin, finding.end, zone), QString::fromUtf8(zone.id()))),
                    fact(Messages::tr("Records"), QLocale().toString(finding.rows.size()))};
    if (!finding.user.isEmpty())
        ticket.facts.append(fact(Messages::tr("User"), finding.user));
    if (!finding.address.isEmpty())
        ticket.facts.append(fact(Messages::tr("Address"), finding.address));
    if (!finding.application.isEmpty())
        ticket.facts.append(fact(Messages::tr("Application"), finding.application));
    ticket.sentences = {finding.reason, finding.advice};
    ticket.columns = {Messages::tr("Time"), Messages::tr("Code"), Messages::tr("User"), Messages::tr("Description")};
    const RowCells cells(log, resolution, zone);
    const RowSet rows = ticketRows(finding);
    for (const Row row : rows.rows()) {
        QStringList texts;
        for (const int column :
             {LogModel::TimeColumn, LogModel::CodeColumn, LogModel::UserColumn, LogModel::DescriptionColumn})
            texts.append(cells.text(row, column).value_or(QString()));
        ticket.rows.append(texts);
    }
    const Row more = finding.rows.size() - rows.size();
    if (more > 0)
        ticket.sentences.append(Messages::tr("The log has %Ln more of these record(s).", nullptr, int(more)));
    return ticket;
}

} // namespace evident
