#pragma once

#include "catalogentry.h"
#include "result.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace evident {

/// How another code is related to an entry's.
enum class Relation : quint8 {
    Success, ///< the same thing, when it goes well
    Failure, ///< another way in which it goes wrong
    Locks,
    Unlocks,
    Before, ///< usually comes before it in the same sign-in
    After, ///< usually comes after it in the same sign-in
    See, ///< a look-alike: the same for another method, or the other half
};

/// The word of the guidance files and of machine-readable output; never translated.
QString relationToken(Relation relation);

struct RelatedCode
{
    EventKey key; ///< may be of a page that the catalog does not have
    Relation relation = Relation::See;
    bool operator==(const RelatedCode &) const = default;
};

/// What an event says of the state of a thing. Of each pair, the first is the change itself, the second finds it so.
enum class StateNews : quint8 { Locks, Locked, Unlocks, Unlocked, Disables, Disabled, Enables, Enabled };
enum class StateOf : quint8 {
    Account,
    Method, ///< the record's own; else the entry's
};

/// The word of the guidance files; never translated.
QString stateToken(StateNews news);

struct ToldState
{
    StateNews news = StateNews::Locks;
    StateOf of = StateOf::Account;
    bool operator==(const ToldState &) const = default;
};

/// What this project, not the vendor, says about one code: what it means at a help desk, and what to do.
struct Guidance
{
    EventKey key;
    QString group; ///< "approve", "hw-test" …: the file it stands in
    QString describes; ///< the vendor's description that it was written for
    QString meaning; ///< one to three sentences
    QStringList causes; ///< usual ones, most frequent first; may be empty where nothing has gone wrong
    QStringList steps; ///< what to do, in order; may be empty where nobody needs to act
    Owner owner = Owner::Unknown; ///< who can end the trouble first
    QString method; ///< "" when the event is about none
    Outcome outcome = Outcome::Unknown;
    QList<RelatedCode> related;
    QList<ToldState> states; ///< in the order of StateNews
    bool operator==(const Guidance &) const = default;
};

/// The guidance of all codes that have one. Immutable once read; shared by every reader, safe from any thread.
class GuidanceBook
{
public:
    /// Adds the guidance of one file (`resources/guidance/<group>.json`). Everything wrong in it is an error that names
    /// file, code and cause: a key nobody knows, a missing text, a code that is there already. Then nothing of the file
    /// is taken.
    Result<void> read(const QByteArray &json, const QString &name);

    const Guidance *find(const EventKey &key) const;
    QList<EventKey> keys() const; ///< sorted by code, then kind
    bool isEmpty() const { return m_byKey.isEmpty(); }

private:
    QHash<EventKey, Guidance> m_byKey;
};

} // namespace evident
