#include "pagetext.h"

#include <QCoreApplication>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QString pageError(const char *text, const QString &name)
{
    return QCoreApplication::translate("evident::CatalogPage", text).arg(name);
}

} // namespace

Result<QStringList> pageLines(const QByteArray &bytes, const QString &name)
{
    QStringDecoder decode(QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8));
    QString text = decode(bytes);
    if (text.contains(QChar::Null))
        return Error{
            pageError(QT_TRANSLATE_NOOP("evident::CatalogPage", "%1 is a binary file, not a page of text."), name)};
    if (decode.hasError())
        return Error{
            pageError(QT_TRANSLATE_NOOP("evident::CatalogPage", "%1 cannot be decoded: it is not valid UTF-8."), name)};
    if (text.trimmed().isEmpty())
        return Error{pageError(QT_TRANSLATE_NOOP("evident::CatalogPage", "%1 is empty."), name)};

    text.replace(u"\r\n"_s, u"\n"_s);
    text.replace(u'\r', u'\n');
    return text.split(u'\n');
}

} // namespace evident
