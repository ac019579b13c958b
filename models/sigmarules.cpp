#include "sigmarules.h"

#include "packtext.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// Made up once. To change it would give every rule another id.
constexpr QUuid ruleNamespace(0x6f1c2a54, 0x93d7, 0x4be0, 0xa1, 0x5e, 0x2d, 0x8b, 0x70, 0xc9, 0x46, 0xf3);

constexpr qsizetype longestTitle = 256; // that Sigma allows

/// An error is mostly one person's mistake, no attack: a rule that counts is for the reader to write.
QString sigmaLevel(Severity severity)
{
    return severity == Severity::Critical ? u"high"_s : u"medium"_s;
}

QString title(const CatalogEntry &entry)
{
    const QString title =
        u"RSA Cloud Access Service %1 %2"_s.arg(QString::number(entry.key.code), entry.description.simplified());
    return title.size() <= longestTitle ? title : title.left(longestTitle - 1) + u'…';
}

QString selection(const EventKey &key)
{
    const QString code = u'\'' + QString::number(key.code) + u"'\n"_s;
    if (key.kind == Kind::Admin)
        return u"        activityCode: "_s + code;
    if (key.kind == Kind::System)
        return u"        eventType: system\n        eventCode: "_s + code;
    return u"        eventCode: "_s + code;
}

QString rule(const CatalogEntry &entry)
{
    QString text = u"---\n"_s;
    text += u"title: "_s + quotedText(title(entry)) + u'\n';
    text += u"id: "_s + QUuid::createUuidV5(ruleNamespace, packKey(entry.key)).toString(QUuid::WithoutBraces) + u'\n';
    text += u"status: experimental\n"_s;
    text += u"description: "_s + quotedText(entry.description) + u'\n';
    text += u"tags: []\n"_s;
    text += u"logsource:\n    product: rsa\n    service: cloud_access_service\n"_s;
    text += u"detection:\n    selection:\n"_s + selection(entry.key) + u"    condition: selection\n"_s;
    text += u"falsepositives:\n    - A single event of somebody who made a mistake\n"_s;
    if (entry.marked)
        text += u"    - The vendor calls this an error, its text says something else\n"_s;
    text += u"level: "_s + sigmaLevel(severityOf(entry.level)) + u'\n';
    return text;
}

} // namespace

bool hasSigmaRule(const CatalogEntry &entry)
{
    return severityOf(entry.level) <= Severity::Error;
}

QByteArray sigmaRules(const QList<CatalogEntry> &entries, const QString &comment)
{
    QString text = u"# "_s + comment + u'\n';
    text += u"# Adapt the logsource to your pipeline. A code is a text, as the service writes it.\n"_s;
    for (const CatalogEntry &entry : entries) {
        if (hasSigmaRule(entry))
            text += rule(entry);
    }
    return text.toUtf8();
}

} // namespace evident
