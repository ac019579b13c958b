#pragma once

#include "event.h"
#include "logsummary.h"
#include "query.h"
#include "ticket.h"

#include <QList>
#include <QString>

#include <optional>

namespace evident {

/// A number and the query that makes it.
struct SummaryLink
{
    QString text; ///< the number in words or digits
    qint64 records = 0; ///< that the query keeps
    Query query;
};

/// One thing that a summary tells. Texts may be a log's own, unescaped.
struct SummaryLine
{
    QString text;
    QString remark; ///< less important; "" for none
    QList<SummaryLink> links; ///< the number first
    std::optional<Severity> severity;
    double share = 0; ///< how long a bar is, of the longest one; 0: there is none
};

struct SummarySection
{
    enum class Topic {
        Owners,
        Rising,
        Levels,
        Methods,
        Codes,
        Users,
        Applications,
        Gaps,
        UnknownCodes,
        Drift,
        Files,
        Oddities
    };
    Topic topic = Topic::Owners;
    QString title;
    QString note; ///< what the lines are, or that there is nothing to tell; "" for none
    QList<SummaryLine> lines;
    qint64 more = 0; ///< lines that there are besides
};

/// A summary in words, in the order in which it is read. Without any form: window, command line and ticket give it
/// theirs.
struct SummarySheet
{
    struct Fact
    {
        QString name;
        QString value;
        std::optional<SummaryLink> link; ///< in the value's place
        bool isComing = false; ///< the value says that it is still being counted
    };
    QString title;
    QList<Fact> facts;
    QList<SummarySection> sections;

    const SummarySection *section(SummarySection::Topic topic) const; ///< null when there is nothing of it
};

SummarySheet summarySheet(const LogSummary &summary);

/// Short: what the log is, who can end the errors, what is new, and the most frequent errors.
Ticket ticketOf(const LogSummary &summary);

} // namespace evident
