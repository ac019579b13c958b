#include "findingswriter.h"

#include "findingtexts.h"
#include "jsonwriter.h"
#include "masker.h"
#include "normalisedrecord.h"
#include "words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// How many a person is shown.
constexpr qsizetype shownMost = 20;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::FindingsWriter)
};

/// As the vendor's levels are written, never translated.
QLatin1StringView severityToken(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return "critical"_L1;
    case Severity::Error:
        return "error"_L1;
    case Severity::Warning:
        return "warning"_L1;
    case Severity::Notice:
        return "notice"_L1;
    case Severity::Info:
    case Severity::Unknown:
        break;
    }
    return "info"_L1;
}

void writeFinding(JsonWriter &json, const Finding &finding)
{
    const auto text = [&json](QLatin1StringView key, const QString &value) {
        json.key(key);
        json.textOrNull(value);
    };
    json.beginObject();
    text("rule"_L1, finding.rule);
    text("severity"_L1, severityToken(finding.severity));
    text("title"_L1, finding.title);
    text("reason"_L1, finding.reason);
    text("begin"_L1, utcTimeText(finding.begin));
    text("end"_L1, utcTimeText(finding.end));
    json.key("records"_L1);
    json.number(finding.rows.size());
    json.key("codes"_L1);
    json.beginArray();
    for (const qint64 code : finding.codes)
        json.number(code);
    json.endArray();
    text("user"_L1, finding.user);
    text("sourceIp"_L1, finding.address);
    text("application"_L1, finding.application);
    json.endObject();
}

} // namespace

void writeFindings(JsonWriter &json, const QList<Finding> &findings)
{
    json.beginArray();
    for (const Finding &finding : findings)
        writeFinding(json, finding);
    json.endArray();
}

QString findingsText(const QList<Finding> &findings, const QTimeZone &zone)
{
    if (findings.isEmpty())
        return {};
    QString text = u'\n' + Messages::tr("Findings in all records") + u'\n';
    for (const Finding &finding : findings.first(std::min(findings.size(), shownMost))) {
        text +=
            u"  %1: %2 (%3)\n    %4\n"_s.arg(severityWord(finding.severity), finding.title,
                                             spanText(finding.begin, finding.end, zone), visibleText(finding.reason));
    }
    if (findings.size() > shownMost)
        text += u"  "_s + Messages::tr("and %Ln more", nullptr, int(findings.size() - shownMost)) + u'\n';
    return text;
}

QList<Finding> maskedFindings(QList<Finding> findings, Masker &masker)
{
    for (Finding &finding : findings) {
        for (QString *text : {&finding.reason, &finding.user, &finding.address, &finding.application})
            *text = masker.masked(*text);
    }
    return findings;
}

} // namespace evident
