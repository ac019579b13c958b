#include "words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::Words)
};

} // namespace

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return Messages::tr("critical");
    case Severity::Error:
        return Messages::tr("error");
    case Severity::Warning:
        return Messages::tr("warning");
    case Severity::Notice:
        return Messages::tr("notice");
    case Severity::Info:
        return Messages::tr("info");
    case Severity::Unknown:
        break;
    }
    return Messages::tr("unknown level");
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success:
        return Messages::tr("success");
    case Outcome::Failure:
        return Messages::tr("failure");
    case Outcome::Pending:
        return Messages::tr("pending");
    case Outcome::None:
        return Messages::tr("neither", "outcome of an event that neither succeeds nor fails");
    case Outcome::Unknown:
        break;
    }
    return {};
}

QString ownerWord(Owner owner)
{
    switch (owner) {
    case Owner::User:
        return Messages::tr("user");
    case Owner::HelpDesk:
        return Messages::tr("help desk");
    case Owner::Identity:
        return Messages::tr("identity team");
    case Owner::Network:
        return Messages::tr("network or service");
    case Owner::Vendor:
        return Messages::tr("vendor");
    case Owner::Nobody:
        return Messages::tr("nobody needs to act");
    case Owner::Unknown:
        break;
    }
    return Messages::tr("unknown", "who can end the trouble");
}

QString relationWord(Relation relation)
{
    switch (relation) {
    case Relation::Success:
        return Messages::tr("success", "relation of a code to another");
    case Relation::Failure:
        return Messages::tr("failure", "relation of a code to another");
    case Relation::Locks:
        return Messages::tr("locks", "relation of a code to another");
    case Relation::Unlocks:
        return Messages::tr("unlocks", "relation of a code to another");
    case Relation::Before:
        return Messages::tr("comes before it", "relation of a code to another");
    case Relation::After:
        return Messages::tr("comes after it", "relation of a code to another");
    case Relation::See:
        break;
    }
    return Messages::tr("see also", "relation of a code to another");
}

QString kindWord(Kind kind)
{
    switch (kind) {
    case Kind::User:
        return Messages::tr("user event");
    case Kind::System:
        return Messages::tr("system event");
    case Kind::Admin:
        return Messages::tr("admin event");
    case Kind::Am:
        return Messages::tr("Authentication Manager event");
    case Kind::Idr:
        return Messages::tr("identity router event");
    case Kind::None:
        break;
    }
    return {};
}

QString formatWord(const QString &formatName)
{
    static const QHash<QString, const char *> words{
        {u"cas-user-json"_s, QT_TRANSLATE_NOOP("evident::Words", "user events, pages of the API (JSON)")},
        {u"cas-user-array"_s, QT_TRANSLATE_NOOP("evident::Words", "user events, list (JSON)")},
        {u"cas-admin-json"_s, QT_TRANSLATE_NOOP("evident::Words", "admin events (JSON)")},
        {u"ndjson"_s, QT_TRANSLATE_NOOP("evident::Words", "JSON lines")},
        {u"syslog-json"_s, QT_TRANSLATE_NOOP("evident::Words", "syslog with JSON")},
        {u"tool-csv"_s, QT_TRANSLATE_NOOP("evident::Words", "CSV of an export tool")},
        {u"headerless-csv"_s, QT_TRANSLATE_NOOP("evident::Words", "CSV without a header")},
        {u"siem-csv"_s, QT_TRANSLATE_NOOP("evident::Words", "CSV of a SIEM")},
        {u"monitor-table"_s, QT_TRANSLATE_NOOP("evident::Words", "table of the event monitor")},
        {u"idr-syslog"_s, QT_TRANSLATE_NOOP("evident::Words", "syslog of an identity router")},
        {u"am-log"_s, QT_TRANSLATE_NOOP("evident::Words", "Authentication Manager log")},
        {u"text"_s, QT_TRANSLATE_NOOP("evident::Words", "plain text")},
    };
    if (formatName.isEmpty())
        return Messages::tr("several formats");
    const char *word = words.value(formatName);
    return word ? QCoreApplication::translate("evident::Words", word) : formatName;
}

QString momentText(qint64 utcMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

} // namespace evident
