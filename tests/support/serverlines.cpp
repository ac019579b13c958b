#include "serverlines.h"

#include <array>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QDateTime utc(qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC);
}

/// `Jan 15 09:14:02`, `Jan  5 09:14:02`
QByteArray bsdTime(qint64 time)
{
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QDateTime when = utc(time);
    return QByteArray(months.at(static_cast<std::size_t>(when.date().month() - 1))) + ' '
        + QByteArray::number(when.date().day()).rightJustified(2, ' ') + ' ' + when.toString(u"HH:mm:ss"_s).toLatin1();
}

QByteArray isoSeconds(qint64 time)
{
    return utc(time).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s).toLatin1();
}

bool failed(const GeneratedEvent &event)
{
    return event.level == u"error"_s;
}

/// An id as an Authentication Manager makes them: 32 hexadecimal digits.
QByteArray guid(EventRandom &random)
{
    return random.identifier().remove(u'-').toLatin1();
}

QByteArray amMethod(const GeneratedEvent &event)
{
    return event.method == u"Password"_s ? "RSA_Password" : event.method.isEmpty() ? "" : "SecurID_Native";
}

/// Up to the address of the server: what all three logs begin with.
QByteArray amHead(const GeneratedEvent &event, const QByteArray &logger, const QByteArray &level, EventRandom &random)
{
    return utc(event.time).toString(u"yyyy-MM-dd HH:mm:ss,zzz"_s).toLatin1() + ", am1.example.com, " + logger + ", "
        + level + ", " + guid(random) + ",ffe0d3574c14000a63cd604c9abbb64a," + event.address.toLatin1()
        + ",203.0.113.76,";
}

QByteArray runtimeLine(const GeneratedEvent &event, EventRandom &random)
{
    const bool bad = failed(event);
    const QByteArray user = event.user.section(u'@', 0, 0).toUtf8();
    const QByteArray agent = event.application.isEmpty() ? QByteArray() : event.application.toUtf8() + " gate";
    const QByteArrayList pieces{"AUTHN_LOGIN_EVENT",
                                "13002",
                                bad ? "FAIL" : "SUCCESS",
                                bad ? "AUTHN_METHOD_FAILED" : "AUTHN_METHOD_SUCCESS",
                                guid(random) + '-' + guid(random).left(12),
                                guid(random),
                                "000000000000000000001000d0011000",
                                "000000000000000000001000e0011000",
                                user,
                                user.left(1).toUpper(),
                                user.mid(1),
                                guid(random),
                                "000000000000000000001000e0011000",
                                "203.0.113." + QByteArray::number(10 + event.number % 5),
                                agent.toLower().replace(' ', '-') + (agent.isEmpty() ? "" : ".example.com"),
                                "7",
                                "000000000000000000002000f1022000",
                                amMethod(event),
                                "000000000000000000001000f0023001",
                                "\"SecurID_Native, RSA_Password\"",
                                "AUTHN_LOGIN_EVENT",
                                "6",
                                "4",
                                "",
                                "",
                                "",
                                "",
                                guid(random),
                                "0005" + QByteArray::number(10'000'000 + random.below(80'000'000)),
                                "",
                                ""};
    return amHead(event, "audit.runtime.com.rsa.ims.authn.impl.AuthenticationBrokerImpl", bad ? "ERROR" : "INFO",
                  random)
        + pieces.join(',');
}

QByteArray adminLine(const GeneratedEvent &event, EventRandom &random)
{
    return amHead(event, "audit.admin.com.rsa.ims.admin.impl.PrincipalAdministrationImpl", "INFO", random)
        + "UPDATE_PRINCIPAL,10041,SUCCESS,," + guid(random) + '-' + guid(random).left(12) + ",," + guid(random)
        + ",000000000000000000001000d0011000,000000000000000000001000e0011000,admin"
        + QByteArray::number(1 + random.below(3)) + ",Ada,Admin,PRINCIPAL," + guid(random)
        + ",000000000000000000001000d0011000,000000000000000000001000e0011000," + event.user.toUtf8() + ",,,,,,";
}

QByteArray systemLine(const GeneratedEvent &event, EventRandom &random)
{
    return amHead(event, "system.com.rsa.ims.configuration.impl.AuthorizationEnabledConfigurationServiceImpl", "ERROR",
                  random)
        + "CONF_READ,16153,FAIL,INSUFFICIENT_PRIVILEGE," + guid(random) + '-' + guid(random).left(12) + ','
        + guid(random)
        + ",000000000000000000001000d0011000,000000000000000000001000e0011000,admin1,Ada,Admin,0000-Global-0000,"
          "auth_manager.dashboard.hide,,,,,";
}

} // namespace

QByteArray syslogItemHeader(const GeneratedEvent &event, const QByteArray &program, EventRandom &random)
{
    const qint64 arrival = event.time + random.between(200, 1500);
    if (random.inThousand(300))
        return "<13>" + bsdTime(arrival) + " relay1 " + program + ": ";
    const char *const mark = random.inThousand(20) ? "\xef\xbb\xbf" : "";
    return "<13>1 " + isoSeconds(arrival) + " relay1.example.com " + program + " - - - " + mark;
}

QByteArray identityRouterLine(const GeneratedEvent &event, EventRandom &random)
{
    const bool bad = failed(event);
    const bool isPassword = event.method == u"Password"_s;
    const bool isStepUp = !isPassword && !event.method.isEmpty();
    const QByteArray id = isPassword ? "USER_LOGIN" : isStepUp ? "USER_STEPUP_AUTHN" : "USER_AUTHZ";
    const QByteArray verb = id == "USER_AUTHZ" ? "AUTHORIZED" : "AUTHENTICATED";
    QByteArray line = "<134>1 " + isoSeconds(event.time) + " idr" + QByteArray::number(1 + event.number % 2)
        + ".example.com SINGLEPOINT " + QByteArray::number(random.between(2100, 2160)) + ' ' + id
        + " [audit@32473 USERNAME=\"" + event.user.toUtf8() + "\" RESULT=\"" + (bad ? "NOT_" : "") + verb
        + "\" REMOTE_IP=\"" + event.address.toLatin1() + '"';
    if (!event.application.isEmpty())
        line += " APPLICATION=\"" + event.application.toUtf8() + '"';
    if (!event.method.isEmpty())
        line += " AUTHN_TYPE=\"" + event.method.toUtf8() + '"';
    line += " SESSION_ID=\"" + event.activity.toLatin1() + '"';
    if (!event.policy.isEmpty())
        line += " POLICY=\"" + event.policy.toUtf8() + '"';
    if (random.inThousand(100))
        line += " MESSAGE=\"Answered \\\"" + QByteArray(bad ? "no" : "yes") + "\\\".\"";
    return line + "] " + (bad ? "request refused" : "request granted") + '\n';
}

QByteArray authenticationManagerLine(const GeneratedEvent &event, EventRandom &random)
{
    const QByteArray header = "<14>" + bsdTime(event.time) + " am1 ";
    const int lot = random.below(1000);
    return header
        + (lot < 40       ? adminLine(event, random)
               : lot < 60 ? systemLine(event, random)
                          : runtimeLine(event, random))
        + '\n';
}

} // namespace evident
