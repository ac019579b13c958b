#include "detailstext.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QString tr(const char *text, const char *comment = nullptr)
{
    return QCoreApplication::translate("evident::DetailsText", text, comment);
}

QString pair(const QString &name, const QString &value)
{
    return tr("%1: %2", "name of a field, its value").arg(visibleText(name), visibleText(value));
}

QString outcomeLine(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success:
        return tr("success");
    case Outcome::Failure:
        return tr("failure");
    case Outcome::Pending:
        return tr("pending");
    case Outcome::None:
    case Outcome::Unknown:
        break;
    }
    return {};
}

} // namespace

QString momentText(qint64 utcMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
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

QString detailsText(const RecordDetails &details, const QTimeZone &zone)
{
    QStringList lines;
    QStringList headline;
    if (details.hasCode)
        headline.append(QString::number(details.key.code));
    if (!details.description.isEmpty())
        headline.append(visibleText(details.description));
    if (!headline.isEmpty())
        lines.append(headline.join(u' '));

    QStringList facts;
    for (const QString &fact : {details.level, details.category, outcomeLine(details.outcome), details.method}) {
        if (!fact.isEmpty())
            facts.append(visibleText(fact));
    }
    if (!facts.isEmpty())
        lines.append(facts.join(u" · "_s));
    for (const QString &remark : details.remarks)
        lines.append(visibleText(remark));

    if (details.isRecord) {
        lines.append(QString());
        if (details.time) {
            lines.append(
                pair(tr("Time"), momentText(*details.time, zone) + u" ("_s + QString::fromUtf8(zone.id()) + u')'));
        }
        lines.append(pair(tr("Line"), QString::number(details.line)));
        for (const RecordField &field : details.fields)
            lines.append(pair(field.name, field.value));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace evident
