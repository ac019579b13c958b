#include "eventfields.h"

namespace evident {

namespace {

bool isSame(QByteArrayView name, QByteArrayView known)
{
    return name.size() == known.size() && name.compare(known, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArrayView withoutType(QByteArrayView name)
{
    constexpr QByteArrayView types = "sdtbg";
    const bool hasType = name.size() > 2 && name[name.size() - 2] == '_' && types.contains(char(name.back() | 0x20));
    return hasType ? name.chopped(2) : name;
}

bool isTransactionName(QByteArrayView name)
{
    return isSame(withoutType(name), "transactionId") || isSame(name, "Transaction ID");
}

bool isActivityName(QByteArrayView name)
{
    const QByteArrayView plain = withoutType(name);
    return isSame(plain, "userActivityId") || isSame(plain, "activityId") || isSame(name, "Activity ID");
}

void takeId(QByteArrayView value, QByteArrayView &id, ParsedRecord &record)
{
    if (value.isEmpty())
        return;
    record.idsAreUnclear = record.idsAreUnclear || (!id.isEmpty() && id != value);
    id = value;
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
    if (eventType.compare("Administration", Qt::CaseInsensitive) == 0)
        return Kind::Admin;
    return eventType.compare("system", Qt::CaseInsensitive) == 0 ? Kind::System : Kind::User;
}

} // namespace evident
