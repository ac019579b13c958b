#include "markdowntext.h"

#include "event.h"

using namespace Qt::StringLiterals;

namespace evident {

QString markdownText(const QString &text)
{
    QString escaped;
    for (const QChar c : visibleText(text)) {
        // Addresses become links by themselves: by their colon, their @, or the stop behind www.
        const bool ofAddress = c == u'.' && escaped.endsWith("www"_L1, Qt::CaseInsensitive);
        if (ofAddress || u"\\`*_{}[]<>()#+!|~&$@:=^"_s.contains(c))
            escaped.append(u'\\');
        escaped.append(c);
    }
    return escaped;
}

} // namespace evident
