#include "logusers.h"

#include "matcher.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <span>
#include <tuple>

namespace evident {

namespace {

/// Calls take(values, first row) for a column, a chunk of rows at a time.
template <typename Value, typename Take>
void forChunks(const Columns &columns, LogColumn column, const std::stop_token &stop, const Take &take)
{
    std::array<Value, Columns::chunkRows> values{};
    const Row size = columns.size();
    for (Row first = 0; first < size && !stop.stop_requested(); first += Columns::chunkRows) {
        const std::span<Value> read = std::span(values).first(std::min(Columns::chunkRows, size - first));
        columns.read(column, first, read);
        take(std::span<const Value>(read), first);
    }
}

struct IdCounts
{
    qint64 records = 0;
    qint64 errors = 0;
};

std::vector<IdCounts> countIds(const Log &log, const Resolution &resolution, const std::stop_token &stop)
{
    std::vector<bool> isError(size_t(resolution.size()));
    for (qsizetype shape = 0; shape < resolution.size(); ++shape)
        isError[size_t(shape)] = severityOf(resolution.at(shape).level) <= Severity::Error;
    std::vector<IdCounts> counts;
    std::array<quint32, Columns::chunkRows> shapes{};
    forChunks<quint32>(log.columns(), LogColumn::User, stop, [&](std::span<const quint32> users, Row first) {
        log.columns().read(LogColumn::Shape, first, std::span(shapes).first(users.size()));
        for (size_t i = 0; i < users.size(); ++i) {
            if (users[i] >= counts.size())
                counts.resize(std::max<size_t>(size_t(users[i]) + 1, counts.size() * 2));
            ++counts[users[i]].records;
            counts[users[i]].errors += shapes[i] < isError.size() && isError[shapes[i]] ? 1 : 0;
        }
    });
    return counts;
}

/// A name with its spellings.
struct Known
{
    LogUser user;
    qint64 ofSpelling = 0; ///< records that spell the name so
};

/// The name without its domain, in the ways that a query leaves it out.
QSet<QString> accountsOf(const QString &name)
{
    const QString behind = name.section(u'\\', -1);
    QSet<QString> accounts{behind};
    for (const QString &part : {name, behind}) {
        if (const qsizetype at = part.indexOf(u'@'); at > 0)
            accounts.insert(part.first(at));
    }
    accounts.remove(name);
    return accounts;
}

/// What is counted of names with a domain, by those without one that the log has besides.
QHash<QString, LogUser> withDomains(const QHash<QString, Known> &known, const std::stop_token &stop)
{
    QHash<QString, LogUser> counts;
    // Most logs spell all names alike, and have millions of them.
    const auto hasDomain = [](const QString &name) { return name.contains(u'@') || name.contains(u'\\'); };
    const auto isMail = [](const QString &name) { return name.contains(u'@') && !name.contains(u'\\'); };
    if (std::all_of(known.keyBegin(), known.keyEnd(), isMail))
        return counts;
    for (auto of = known.cbegin(); of != known.cend() && !stop.stop_requested(); ++of) {
        if (!hasDomain(of.key()))
            continue;
        for (const QString &account : accountsOf(of.key())) {
            if (!known.contains(account))
                continue;
            LogUser &count = counts[account];
            count.records += of->user.records;
            count.errors += of->user.errors;
        }
    }
    return counts;
}

/// How well a name answers what was typed: the less the better; none where it does not.
std::optional<int> rankOf(const QString &name, const QString &text)
{
    const qsizetype at = name.indexOf(text, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {};
    const qsizetype whole = name.indexOf(u'@');
    if (at == 0 && (name.size() == text.size() || whole == text.size()))
        return 0;
    return at == 0 ? 1 : 2;
}

} // namespace

QList<LogUser> logUsers(const Log &log, const Resolution &resolution, const std::stop_token &stop)
{
    const std::vector<IdCounts> counts = countIds(log, resolution, stop);
    QHash<QString, Known> known;
    for (quint32 id = 1; id < counts.size() && !stop.stop_requested(); ++id) {
        if (counts[id].records == 0)
            continue;
        const QString name = log.texts(TextColumn::User).text(id);
        Known &of = known[name.toCaseFolded()];
        of.user.records += counts[id].records;
        of.user.errors += counts[id].errors;
        if (std::tuple(-counts[id].records, name) < std::tuple(-of.ofSpelling, of.user.name)) {
            of.ofSpelling = counts[id].records;
            of.user.name = name;
        }
    }
    const QHash<QString, LogUser> accounts = withDomains(known, stop);
    QList<LogUser> users;
    users.reserve(known.size());
    for (auto of = known.cbegin(); of != known.cend(); ++of) {
        users.append(of->user);
        if (const auto account = accounts.constFind(of.key()); account != accounts.cend()) {
            users.last().records += account->records;
            users.last().errors += account->errors;
        }
    }
    std::ranges::sort(users, [](const LogUser &left, const LogUser &right) {
        return std::tie(right.errors, right.records, left.name) < std::tie(left.errors, left.records, right.name);
    });
    return users;
}

QList<LogUser> matchingUsers(const QList<LogUser> &users, const QString &text, qsizetype most,
                             const std::stop_token &stop)
{
    if (text.isEmpty())
        return users.first(std::min(most, users.size()));
    std::array<QList<LogUser>, 3> ranks;
    for (const LogUser &user : users) {
        if (stop.stop_requested())
            break;
        const std::optional<int> rank = rankOf(user.name, text);
        if (rank && ranks.at(size_t(*rank)).size() < most)
            ranks.at(size_t(*rank)).append(user);
    }
    const QList<LogUser> all = ranks[0] + ranks[1] + ranks[2];
    return all.first(std::min(most, all.size()));
}

std::vector<Row> rowsOfUser(const Log &log, const QString &user, const std::stop_token &stop)
{
    const Dictionary &names = log.texts(TextColumn::User);
    std::vector<bool> wanted(names.size());
    bool any = false;
    const TermMatcher matcher({Field::User, {}, false, {TextValue{user}}}, {});
    for (quint32 id = 1; id < wanted.size() && !stop.stop_requested(); ++id) {
        // A star in a name is none of a query's.
        wanted[id] = user.contains(u'*') ? names.text(id).compare(user, Qt::CaseInsensitive) == 0
                                         : matcher.matchesUtf8(names.utf8(id));
        any |= wanted[id];
    }
    std::vector<Row> rows;
    if (!any)
        return rows;
    forChunks<quint32>(log.columns(), LogColumn::User, stop, [&](std::span<const quint32> ids, Row first) {
        for (size_t i = 0; i < ids.size(); ++i) {
            if (ids[i] < wanted.size() && wanted[ids[i]])
                rows.push_back(first + Row(i));
        }
    });
    return rows;
}

qint64 lastTime(const Log &log, const std::stop_token &stop)
{
    qint64 last = noTime; // less than all times
    forChunks<qint64>(log.columns(), LogColumn::Time, stop,
                      [&](std::span<const qint64> times, Row) { last = std::max(last, std::ranges::max(times)); });
    return last;
}

} // namespace evident
