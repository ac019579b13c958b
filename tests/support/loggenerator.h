#pragma once

#include "eventrandom.h"
#include "signinstory.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <queue>
#include <vector>

namespace evident {

/// What a rule of the triage is to find, and when it begins; see incidentStory().
struct PlantedIncident
{
    QString rule; ///< its id
    QDateTime time;
};

/// What a log is made from. Equal options make equal bytes, on every machine.
struct LogGeneratorOptions
{
    quint64 seed = 1;
    qint64 records = 1000;
    QDateTime firstTime{QDate(2026, 1, 14), QTime(6, 0), Qt::UTC};
    int intervalMs = 60'000; ///< mean pause between two sign-ins in working hours; at night it is many times as long
    QDateTime storyTime; ///< when jdoe@example.com begins to be unable to sign in; invalid: that never happens
    bool oddities = true; ///< descriptions in other words or another form than the catalog's
    int people = 40; ///< that the company has
    QList<PlantedIncident> incidents; ///< in the order of time
    /// Not 0: ordinary sign-ins are such that no rule finds anything in them; of what counts in numbers only, one in so
    /// many is left.
    int calm = 0;
    qint64 firstNumber = 0; ///< of the first record: where a log goes on that was begun elsewhere
};

/// One user event, all of its facts. An empty text is a fact that the record does not have.
struct GeneratedEvent
{
    qint64 number = 0; ///< counted in the order of time
    qint64 time = 0; ///< ms since 1970, UTC
    int code = 0;
    QString level;
    QString category;
    QString description;
    QString user;
    QString address;
    QString application;
    QString method;
    QString device;
    QString deviceId;
    QString policy;
    QString assurance;
    QString transaction;
    QString activity;
};

/// Makes up the sign-ins of a company, in the order of time and one after another, so that a log may have any length.
/// Codes, levels and descriptions are the catalog page's: the program that uses this links evident_resources.
class LogGenerator
{
public:
    explicit LogGenerator(const LogGeneratorOptions &options);

    GeneratedEvent next();

    /// A time not long after the end of nearly every log of so many records that begins at `time`, both in ms since
    /// 1970: where the next piece of a log that is made in pieces may begin.
    static qint64 timeBehind(qint64 time, qint64 records, int intervalMs);

private:
    struct CodeText
    {
        QString level;
        QString category;
        QString description;
    };
    struct Later
    {
        bool operator()(const GeneratedEvent &left, const GeneratedEvent &right) const
        {
            return left.time != right.time ? left.time > right.time : left.number > right.number;
        }
    };

    void readCatalogPage();
    void beginSignIn();
    void beginPlantedStory();
    void beginIncidents();
    void schedule(const SignInStory &story, int person, qint64 start, const QString &application,
                  const QString &address);
    QString describe(int code);
    qint64 pauseAfter(qint64 time);

    LogGeneratorOptions m_options;
    EventRandom m_random;
    QHash<int, CodeText> m_texts;
    std::priority_queue<GeneratedEvent, std::vector<GeneratedEvent>, Later> m_scheduled;
    qint64 m_nextStart = 0;
    qint64 m_storyTime = -1; ///< -1: no story, or already told
    qsizetype m_nextIncident = 0;
    qint64 m_scheduledCount = 0;
    qint64 m_count = 0; ///< the next record's number
};

} // namespace evident
