#include "logwriter.h"

#include "serverlines.h"

#include <QList>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

const QList<std::pair<QString, LogShape>> &shapes()
{
    static const QList<std::pair<QString, LogShape>> list{
        {u"cas-user-json"_s, LogShape::UserPage},
        {u"cas-user-array"_s, LogShape::UserArray},
        {u"cas-admin-json"_s, LogShape::AdminPage},
        {u"ndjson"_s, LogShape::Ndjson},
        {u"syslog-json"_s, LogShape::SyslogJson},
        {u"tool-csv"_s, LogShape::ToolCsv},
        {u"headerless-csv"_s, LogShape::HeaderlessCsv},
        {u"siem-csv"_s, LogShape::SiemCsv},
        {u"monitor-table"_s, LogShape::MonitorTable},
        {u"idr-syslog"_s, LogShape::IdrSyslog},
        {u"am-log"_s, LogShape::AmLog},
        {u"text"_s, LogShape::Text},
    };
    return list;
}

QByteArray isoTime(qint64 time)
{
    // QDateTime's way of saying it would be half of all the time that a log takes.
    constexpr qint64 dayMs = 86'400'000;
    thread_local qint64 lastDay = -1;
    thread_local QByteArray lastDate;
    if (time / dayMs != lastDay) {
        lastDay = time / dayMs;
        lastDate = QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(u"yyyy-MM-ddT"_s).toLatin1();
    }
    QByteArray text = lastDate + "00:00:00.000Z";
    const auto put = [&text](qsizetype end, qint64 number) {
        for (; number > 0; number /= 10)
            text[--end] = static_cast<char>('0' + number % 10);
    };
    const qint64 ms = time % dayMs;
    put(13, ms / 3'600'000);
    put(16, ms / 60'000 % 60);
    put(19, ms / 1000 % 60);
    put(23, ms % 1000);
    return text;
}

/// A JSON object that grows member by member, in the order in which the vendor's exports have them (QJsonObject sorts
/// its keys).
class JsonItem
{
public:
    JsonItem() { m_text.reserve(1024); }
    void add(const char *key, const QByteArray &literal)
    {
        begin(key);
        m_text += literal;
    }
    void add(const char *key, const QString &value)
    {
        begin(key);
        if (value.isEmpty())
            m_text += "null";
        else
            quote(value);
    }
    QByteArray text() const { return m_text + '}'; }

private:
    void begin(const char *key)
    {
        m_text += m_text.isEmpty() ? "{\"" : ",\"";
        m_text += key;
        m_text += "\":";
    }
    void quote(QString value)
    {
        // The texts of made-up logs have no control characters.
        if (value.contains(u'\\') || value.contains(u'"'))
            value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
        m_text += '"';
        m_text += value.toUtf8();
        m_text += '"';
    }

    QByteArray m_text;
};

QString policyId(const GeneratedEvent &event)
{
    return event.policy.isEmpty() ? QString() : event.policy == u"Staff" ? u"7"_s : u"9"_s;
}

QByteArray userItem(const GeneratedEvent &event)
{
    JsonItem item;
    item.add("eventId", QString::number(480'000'000'000 + event.number));
    item.add("eventLogDate", '"' + isoTime(event.time) + '"');
    item.add("eventType", u"user"_s);
    item.add("eventLevel", event.level);
    item.add("eventCategory", event.category);
    item.add("serverIPAddress", u"203.0.113.%1"_s.arg(10 + event.number % 2));
    item.add("tenantId", u"tenant-7"_s);
    item.add("customerName", u"Example Co"_s);
    item.add("userId", event.user);
    item.add("sourceIPAddress", event.address);
    item.add("eventCode", QString::number(event.code));
    item.add("eventDescription", event.description);
    item.add("application", event.application);
    item.add("method", event.method);
    item.add("deviceName", event.device);
    item.add("deviceId", event.deviceId);
    item.add("policyId", policyId(event));
    item.add("policyName", event.policy);
    item.add("authenticationDetails", QString());
    item.add("assuranceLevel", event.assurance);
    item.add("verboseFlag", QByteArray("false"));
    item.add("userActivityId", event.activity);
    item.add("transactionId", event.transaction);
    return item.text();
}

/// The administrator's side of the company: somebody changes something every so often.
QByteArray adminItem(const GeneratedEvent &event, EventRandom &random)
{
    struct Activity
    {
        const char *key;
        int code;
        const char *message;
        const char *targetType;
        bool publish;
    };
    static constexpr std::array<Activity, 6> activities{{
        {"USER_UNLOCKED", 80021, "Unlocked the OTP methods of user {0}.", "User", false},
        {"DEVICE_DELETED", 80034, "Deleted the registered device of user {0}.", "User", false},
        {"EMERGENCY_CODE_ISSUED", 80047, "Issued an emergency access code to user {0}.", "User", false},
        {"POLICY_UPDATED", 80102, "Updated access policy {0}.", "Policy", true},
        {"CONFIGURATION_PUBLISHED", 80150, "Published changes.", "Company", false},
        {"ADMIN_SIGNED_IN", 80001, "Administrator signed in.", "Administrator", false},
    }};
    const Activity &activity =
        activities.at(static_cast<std::size_t>(random.below(static_cast<int>(activities.size()))));
    const bool failed = random.inThousand(60);
    const QString target = qstrcmp(activity.targetType, "User") == 0 ? event.user : u"Staff"_s;
    JsonItem item;
    // Beyond what a double holds exactly, as the real ones are.
    item.add("eventId", QByteArray::number(9'200'000'000'000'000'001 + event.number));
    item.add("eventLogDate", '"' + isoTime(event.time) + '"');
    item.add("eventType", u"Administration"_s);
    item.add("serverURL", u"tenant-7.example.com"_s);
    item.add("serverIPAddress", u"203.0.113.10"_s);
    item.add("application", u"Cloud Administration Console"_s);
    item.add("customerId", u"7"_s);
    item.add("customerName", u"Example Co"_s);
    item.add("sourceIPAddress", u"192.0.2.%1"_s.arg(200 + random.below(4)));
    item.add("adminUserName", u"admin%1@example.com"_s.arg(1 + random.below(3)));
    item.add("adminUserRole", u"Help Desk Administrator"_s);
    item.add("activityKey", QString::fromLatin1(activity.key));
    item.add("activityCode", QString::number(activity.code));
    item.add("result", failed ? u"FAIL"_s : u"SUCCESS"_s);
    item.add("reasonKey", failed ? u"NOT_PERMITTED"_s : QString());
    item.add("message", QString::fromLatin1(activity.message).replace(u"{0}"_s, target));
    item.add("requiresPublish", QByteArray(activity.publish ? "true" : "false"));
    item.add("targetObject1Id", u"o-%1"_s.arg(100 + random.below(40)));
    item.add("targetObject1Name", target);
    item.add("targetObject1Type", QString::fromLatin1(activity.targetType));
    for (const char *absent : {"targetObject2Id", "targetObject2Name", "targetObject2Type"})
        item.add(absent, QString());
    return item.text();
}

QByteArray syslogJsonLine(const GeneratedEvent &event, EventRandom &random)
{
    const bool isAdmin = random.inThousand(40);
    const QByteArray header =
        syslogItemHeader(event, isAdmin ? "RSA-SecurID-Cloud-Admin" : "RSA-SecurID-Cloud-User", random);
    return header + (isAdmin ? adminItem(event, random) : userItem(event)) + '\n';
}

QByteArray csvCell(const QString &value)
{
    return value.contains(u',') || value.contains(u'"') ? '"' + QString(value).replace(u'"', u"\"\""_s).toUtf8() + '"'
                                                        : value.toUtf8();
}

QByteArray toolCsvRow(const GeneratedEvent &event)
{
    const QByteArrayList cells{QByteArray::number(480'000'000'000 + event.number),
                               isoTime(event.time),
                               "user",
                               "203.0.113.10",
                               csvCell(event.application),
                               "Example Co",
                               csvCell(event.address),
                               csvCell(event.description),
                               csvCell(event.user)};
    return cells.join(',') + "\r\n";
}

/// As the writer does it: without quotes, whatever is in the values. Some people's company has a comma in its name.
QByteArray headerlessRow(const GeneratedEvent &event, EventRandom &random)
{
    const QString details = random.inThousand(20) ? u"OTP, PIN"_s : QString();
    const QStringList values{QString::fromLatin1(isoTime(event.time)),
                             random.inThousand(10) ? u"Example, Inc."_s : u"Example Co"_s,
                             u"user"_s,
                             event.category,
                             event.user,
                             QString::number(event.code),
                             event.description,
                             event.application,
                             event.method,
                             policyId(event),
                             event.policy,
                             details,
                             event.assurance};
    QByteArrayList cells;
    for (const QString &value : values)
        cells.append(value.isEmpty() ? QByteArray("null") : value.toUtf8());
    return cells.join(',') + '\n';
}

QByteArray siemRow(const GeneratedEvent &event)
{
    const QByteArrayList cells{isoTime(event.time).chopped(1) + "+0000",
                               csvCell(event.user),
                               QByteArray::number(event.code),
                               "relay1.example.com",
                               "main",
                               csvCell(QString::fromUtf8(userItem(event))),
                               "securid:cloud"};
    return cells.join(',') + "\r\n";
}

QByteArray monitorRow(const GeneratedEvent &event)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(event.time, Qt::UTC);
    const QStringList cells{QLocale::c().toString(time, u"M/d/yyyy, h:mm:ss AP"_s),
                            event.user,
                            QString::number(event.code),
                            event.description,
                            event.application,
                            event.method,
                            QString(),
                            event.assurance,
                            event.activity,
                            event.transaction};
    return cells.join(u'\t').toUtf8() + '\n';
}

QByteArray textLines(const GeneratedEvent &event, EventRandom &random)
{
    const QByteArray start = isoTime(event.time) + (event.level == u"error" ? " WARN " : " INFO ");
    if (random.inThousand(30))
        return start
            + "connection pool exhausted, retrying\n    at example.pool.Pool.take(Pool.java:88)\n    at "
              "example.Main.run(Main.java:12)\n";
    if (random.inThousand(200))
        return start + "heartbeat from 203.0.113." + QByteArray::number(random.between(10, 12)) + '\n';
    return start + "relay: user=" + event.user.toUtf8() + " eventCode=" + QByteArray::number(event.code) + " \""
        + event.description.toUtf8() + "\"\n";
}

void writePage(const LogGeneratorOptions &options, const LogSink &sink, const QByteArray &array,
               const std::function<QByteArray()> &nextItem)
{
    const QByteArray count = QByteArray::number(options.records);
    sink("{\"totalPages\":1,\"totalElements\":" + count + ",\"pageSize\":" + count + ",\"currentPage\":0,\"" + array
         + "\":[\n");
    for (qint64 record = 0; record < options.records; ++record)
        sink((record > 0 ? ",\n" : "") + nextItem());
    sink("\n]}\n");
}

void writeArray(const LogGeneratorOptions &options, const LogSink &sink, LogGenerator &generator)
{
    QByteArrayList items;
    for (qint64 record = 0; record < options.records; ++record)
        items.append(userItem(generator.next()));
    std::reverse(items.begin(), items.end());
    sink("[\n" + items.join(",\n") + "\n]\n");
}

void writeToolCsvPreamble(const LogGeneratorOptions &options, const LogSink &sink)
{
    sink("Total Pages:,1\r\nTotal Elements:," + QByteArray::number(options.records) + "\r\nPage Size:,"
         + QByteArray::number(options.records)
         + "\r\n,,,,,,,,\r\neventId,eventLogDate,eventType,serverURL,Application,customerName,SourceIP,activityDetail,"
           "userId\r\n,,,,,,,,\r\n");
}

} // namespace

std::optional<LogShape> logShapeNamed(const QString &name)
{
    for (const auto &[known, shape] : shapes()) {
        if (known == name)
            return shape;
    }
    return std::nullopt;
}

QStringList logShapeNames()
{
    QStringList names;
    for (const auto &shape : shapes())
        names.append(shape.first);
    return names;
}

void writeLog(LogShape shape, const LogGeneratorOptions &options, const LogSink &sink)
{
    LogGenerator generator(options);
    EventRandom random(options.seed + 1); // for what the shape adds, so that one seed tells one story in every shape
    const auto eachEvent = [&](const std::function<QByteArray(const GeneratedEvent &)> &write) {
        for (qint64 record = 0; record < options.records; ++record)
            sink(write(generator.next()));
    };
    switch (shape) {
    case LogShape::UserPage:
        return writePage(options, sink, "userEventLogExportEntries", [&] { return userItem(generator.next()); });
    case LogShape::UserArray:
        return writeArray(options, sink, generator);
    case LogShape::AdminPage:
        return writePage(options, sink, "elements", [&] { return adminItem(generator.next(), random); });
    case LogShape::Ndjson:
        return eachEvent([](const GeneratedEvent &event) { return userItem(event) + '\n'; });
    case LogShape::SyslogJson:
        return eachEvent([&](const GeneratedEvent &event) { return syslogJsonLine(event, random); });
    case LogShape::ToolCsv:
        writeToolCsvPreamble(options, sink);
        return eachEvent(toolCsvRow);
    case LogShape::HeaderlessCsv:
        return eachEvent([&](const GeneratedEvent &event) { return headerlessRow(event, random); });
    case LogShape::SiemCsv:
        sink("_time,userId,eventCode,host,index,_raw,sourcetype\r\n");
        return eachEvent(siemRow);
    case LogShape::MonitorTable:
        sink("Timestamp\tUser ID\tEvent Code\tDescription\tApplication\tMethod\tAuthentication Details\tAssurance "
             "Level\tActivity ID\tTransaction ID\n");
        return eachEvent(monitorRow);
    case LogShape::IdrSyslog:
        return eachEvent([&](const GeneratedEvent &event) { return identityRouterLine(event, random); });
    case LogShape::AmLog:
        return eachEvent([&](const GeneratedEvent &event) { return authenticationManagerLine(event, random); });
    case LogShape::Text:
        return eachEvent([&](const GeneratedEvent &event) { return textLines(event, random); });
    }
}

QByteArray generateLog(LogShape shape, const LogGeneratorOptions &options)
{
    QByteArray log;
    writeLog(shape, options, [&log](const QByteArray &piece) { log += piece; });
    return log;
}

} // namespace evident
