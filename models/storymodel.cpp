#include "storymodel.h"

#include "rowcells.h"
#include "storyroles.h"
#include "storywords.h"
#include "transactionquery.h"
#include "words.h"

#include <QDateTime>
#include <QLocale>

#include <utility>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

QString outcomeText(const SignIn &signIn)
{
    if (!signIn.isAttempt && signIn.outcome != Outcome::Failure)
        return {};
    if (signIn.outcome == Outcome::Pending)
        return StoryModel::tr("not finished", "outcome of a sign-in");
    const QString word = outcomeWord(signIn.outcome);
    return word.isEmpty() ? StoryModel::tr("not told", "outcome of a sign-in") : word;
}

Severity severityOfOutcome(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Failure:
        return Severity::Error;
    case Outcome::Pending:
        return Severity::Warning;
    case Outcome::Success:
        return Severity::Notice;
    case Outcome::None:
    case Outcome::Unknown:
        break;
    }
    return Severity::Info;
}

QString wholeSeconds(const ReadStory &read, qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, read.zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

/// Of a step: the day stands at its sign-in.
QString clockText(const ReadStory &read, qint64 time)
{
    return QDateTime::fromMSecsSinceEpoch(time, read.zone).toString(u"HH:mm:ss.zzz"_s);
}

} // namespace

StoryModel::StoryModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

void StoryModel::setStory(std::shared_ptr<const ReadStory> story)
{
    beginResetModel();
    m_read = std::move(story);
    endResetModel();
}

const SignIn *StoryModel::signInAt(const QModelIndex &index) const
{
    if (!m_read || !index.isValid())
        return nullptr;
    const size_t at = isSignIn(index) ? size_t(index.row()) : size_t(index.internalId() - 1);
    return at < m_read->story.signIns.size() ? &m_read->story.signIns[at] : nullptr;
}

bool StoryModel::hasRest(const SignIn &signIn) const
{
    return signIn.records > qint64(signIn.steps.size());
}

bool StoryModel::isRest(const QModelIndex &index) const
{
    const SignIn *signIn = signInAt(index);
    return signIn && !isSignIn(index) && index.row() == 0 && hasRest(*signIn);
}

std::optional<Row> StoryModel::recordAt(const QModelIndex &index) const
{
    const SignIn *signIn = signInAt(index);
    if (!signIn)
        return {};
    if (isSignIn(index) || isRest(index))
        return signIn->telling;
    return signIn->steps.at(size_t(index.row() - (hasRest(*signIn) ? 1 : 0)));
}

QModelIndex StoryModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex StoryModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || isSignIn(child))
        return {};
    return createIndex(int(child.internalId() - 1), 0, quintptr(0));
}

int StoryModel::rowCount(const QModelIndex &parent) const
{
    if (!m_read)
        return 0;
    if (!parent.isValid())
        return int(m_read->story.signIns.size());
    if (!isSignIn(parent) || parent.column() != 0)
        return 0;
    const SignIn &signIn = *signInAt(parent);
    return int(signIn.steps.size()) + (hasRest(signIn) ? 1 : 0);
}

int StoryModel::columnCount(const QModelIndex &) const
{
    return int(ColumnCount);
}

QString StoryModel::signInText(const SignIn &signIn, int column) const
{
    switch (column) {
    case TimeColumn:
        return signIn.begin == noTime ? tr("no time") : wholeSeconds(*m_read, signIn.begin);
    case OutcomeColumn:
        return outcomeText(signIn);
    case WhatColumn:
        return recordLine(*m_read, signIn.telling);
    case MethodColumn:
        return RowCells::shown(signIn.method);
    case ApplicationColumn:
        return RowCells::shown(signIn.application);
    default:
        return signIn.records > 1 ? elapsedText(signIn.begin, signIn.end) : QString();
    }
}

QString StoryModel::stepText(const SignIn &signIn, Row row, int column) const
{
    const qint64 time = m_read->log->columns().time(row);
    switch (column) {
    case TimeColumn:
        return time == noTime ? tr("no time") : clockText(*m_read, time);
    case OutcomeColumn:
        return severityWord(severityOf(m_read->eventOf(row).level));
    case WhatColumn:
        return recordLine(*m_read, row);
    case MethodColumn:
        return m_read->methodOf(row);
    case ApplicationColumn:
        return m_read->applicationOf(row);
    default:
        return time == noTime || time == signIn.begin ? QString() : u"+"_s + elapsedText(signIn.begin, time);
    }
}

QString StoryModel::restText(const SignIn &signIn, int column) const
{
    const qint64 rest = signIn.records - qint64(signIn.steps.size());
    return column == WhatColumn ? tr("%Ln earlier record(s) are not shown here: show all of them", nullptr, int(rest))
                                : QString();
}

QString StoryModel::textOf(const QModelIndex &index) const
{
    const SignIn &signIn = *signInAt(index);
    if (isSignIn(index))
        return signInText(signIn, index.column());
    return isRest(index) ? restText(signIn, index.column()) : stepText(signIn, *recordAt(index), index.column());
}

QVariant StoryModel::lookOf(const QModelIndex &index, int role) const
{
    const SignIn &signIn = *signInAt(index);
    if (isRest(index))
        return {};
    const bool isChip = isSignIn(index) && !outcomeText(signIn).isEmpty();
    if (role == StoryChipRole)
        return index.column() == OutcomeColumn && (isChip || !isSignIn(index));
    if (!isSignIn(index)) {
        if (role == SeverityRole)
            return int(severityOf(m_read->eventOf(*recordAt(index)).level));
        return {}; // the shape of the level
    }
    if (role == SeverityRole)
        return int(severityOfOutcome(signIn.outcome));
    return isChip && signIn.outcome != Outcome::Unknown ? QVariant(int(signIn.outcome)) : QVariant();
}

QVariant StoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index);
    case StoryChipRole:
    case SeverityRole:
    case OutcomeRole:
        return lookOf(index, role);
    case StoryMutedRole:
        return !isSignIn(index) && index.column() != WhatColumn;
    case StoryRowRole:
        return qint64(*recordAt(index));
    case Qt::TextAlignmentRole:
        return index.column() == TookColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    default:
        return {};
    }
}

QVariant StoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == TookColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case OutcomeColumn:
        return tr("Outcome");
    case WhatColumn:
        return tr("What happened");
    case MethodColumn:
        return tr("Method");
    case ApplicationColumn:
        return tr("Application");
    case TookColumn:
        return tr("Took");
    default:
        return {};
    }
}

QString recordLine(const ReadStory &read, Row row)
{
    const QString code = read.codeText(row);
    const QString description = read.description(row);
    if (code.isEmpty() || description.isEmpty())
        return code + description;
    return code + u"  "_s + description;
}

Query queryOfUser(const QString &user)
{
    return Query({{Term{Field::User, {}, false, {TextValue{user}}}}});
}

Query queryOf(const ReadStory &read, const SignIn &signIn)
{
    if (signIn.begin == noTime)
        return queryOfUser(read.story.user);
    return signInQuery(read.story.user, signIn.begin, signIn.end);
}

} // namespace evident
