#include "detailstext.h"

#include "guidancetext.h"
#include "words.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::DetailsText)
};

QString pair(const QString &name, const QString &value)
{
    return Messages::tr("%1: %2", "name of a field, its value").arg(visibleText(name), visibleText(value));
}

} // namespace

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
    for (const QString &fact : {details.level, details.category, outcomeWord(details.outcome), details.method}) {
        if (!fact.isEmpty())
            facts.append(visibleText(fact));
    }
    if (!facts.isEmpty())
        lines.append(facts.join(u" · "_s));
    for (const QString &remark : details.remarks)
        lines.append(visibleText(remark));

    if (details.guidance) {
        lines.append(QString());
        lines.append(guidanceLines(*details.guidance, details.related));
        lines.append({QString(), details.guidanceRemark()});
    }

    if (details.isRecord) {
        lines.append(QString());
        if (details.time) {
            lines.append(pair(Messages::tr("Time"),
                              momentText(*details.time, zone) + u" ("_s + QString::fromUtf8(zone.id()) + u')'));
        }
        if (!details.file.isEmpty())
            lines.append(pair(Messages::tr("File"), details.file));
        lines.append(pair(Messages::tr("Line"), QString::number(details.line)));
        for (const RecordField &field : details.fields)
            lines.append(pair(field.name, field.value));
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace evident
