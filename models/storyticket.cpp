#include "storyticket.h"

#include "storymodel.h"
#include "storystatemodel.h"
#include "storywords.h"
#include "words.h"

#include <QCoreApplication>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::StoryTicket)
};

/// What a ticket can bear.
constexpr size_t mostRows = 10;
constexpr qsizetype mostSeen = 5;
/// What somebody may read on paper.
constexpr int mostReported = 50;
constexpr size_t mostReportedSteps = 10; ///< of a sign-in

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

/// The newest attempts: news of the account and sign-outs would take their place.
std::vector<const SignIn *> toldAttempts(const UserStory &story)
{
    std::vector<const SignIn *> attempts;
    attempts.reserve(mostRows);
    for (const SignIn &signIn : story.signIns) {
        if (signIn.isAttempt && attempts.size() < mostRows)
            attempts.push_back(&signIn);
    }
    return attempts;
}

QStringList headerOf(const QAbstractItemModel &model)
{
    QStringList titles;
    for (int column = 0; column < model.columnCount(); ++column)
        titles.append(model.headerData(column, Qt::Horizontal).toString());
    return titles;
}

QStringList textsOf(const QModelIndex &first, int role)
{
    QStringList texts;
    for (int column = 0; column < first.model()->columnCount(); ++column)
        texts.append(first.siblingAtColumn(column).data(role).toString());
    return texts;
}

Ticket stateSection(const std::shared_ptr<const ReadStory> &read)
{
    StoryStateModel model;
    model.setStory(read);
    Ticket section{Messages::tr("States as of the last event in this log"), {}, {}, headerOf(model), {}};
    for (int row = 0; row < model.rowCount(); ++row)
        section.rows.append(textsOf(model.index(row, 0), Qt::ToolTipRole)); // whole, where a cell is narrow
    return section;
}

/// Of a row of the story, as narrow as paper is: method and application stand behind what happened.
QStringList paperRow(const QStringList &texts)
{
    QStringList happened{texts[StoryModel::WhatColumn], texts[StoryModel::MethodColumn],
                         texts[StoryModel::ApplicationColumn]};
    happened.removeAll(QString());
    return {texts[StoryModel::TimeColumn], texts[StoryModel::OutcomeColumn], happened.join(u" · "_s),
            texts[StoryModel::TookColumn]};
}

/// A step stands under its sign-in. A table for paper has no tree: a mark leads to it.
void addSteps(Ticket &section, const ReadStory &read, const StoryModel &model, const QModelIndex &parent)
{
    const SignIn &signIn = *model.signInAt(parent);
    const auto shown = int(std::min(signIn.steps.size(), mostReportedSteps));
    if (const qint64 more = signIn.records - shown; more > 0)
        section.rows.append({{}, {}, Messages::tr("%Ln earlier record(s) are left out.", nullptr, int(more)), {}});
    const int all = model.rowCount(parent);
    for (int row = all - shown; row < all; ++row) {
        const QModelIndex step = model.index(row, 0, parent);
        const qint64 time = read.log->columns().time(*model.recordAt(step));
        QStringList texts = textsOf(step, Qt::DisplayRole);
        texts[StoryModel::TimeColumn].prepend(u"↳\u00a0"_s); // they stay together
        for (const int column : {StoryModel::MethodColumn, StoryModel::ApplicationColumn}) {
            if (texts.at(column) == parent.siblingAtColumn(column).data().toString())
                texts[column].clear(); // what differs is seen
        }
        const QString elapsed = elapsedText(signIn.begin, time);
        texts[StoryModel::TookColumn] = time == signIn.begin || elapsed.isEmpty()
            ? QString()
            : Messages::tr("after %1", "1: how long after a sign-in began").arg(elapsed);
        section.rows.append(paperRow(texts));
    }
}

/// They stand in the file alone, and are read from there of some records only.
QString devicesTitle(const UserStory &story)
{
    const int read = int(story.devicesReadOf);
    return read < story.records ? Messages::tr("Devices in the newest %Ln record(s)", nullptr, read)
                                : Messages::tr("Devices");
}

Ticket signInSection(const std::shared_ptr<const ReadStory> &read)
{
    StoryModel model;
    model.setStory(read);
    Ticket section{Messages::tr("Sign-ins and other events, newest first"), {}, {}, paperRow(headerOf(model)), {}};
    addSeen(section, Messages::tr("Addresses"), read->story.addresses);
    addSeen(section, devicesTitle(read->story), read->story.devices);
    const int shown = std::min(model.rowCount(), mostReported);
    for (int row = 0; row < shown; ++row) {
        const QModelIndex signIn = model.index(row, 0);
        section.rows.append(paperRow(textsOf(signIn, Qt::DisplayRole)));
        if (model.signInAt(signIn)->records > 1)
            addSteps(section, *read, model, signIn);
    }
    if (const qint64 more = read->story.signInCount - shown; more > 0)
        section.sentences.append(
            Messages::tr("The newest ones are listed, and %Ln more are left out.", nullptr, int(more)));
    return section;
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
    addSeen(ticket, devicesTitle(story), story.devices);
    ticket.columns = {Messages::tr("Time"), Messages::tr("Outcome"), Messages::tr("What happened"),
                      Messages::tr("Method"), Messages::tr("Application")};
    for (const SignIn *signIn : toldAttempts(story)) {
        ticket.rows.append({read.timeText(signIn->begin), outcomeWord(signIn->outcome),
                            recordLine(read, signIn->telling), signIn->method, signIn->application});
    }
    return ticket;
}

std::vector<Row> ticketRows(const ReadStory &read)
{
    std::vector<Row> rows = read.story.deviceRows;
    rows.reserve(rows.size() + mostRows);
    for (const SignIn *signIn : toldAttempts(read.story))
        rows.push_back(signIn->telling);
    return rows;
}

QList<Ticket> reportSections(const std::shared_ptr<const ReadStory> &read)
{
    const QString &name = read->story.user.isEmpty() ? read->asked : read->story.user;
    QList<Ticket> sections{{Messages::tr("User %1").arg(name), {}, {storyHeading(*read)}, {}, {}}};
    sections.first().sentences += storyRemarks(*read);
    if (read->story.records > 0)
        sections += {stateSection(read), signInSection(read)};
    return sections;
}

} // namespace evident
