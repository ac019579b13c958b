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
constexpr size_t mostTicketRows = 50;

TimePoint pointOf(qint64 time, const QTimeZone &zone)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time, zone);
    TimePoint point{moment.date(), moment.time(), {}};
    // Where clocks are set back, the same time is there twice.
    const QDateTime again(point.date, point.time, zone);
    if (again.toMSecsSinceEpoch() != time || again.addSecs(-3600).time() == point.time
        || again.addSecs(3600).time() == point.time)
        point.offsetSeconds = moment.offsetFromUtc();
    return point;
}

void addTerm(Query &query, Field field, const QString &text)
{
    if (text.isEmpty())
        return;
    if (const std::optional<Value> value = queryValue(field, text))
        query = query.withGroup({Term{field, {}, false, {*value}}});
}

} // namespace

QString ruleLanguage()
{
    //: The language that this is translated to, as two letters: the words of rules are taken in it.
    return Messages::tr("en");
}

QString findingKey(const Finding &finding)
{
    QStringList codes;
    // Only of rules about codes: another's may grow by one.
    if (finding.user.isEmpty() && finding.address.isEmpty() && finding.application.isEmpty()
        && finding.codes.size() == 1)
        codes.append(QString::number(finding.codes.front()));
    return QStringList{finding.rule,     QString::number(finding.begin),
                       codes.join(u','), finding.user,
                       finding.address,  finding.application}
        .join(u'\n');
}

Query findingQuery(const Finding &finding, const QTimeZone &zone)
{
    Query query;
    addTerm(query, Field::User, finding.user);
    addTerm(query, Field::SourceIp, finding.address);
    addTerm(query, Field::Application, finding.application);
    QList<Value> codes;
    for (const qint64 code : finding.codes)
        codes.append(CodeValue{code, code});
    if (!codes.isEmpty())
        query = query.withGroup({Term{Field::Code, {}, false, codes}});
    const TimeValue span{pointOf(finding.begin, zone), pointOf(finding.end + 1, zone), false};
    return query.withGroup({Term{Field::Time, {}, false, {span}}});
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

Ticket ticketOf(const Finding &finding, const Log &log, const Resolution &resolution, const QTimeZone &zone)
{
    const auto fact = [](const QString &name, const QString &value) { return Ticket::Fact{name, value}; };
    Ticket ticket;
    ticket.title = finding.title;
    ticket.facts = {fact(Messages::tr("Severity"), severityWord(finding.severity)),
                    fact(Messages::tr("Time"),
                         u"%1 (%2)"_s.arg(spanText(finding.begin, finding.end, zone), QString::fromUtf8(zone.id()))),
                    fact(Messages::tr("Records"), QLocale().toString(finding.count))};
    if (!finding.user.isEmpty())
        ticket.facts.append(fact(Messages::tr("User"), finding.user));
    if (!finding.address.isEmpty())
        ticket.facts.append(fact(Messages::tr("Address"), finding.address));
    if (!finding.application.isEmpty())
        ticket.facts.append(fact(Messages::tr("Application"), finding.application));
    ticket.sentences = {finding.reason, finding.advice};
    ticket.columns = {Messages::tr("Time"), Messages::tr("Code"), Messages::tr("User"), Messages::tr("Description")};
    const RowCells cells(log, resolution, zone);
    for (const Row row : std::span(finding.rows).first(std::min(finding.rows.size(), mostTicketRows))) {
        QStringList texts;
        for (const int column :
             {LogModel::TimeColumn, LogModel::CodeColumn, LogModel::UserColumn, LogModel::DescriptionColumn})
            texts.append(cells.text(row, column).value_or(QString()));
        ticket.rows.append(texts);
    }
    const qint64 more = finding.count - qint64(ticket.rows.size());
    if (more > 0)
        ticket.sentences.append(Messages::tr("The log has %Ln more of these record(s).", nullptr, int(more)));
    return ticket;
}

} // namespace evident
