#include "htmltext.h"

#include "event.h"

using namespace Qt::StringLiterals;

namespace evident {

QString htmlText(const QString &text)
{
    return visibleText(text).toHtmlEscaped().replace(u'\'', u"&#39;"_s);
}

} // namespace evident
