#include "finding.h"

#include "normalisedrecord.h"

using namespace Qt::StringLiterals;

namespace evident {

QStringList findingNames(const Finding &finding)
{
    QStringList names{finding.rule};
    QStringList subjects{finding.user, finding.address, finding.application};
    if (finding.code != noCode)
        subjects.append(QString::number(finding.code));
    subjects.append(utcTimeText(finding.begin));
    for (const QString &subject : std::as_const(subjects)) {
        if (!subject.isEmpty())
            names.append(names.constLast() + u'/' + subject);
    }
    return names;
}

} // namespace evident
