#include "eventfields.h"

namespace evident {

QByteArrayView withoutType(QByteArrayView name)
{
    constexpr QByteArrayView types = "sdtbg";
    const bool hasType = name.size() > 2 && name[name.size() - 2] == '_' && types.contains(char(name.back() | 0x20));
    return hasType ? name.chopped(2) : name;
}

bool isTransactionName(QByteArrayView name)
{
    return isSameWord(withoutType(name), "transactionId") || isSameWord(name, "Transaction ID");
}

bool isActivityName(QByteArrayView name)
{
    const QByteArrayView plain = withoutType(name);
    return isSameWord(plain, "userActivityId") || isSameWord(plain, "activityId") || isSameWord(name, "Activity ID");
}

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
    if (isSameWord(eventType, "Administration"))
        return Kind::Admin;
    return isSameWord(eventType, "system") ? Kind::System : Kind::User;
}

} // namespace evident
