#include "storywords.h"

#include "durationtext.h"
#include "rowcells.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::StoryWords)
};

using Answer = StoryFact::Answer;

/// A record's time and code.
QString whenAndBy(const ReadStory &read, const StoryMoment &moment)
{
    const QString code = read.codeText(moment.row);
    const QString time = read.timeText(moment.time);
    return code.isEmpty() ? time : Messages::tr("%1 (%2)", "a time and the event's code").arg(time, code);
}

QString factText(const ReadStory &read, const StoryFact &fact, const QString &word, bool isGood)
{
    const std::optional<StoryMoment> evidence = evidenceOf(fact, isGood);
    if (!evidence)
        return word;
    const QString when = whenAndBy(read, *evidence);
    if (fact.answer == Answer::Contradicted)
        return Messages::tr("%1: records of %2 say both", "1: contradictory").arg(word, when);
    if (fact.changed)
        return Messages::tr("%1 since %2").arg(word, when);
    return isGood ? Messages::tr("%1, seen at %2").arg(word, when)
                  : Messages::tr("%1 at the latest since %2").arg(word, when);
}

QString untold()
{
    return Messages::tr("this log does not tell");
}

QString contradictory()
{
    return Messages::tr("contradictory");
}

/// The first few.
QString namesText(const QStringList &names)
{
    constexpr qsizetype mostNames = 5;
    QStringList shown;
    for (const QString &name : names.first(std::min(mostNames, names.size())))
        shown.append(visibleText(name));
    if (names.size() > mostNames)
        shown.append(QStringLiteral("…"));
    return shown.join(u", "_s);
}

} // namespace

QString thingWord(const StoryThing &thing)
{
    return thing.method.isEmpty() ? Messages::tr("Account") : RowCells::shown(thing.method);
}

QString lockWord(const StoryFact &locked)
{
    switch (locked.answer) {
    case Answer::Yes:
        return Messages::tr("locked");
    case Answer::No:
        return Messages::tr("not locked");
    case Answer::Contradicted:
        return contradictory();
    case Answer::Untold:
        break;
    }
    return untold();
}

QString enabledWord(const StoryThing &thing)
{
    const bool isAccount = thing.method.isEmpty();
    switch (thing.enabled.answer) {
    case Answer::Yes:
        return isAccount ? Messages::tr("enabled") : Messages::tr("set up", "of a method");
    case Answer::No:
        return isAccount ? Messages::tr("disabled") : Messages::tr("disabled or removed", "of a method");
    case Answer::Contradicted:
        return contradictory();
    case Answer::Untold:
        break;
    }
    return untold();
}

std::optional<StoryMoment> evidenceOf(const StoryFact &fact, bool isGood)
{
    if (fact.answer == Answer::Untold)
        return {};
    // Since when things are well is told by a change alone; that they were well, best by the last who saw it.
    const bool last = isGood && !fact.changed && fact.answer != Answer::Contradicted;
    return last ? fact.last : fact.told;
}

QString lockText(const ReadStory &read, const StoryThing &thing)
{
    return factText(read, thing.locked, lockWord(thing.locked), thing.locked.answer == Answer::No);
}

QString enabledText(const ReadStory &read, const StoryThing &thing)
{
    return factText(read, thing.enabled, enabledWord(thing), thing.enabled.answer == Answer::Yes);
}

QString momentWord(const ReadStory &read, const std::optional<StoryMoment> &moment)
{
    return moment ? whenAndBy(read, *moment) : Messages::tr("none in this log");
}

QString shortTime(const ReadStory &read, qint64 time)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time, read.zone);
    const bool isLastDay = moment.date() == QDateTime::fromMSecsSinceEpoch(read.story.asOf, read.zone).date();
    return moment.toString(isLastDay ? u"HH:mm:ss"_s : u"yyyy-MM-dd HH:mm"_s);
}

QString elapsedText(qint64 begin, qint64 end)
{
    if (begin == noTime || end == noTime)
        return {};
    constexpr qint64 secondMs = 1000;
    constexpr qint64 minuteMs = 60 * secondMs;
    const qint64 took = end - begin;
    if (took < minuteMs)
        return Messages::tr("%1 s", "seconds").arg(QLocale().toString(double(took) / secondMs, 'f', 1));
    return durationText(took);
}

QString storyHeading(const ReadStory &read)
{
    const UserStory &story = read.story;
    if (story.records == 0)
        return Messages::tr("This log has no record of this user.");
    const QString counts = Messages::tr("%Ln record(s)", "of a user", int(story.records)) + u", "_s
        + Messages::tr("%Ln error(s)", "of a user", int(story.errors)) + u", "_s
        + Messages::tr("%Ln sign-in(s)", "of a user", int(story.attempts)) + u", "_s
        + Messages::tr("%Ln of them failed", "sign-ins", int(story.failedAttempts));
    if (story.asOf == noTime)
        return Messages::tr("No record of this log has a time: %1.", "1: counts").arg(counts);
    return Messages::tr("As of the last event in this log, %1: %2.", "2: counts")
        .arg(read.timeText(story.asOf), counts);
}

QStringList storyRemarks(const ReadStory &read)
{
    const UserStory &story = read.story;
    QStringList remarks;
    if (!story.otherNames.isEmpty())
        remarks.append(Messages::tr("Among these are the records of %1.", "names").arg(namesText(story.otherNames)));
    if (story.repeated > 0)
        remarks.append(
            Messages::tr("%Ln repeated record(s) of this user are counted once.", nullptr, int(story.repeated)));
    if (story.withoutTime > 0)
        remarks.append(
            Messages::tr("%Ln record(s) have no time and say nothing of a state.", nullptr, int(story.withoutTime)));
    if (story.moreMethods > 0)
        remarks.append(Messages::tr("%Ln more method(s) are not shown.", nullptr, int(story.moreMethods)));
    return remarks;
}

QString moreSignInsText(const ReadStory &read)
{
    const UserStory &story = read.story;
    const auto shown = qint64(story.signIns.size());
    if (story.signInCount <= shown)
        return {};
    return Messages::tr("The newest %1 of %2 sign-ins and other events are shown; “Records of this user” "
                        "has all of them.")
        .arg(QLocale().toString(shown), QLocale().toString(story.signInCount));
}

} // namespace evident
