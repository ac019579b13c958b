#pragma once

#include "resolver.h"
#include "shippedcatalog.h"
#include "smalllog.h"
#include "userstory.h"

#include <QTest>

namespace evident {

/// A record of jdoe's, one line of JSON. "" leaves a fact out.
struct Event
{
    int code = 0;
    const char *time = "";
    const char *method = "";
    const char *transaction = "";
    const char *user = "jdoe@example.com";
    const char *address = "";
    const char *device = "";
    const char *application = "";

    QByteArray line() const
    {
        QByteArray json = "{\"eventCode\":\"" + QByteArray::number(code) + '"';
        const auto add = [&json](const char *name, const QByteArray &value) {
            if (!value.isEmpty())
                json += QByteArray(",\"") + name + "\":\"" + value + '"';
        };
        if (*time)
            add("eventLogDate", QByteArray("2026-01-15T") + time + 'Z');
        add("userId", user);
        add("method", method);
        add("transactionId", transaction);
        add("sourceIPAddress", address);
        add("deviceName", device);
        add("application", application);
        return json + "}\n";
    }
};

inline QByteArray linesOf(const QList<Event> &events)
{
    QByteArray lines;
    for (const Event &event : events)
        lines += event.line();
    return lines;
}

/// A log and what it tells of a user.
struct ToldStory
{
    std::shared_ptr<Log> log;
    Resolution resolution;
    UserStory story;

    explicit ToldStory(const QByteArray &lines, const QString &user = QStringLiteral("jdoe@example.com"),
                       const StoryLimits &limits = {})
        : log(readLog(lines)),
          resolution(resolutionOf(*log, shippedCatalog())),
          story(userStory(*log, resolution, *shippedCatalog()->guidanceBook(), user, {}, limits))
    { }

    const StoryThing &account() const { return story.things.first(); }
    /// Of a method; one of which nothing is told where there is none.
    StoryThing of(const QString &method) const
    {
        const auto found =
            std::ranges::find_if(story.things, [&](const StoryThing &thing) { return thing.method == method; });
        return found == story.things.end() ? StoryThing{QStringLiteral("absent"), {}, {}, {}, {}, 0} : *found;
    }
    qint64 codeOf(Row row) const { return resolution[qsizetype(log->columns().shape(row))].code; }
    QList<qint64> stepsOf(size_t signIn) const
    {
        QList<qint64> codes;
        for (const Row row : story.signIns.at(signIn).steps)
            codes.append(codeOf(row));
        return codes;
    }
    /// "09:31:12"
    static QString clock(qint64 time)
    {
        return time == noTime ? QStringLiteral("-")
                              : QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(QStringLiteral("HH:mm:ss"));
    }
};

} // namespace evident
