#include "eventfields.h"

namespace evident {

qint64 parseCode(QByteArrayView text)
{
    constexpr qsizetype maxDigits = 18; // what 64 bits hold for certain
    text = text.trimmed();
    if (text.endsWith(".0"))
        text.chop(2);
    if (text.isEmpty() || text.size() > maxDigits)
        return noCode;
    qint64 code = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return noCode;
        code = code * 10 + (c - '0');
    }
    return code;
}

Kind kindOfEventType(QByteArrayView eventType)
{
    if (eventType.compare("Administration", Qt::CaseInsensitive) == 0)
        return Kind::Admin;
    return eventType.compare("system", Qt::CaseInsensitive) == 0 ? Kind::System : Kind::User;
}

} // namespace evident
