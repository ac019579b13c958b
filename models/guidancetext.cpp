#include "guidancetext.h"

#include "words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::GuidanceText)
};

QString relatedLine(const RelatedEntry &related)
{
    const QString words = QString::number(related.key.code) + u" ("_s + relationWord(related.relation) + u')';
    const QString text = visibleText(related.text());
    return u"- "_s + (text.isEmpty() ? words : words + u' ' + text);
}

} // namespace

QStringList guidanceLines(const Guidance &guidance, const QList<RelatedEntry> &related)
{
    QStringList lines{visibleText(guidance.meaning)};
    if (!guidance.causes.isEmpty())
        lines.append({QString(), Messages::tr("Usual causes:")});
    for (const QString &cause : guidance.causes)
        lines.append(u"- "_s + visibleText(cause));
    if (!guidance.steps.isEmpty())
        lines.append({QString(), Messages::tr("Next steps:")});
    for (qsizetype i = 0; i < guidance.steps.size(); ++i)
        lines.append(QString::number(i + 1) + u". "_s + visibleText(guidance.steps.at(i)));
    lines.append({QString(), Messages::tr("Who can fix it: %1").arg(ownerWord(guidance.owner))});
    if (!related.isEmpty())
        lines.append({QString(), Messages::tr("Related codes:")});
    for (const RelatedEntry &entry : related)
        lines.append(relatedLine(entry));
    return lines;
}

} // namespace evident
