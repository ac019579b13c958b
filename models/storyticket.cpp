#include "storyticket.h"

#include "storymodel.h"
#include "storywords.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::StoryTicket)
};

/// What a ticket can bear.
constexpr size_t mostRows = 10;
constexpr qsizetype mostSeen = 5;

bool isTold(const StoryFact &fact)
{
    return fact.answer != StoryFact::Answer::Untold;
}

void addState(Ticket &ticket, const ReadStory &read, const StoryThing &thing)
{
    if (thing.method.isEmpty() || isTold(thing.locked))
        ticket.facts.append(
            {Messages::tr("%1, lock", "1: account or method").arg(thingWord(thing)), lockText(read, thing)});
    if (thing.method.isEmpty() || isTold(thing.enabled))
        ticket.facts.append(
            {Messages::tr("%1, enabled", "1: account or method").arg(thingWord(thing)), enabledText(read, thing)});
}

void addSeen(Ticket &ticket, const QString &name, const QList<StorySeen> &seen)
{
    QStringList values;
    for (const StorySeen &one : seen.first(std::min(mostSeen, seen.size())))
        values.append(one.value);
    if (!values.isEmpty())
        ticket.facts.append({name, values.join(QStringLiteral(", "))});
}

} // namespace

Ticket ticketOf(const ReadStory &read)
{
    const UserStory &story = read.story;
    Ticket ticket;
    ticket.title = story.user;
    ticket.sentences = {storyHeading(read)};
    for (const StoryThing &thing : story.things)
        addState(ticket, read, thing);
    if (!story.things.isEmpty()) {
        ticket.facts.append({Messages::tr("Last success"), momentWord(read, story.things.first().lastSuccess)});
        ticket.facts.append({Messages::tr("Last failure"), momentWord(read, story.things.first().lastFailure)});
    }
    addSeen(ticket, Messages::tr("Addresses"), story.addresses);
    addSeen(ticket, Messages::tr("Devices"), story.devices);
    ticket.columns = {Messages::tr("Time"), Messages::tr("Outcome"), Messages::tr("What happened"),
                      Messages::tr("Method"), Messages::tr("Application")};
    for (const SignIn &signIn : story.signIns) {
        if (size_t(ticket.rows.size()) == mostRows)
            break;
        if (signIn.isAttempt)
            ticket.rows.append({read.timeText(signIn.begin), outcomeWord(signIn.outcome),
                                recordLine(read, signIn.telling), signIn.method, signIn.application});
    }
    return ticket;
}

} // namespace evident
