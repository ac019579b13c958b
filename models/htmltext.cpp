#include "htmltext.h"

#include "event.h"

using namespace Qt::StringLiterals;

namespace evident {

QString htmlText(const QString &text)
{
    return visibleText(text).toHtmlEscaped().replace(u'\'', u"&#39;"_s);
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p style=\"white-space:pre-wrap\">%1</p>"_s.arg(text.toHtmlEscaped());
}

} // namespace evident
