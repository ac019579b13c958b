#include "fieldnames.h"

#include <array>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QStringList spellingsOfAll(const QStringList &names)
{
    QStringList all = names;
    for (const QString &name : names) {
        if (!name.contains(u' '))
            all += nameSpellings(name).mid(1);
    }
    return all;
}

} // namespace

QStringList nameSpellings(const QString &name)
{
    QStringList spellings{name};
    for (const QLatin1StringView suffix : std::array{"_s"_L1, "_d"_L1, "_t"_L1, "_b"_L1, "_g"_L1})
        spellings.append(name + suffix);
    return spellings;
}

// Asked for once a record: the lists are made once.
QStringList fieldNames(Field field)
{
    static const QStringList transaction = spellingsOfAll({u"transactionId"_s, u"Transaction ID"_s});
    static const QStringList activity = spellingsOfAll({u"userActivityId"_s, u"activityId"_s, u"Activity ID"_s});
    static const QStringList device =
        spellingsOfAll({u"deviceName"_s, u"deviceId"_s, u"Device Name"_s, u"Device ID"_s, u"device"_s});
    static const QStringList policy = spellingsOfAll({u"policyName"_s, u"policyId"_s, u"Policy Name"_s, u"policy"_s});
    static const QStringList result = spellingsOfAll({u"result"_s});
    static const QStringList description =
        spellingsOfAll({u"eventDescription"_s, u"activityDetail"_s, u"message"_s, u"Description"_s});
    switch (field) {
    case Field::Transaction:
        return transaction;
    case Field::Activity:
        return activity;
    case Field::Device:
        return device;
    case Field::Policy:
        return policy;
    case Field::Result:
        return result;
    case Field::Description:
        return description;
    default:
        return {};
    }
}

QStringList eventIdNames()
{
    static const QStringList names = spellingsOfAll({u"eventId"_s, u"Event ID"_s});
    return names;
}

QString fieldValue(const QList<RecordField> &fields, const QStringList &names)
{
    for (const QString &name : names) {
        for (const RecordField &field : fields) {
            if (!field.value.isEmpty() && field.name.compare(name, Qt::CaseInsensitive) == 0)
                return field.value;
        }
    }
    return {};
}

} // namespace evident
