#pragma once

#include "guidance.h"
#include "log.h"
#include "resolution.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <stop_token>
#include <vector>

namespace evident {

/// A record and when it was.
struct StoryMoment
{
    qint64 time = noTime; ///< ms UTC
    Row row = 0;
    bool operator==(const StoryMoment &) const = default;
};

/// What a log tells of one property of a thing: as of its last event, by the records that say so and by nothing else.
struct StoryFact
{
    enum class Answer : quint8 {
        Untold, ///< no record says anything; not the same as No
        Yes,
        No,
        Contradicted, ///< records of one and the same time say both
    };
    Answer answer = Answer::Untold;
    bool changed = false; ///< `told` is the change itself; otherwise it found things so, and since when is not told
    StoryMoment told; ///< the first that says so since anything else was said
    StoryMoment last; ///< the last that does
    std::optional<StoryMoment> contrary; ///< of a contradiction: what says the opposite of `told`
    bool operator==(const StoryFact &) const = default;
};

/// The account, or a method that the user's records name. Each has a state of its own.
struct StoryThing
{
    QString method; ///< "" for the account
    StoryFact locked;
    StoryFact enabled; ///< of a method: registered
    std::optional<StoryMoment> lastSuccess;
    std::optional<StoryMoment> lastFailure;
    qint64 failures = 0; ///< since the last success; of the account: sign-ins
    bool operator==(const StoryThing &) const = default;
};

/// Records of one transaction or, where they name none, records with but short pauses between them.
struct SignIn
{
    quint64 transaction = 0; ///< 0: none is named
    qint64 begin = noTime; ///< of its first and its last record that have a time
    qint64 end = noTime;
    /// That of its last decisive record: one sign-in writes several codes. Unknown also where records without a time
    /// disagree.
    Outcome outcome = Outcome::Unknown;
    bool isAttempt = false; ///< somebody tried to get in; otherwise it is news of the account, a sign-out …
    Row decisive = 0; ///< what tells the outcome; the last record where none does
    /// What tells most: of a failure the last one that names a cause, before those that only say that all has failed;
    /// else the decisive one.
    Row telling = 0;
    QString method; ///< the one that decided
    QString application;
    qint64 records = 0;
    std::vector<Row> steps; ///< in the order of time; of very many, the last ones
};

/// Where a user was seen.
struct StorySeen
{
    QString value;
    qint64 records = 0;
    bool operator==(const StorySeen &) const = default;
};

/// What a log tells of one user. Order and repetition of its records make no difference.
struct UserStory
{
    QString user; ///< as most of the records spell the name; "" when the log does not have the user
    QStringList otherNames; ///< of the records: the same name with a domain
    qint64 asOf = noTime; ///< when the log's last event was
    qint64 begin = noTime; ///< of the user's records
    qint64 end = noTime;
    qint64 records = 0; ///< counted once each
    qint64 repeated = 0; ///< that are there again
    qint64 withoutTime = 0; ///< of `records`; they say nothing of a state, for nobody knows when they were
    qint64 errors = 0;
    QList<StoryThing> things; ///< the account first, then the methods by name; locked ones stay of very many
    qint64 moreMethods = 0; ///< that are not among them
    qint64 attempts = 0;
    qint64 failedAttempts = 0;
    qint64 signInCount = 0; ///< all of them, attempts and others
    std::vector<SignIn> signIns; ///< newest first, no more than StoryLimits::signIns
    QList<StorySeen> addresses; ///< most frequent first, no more than StoryLimits::seen
    qint64 addressCount = 0; ///< all of them
    QList<StorySeen> devices; ///< of the newest records, likewise
    qint64 devicesReadOf = 0; ///< how many these are
    std::vector<Row> deviceRows; ///< of them, one for each device
};

/// What of a story is kept: as much as somebody may read. Counts and states are of all records.
struct StoryLimits
{
    size_t signIns = 500;
    size_t steps = 100; ///< of a sign-in
    qsizetype methods = 50;
    qsizetype seen = 50; ///< addresses, devices
    size_t deviceRecords = 200; ///< devices stand in the file alone, and are read from there
};

/// Records of a user without a transaction are one sign-in while no pause between them is longer: a push waits a
/// minute for its answer, and a RADIUS client or a slow person takes not much more before the next step.
inline constexpr qint64 signInGapMs = 120'000;

/// Reads the log's columns, and its file for the devices. Blocking: never on the GUI thread. When stopped, of no use.
UserStory userStory(const Log &log, const Resolution &resolution, const GuidanceBook &guidance, const QString &user,
                    const std::stop_token &stop = {}, const StoryLimits &limits = {});

} // namespace evident
