#pragma once

#include <QList>
#include <QString>

namespace evident {

class EventRandom;

/// One event of a sign-in.
struct StoryStep
{
    int afterMs = 0; ///< counted from the step before
    int code = 0;
    QString method; ///< empty: the event has none
    bool operator==(const StoryStep &) const = default;
};

/// What happens when somebody signs in, or tries to: events in their order that share a transaction.
struct SignInStory
{
    QList<StoryStep> steps;
    bool withUser = true; ///< false for the rare event that names nobody
    bool withApplication = true;
    bool operator==(const SignInStory &) const = default;
};

/// Whether an ordinary sign-in is one that a rule of the triage says something about: either of each of its kind, or
/// when there are many; of these one in `kept` is not loud.
bool isLoud(const SignInStory &story, EventRandom &random, int kept);
/// A sign-in of which there is nothing to say.
SignInStory quietStory();

/// An ordinary day's sign-in, most of them good, for somebody who usually answers with `method`.
SignInStory ordinaryStory(EventRandom &random, const QString &method);

/// A sign-in that does not belong to an ordinary day. They are planted one after another to tell how somebody is locked
/// out.
struct PlantedStory
{
    qint64 afterMs = 0; ///< counted from the story's start
    SignInStory story;
    QString application;
    QString address;
    int person = 0; ///< jdoe@example.com
};

/// Pushes that nobody answers, then pushes that are denied, then wrong codes until the authenticator is locked.
QList<PlantedStory> lockOutStory();

} // namespace evident
