#include "words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("evident::Words", text, comment);
}

} // namespace

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return tr("critical");
    case Severity::Error:
        return tr("error");
    case Severity::Warning:
        return tr("warning");
    case Severity::Notice:
        return tr("notice");
    case Severity::Info:
        return tr("info");
    case Severity::Unknown:
        break;
    }
    return tr("unknown level");
}

QString outcomeWord(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success:
        return tr("success");
    case Outcome::Failure:
        return tr("failure");
    case Outcome::Pending:
        return tr("pending");
    case Outcome::None:
        return tr("neither", "outcome of an event that neither succeeds nor fails");
    case Outcome::Unknown:
        break;
    }
    return {};
}

QString ownerWord(Owner owner)
{
    switch (owner) {
    case Owner::User:
        return tr("user");
    case Owner::HelpDesk:
        return tr("help desk");
    case Owner::Identity:
        return tr("identity team");
    case Owner::Network:
        return tr("network or service");
    case Owner::Vendor:
        return tr("vendor");
    case Owner::Nobody:
        return tr("nobody needs to act");
    case Owner::Unknown:
        break;
    }
    return tr("unknown", "who can end the trouble");
}

QString kindWord(Kind kind)
{
    switch (kind) {
    case Kind::User:
        return tr("user event");
    case Kind::System:
        return tr("system event");
    case Kind::Admin:
        return tr("admin event");
    case Kind::Am:
        return tr("Authentication Manager event");
    case Kind::Idr:
        return tr("identity router event");
    case Kind::None:
        break;
    }
    return {};
}

QString momentText(qint64 utcMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

} // namespace evident
