#include "packtext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::PackText)
};

/// Characters beyond the first plane are left: no language here reads one as the end of a line or of a string.
bool isEscaped(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return c <= 0xffff
        && (!QChar::isPrint(c) || category == QChar::Separator_Line || category == QChar::Separator_Paragraph);
}

} // namespace

QString packKey(const EventKey &key)
{
    return kindToken(key.kind) + u':' + QString::number(key.code);
}

QString quotedText(QStringView text)
{
    QString quoted = u"\""_s;
    for (const char32_t c : text.toUcs4()) {
        if (c == U'"' || c == U'\\')
            quoted += u'\\' + QChar(char16_t(c));
        else if (isEscaped(c))
            quoted += u"\\u%1"_s.arg(uint(c), 4, 16, QChar(u'0'));
        else
            quoted += QString::fromUcs4(&c, 1);
    }
    return quoted + u'"';
}

QString packComment(const CatalogRevision &revision)
{
    const QString source = revision.source.isEmpty() ? QString() : u" (%1)"_s.arg(visibleText(revision.source));
    const QString made = QStringLiteral("Made by Evident " EVIDENT_VERSION);
    if (revision.id == 0)
        return made + u" of a page that is not in the catalog yet"_s + source + u'.';
    return made + u" of revision %1 of the catalog"_s.arg(revision.id) + source + u'.';
}

QString revisionText(const CatalogRevision &revision)
{
    const QString source = visibleText(revision.source);
    if (revision.id == 0)
        return Messages::tr("the page “%1”, which is not in the catalog yet").arg(source);
    if (source.isEmpty())
        return Messages::tr("revision %1").arg(revision.id);
    return Messages::tr("revision %1 (%2, %3)", "number, page, day")
        .arg(QString::number(revision.id), source, revision.created.date().toString(Qt::ISODate));
}

QByteArray packReadme(const QStringList &paragraphs, const QList<std::pair<QString, QString>> &files)
{
    QString text = paragraphs.join(u"\n\n"_s) + u'\n';
    for (const auto &[name, description] : files)
        text += u'\n' + name + u"\n    "_s + description + u'\n';
    return text.toUtf8();
}

} // namespace evident
