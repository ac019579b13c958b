#include "storystatemodel.h"

#include "storyroles.h"
#include "storywords.h"

#include <utility>

namespace evident {

namespace {

using Answer = StoryFact::Answer;

const StoryFact &factOf(const StoryThing &thing, int column)
{
    return column == StoryStateModel::LockColumn ? thing.locked : thing.enabled;
}

bool isFact(int column)
{
    return column == StoryStateModel::LockColumn || column == StoryStateModel::EnabledColumn;
}

bool isGood(const StoryThing &thing, int column)
{
    return factOf(thing, column).answer == (column == StoryStateModel::LockColumn ? Answer::No : Answer::Yes);
}

Severity severityOfFact(const StoryThing &thing, int column)
{
    switch (factOf(thing, column).answer) {
    case Answer::Untold:
        return Severity::Unknown;
    case Answer::Contradicted:
        return Severity::Warning;
    case Answer::Yes:
    case Answer::No:
        break;
    }
    return isGood(thing, column) ? Severity::Notice : Severity::Error;
}

/// The shape of what is told; of what is not, that of the severity.
QVariant outcomeOfFact(const StoryThing &thing, int column)
{
    const Answer answer = factOf(thing, column).answer;
    if (answer != Answer::Yes && answer != Answer::No)
        return {};
    return int(isGood(thing, column) ? Outcome::Success : Outcome::Failure);
}

} // namespace

StoryStateModel::StoryStateModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void StoryStateModel::setStory(std::shared_ptr<const ReadStory> story)
{
    beginResetModel();
    m_read = std::move(story);
    endResetModel();
}

int StoryStateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_read ? 0 : int(m_read->story.things.size());
}

int StoryStateModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString StoryStateModel::textOf(const StoryThing &thing, int column) const
{
    switch (column) {
    case ThingColumn:
        return thingWord(thing);
    case LockColumn:
        return lockText(*m_read, thing);
    case EnabledColumn:
        return enabledText(*m_read, thing);
    case SuccessColumn:
        return momentWord(*m_read, thing.lastSuccess);
    default:
        break;
    }
    const QString last = momentWord(*m_read, thing.lastFailure);
    return thing.failures > 1 ? tr("%1, %Ln since the last success", "1: a time", int(thing.failures)).arg(last) : last;
}

/// As a narrow cell has it: the word, and when the record was that tells it.
QString StoryStateModel::shortText(const StoryThing &thing, int column) const
{
    if (column == ThingColumn)
        return thingWord(thing);
    const std::optional<StoryMoment> moment = evidence(thing, column);
    const QString time = moment ? shortTime(*m_read, moment->time) : QString();
    if (!isFact(column))
        return moment ? time : tr("none");
    const QString word = column == LockColumn ? lockWord(thing.locked) : enabledWord(thing);
    return moment ? tr("%1, %2", "a state, a time").arg(word, time) : word;
}

std::optional<StoryMoment> StoryStateModel::evidence(const StoryThing &thing, int column) const
{
    switch (column) {
    case LockColumn:
    case EnabledColumn:
        return evidenceOf(factOf(thing, column), isGood(thing, column));
    case SuccessColumn:
        return thing.lastSuccess;
    case FailureColumn:
        return thing.lastFailure;
    default:
        return {};
    }
}

QVariant StoryStateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StoryThing &thing = m_read->story.things.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shortText(thing, column);
    case Qt::ToolTipRole: // for views that show plain text
        return textOf(thing, column);
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3", "a thing, a property, its state")
            .arg(thingWord(thing), headerData(column, Qt::Horizontal).toString(), textOf(thing, column));
    case StoryRowRole:
        if (const std::optional<StoryMoment> moment = evidence(thing, column))
            return qint64(moment->row);
        return {};
    case StoryChipRole:
        return isFact(column);
    case StoryMutedRole:
        return !isFact(column) && column != ThingColumn && !evidence(thing, column);
    case SeverityRole:
        return isFact(column) ? QVariant(int(severityOfFact(thing, column))) : QVariant();
    case OutcomeRole:
        return isFact(column) ? outcomeOfFact(thing, column) : QVariant();
    default:
        return {};
    }
}

QVariant StoryStateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ThingColumn:
        return tr("What");
    case LockColumn:
        return tr("Lock");
    case EnabledColumn:
        return tr("Enabled");
    case SuccessColumn:
        return tr("Last success");
    case FailureColumn:
        return tr("Last failure");
    default:
        return {};
    }
}

} // namespace evident
