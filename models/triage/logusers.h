#pragma once

#include "log.h"
#include "resolution.h"

#include <QList>
#include <QString>

#include <stop_token>
#include <vector>

namespace evident {

/// A user of a log, as a query asks for one: names that differ by case alone are one user, spelled as most records do,
/// and a name without a domain is also that of whoever has it with one.
struct LogUser
{
    QString name;
    qint64 records = 0;
    qint64 errors = 0;
    bool operator==(const LogUser &) const = default;
};

/// All that a log names, those with most errors first, ties by how many records they have and by name. When stopped,
/// of no use.
QList<LogUser> logUsers(const Log &log, const Resolution &resolution, const std::stop_token &stop = {});

/// Those whose name has the text, without regard to case: the name that is the text first, or is it before the `@`,
/// then those that begin with it, then the others, in the order of `users`. An empty text keeps the first ones.
QList<LogUser> matchingUsers(const QList<LogUser> &users, const QString &text, qsizetype most,
                             const std::stop_token &stop = {});

/// The records that a query for the user keeps, in the log's own order. When stopped, of no use.
std::vector<Row> rowsOfUser(const Log &log, const QString &user, const std::stop_token &stop = {});

/// The time of the log's last event, in ms UTC: what is said of its end; noTime when no record has one.
qint64 lastTime(const Log &log, const std::stop_token &stop = {});

} // namespace evident
