#include "guidance.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct RelationName
{
    Relation relation = Relation::See;
    QLatin1StringView token;
};

constexpr std::array<RelationName, 7> relationNames{{
    {Relation::Success, "success"_L1},
    {Relation::Failure, "failure"_L1},
    {Relation::Locks, "locks"_L1},
    {Relation::Unlocks, "unlocks"_L1},
    {Relation::Before, "before"_L1},
    {Relation::After, "after"_L1},
    {Relation::See, "see"_L1},
}};

struct StateName
{
    StateNews news = StateNews::Locks;
    QLatin1StringView token;
};

constexpr std::array<StateName, 8> stateNames{{
    {StateNews::Locks, "locks"_L1},
    {StateNews::Locked, "locked"_L1},
    {StateNews::Unlocks, "unlocks"_L1},
    {StateNews::Unlocked, "unlocked"_L1},
    {StateNews::Disables, "disables"_L1},
    {StateNews::Disabled, "disabled"_L1},
    {StateNews::Enables, "enables"_L1},
    {StateNews::Enabled, "enabled"_L1},
}};

std::optional<StateOf> stateOfToken(const QString &token)
{
    if (token == "account"_L1)
        return StateOf::Account;
    if (token == "method"_L1)
        return StateOf::Method;
    return {};
}

/// Reads one entry of a file, member by member. What is wrong first is its problem.
class EntryReader
{
    Q_DECLARE_TR_FUNCTIONS(evident::GuidanceBook)

public:
    EntryReader(const QJsonObject &entry, const QString &group)
        : m_entry(entry)
    {
        m_guidance.group = group;
        readKey();
        refuseUnknown(m_entry,
                      {u"code"_s, u"kind"_s, u"describes"_s, u"meaning"_s, u"causes"_s, u"steps"_s, u"owner"_s,
                       u"method"_s, u"outcome"_s, u"related"_s, u"state"_s});
        m_guidance.describes = text(m_entry.value("describes"_L1), u"describes"_s);
        m_guidance.meaning = text(m_entry.value("meaning"_L1), u"meaning"_s);
        m_guidance.causes = texts(u"causes"_s);
        m_guidance.steps = texts(u"steps"_s);
        readFacts();
        readRelated();
        readStates();
    }

    const QString &problem() const noexcept { return m_problem; } ///< "" when nothing is wrong
    const Guidance &guidance() const noexcept { return m_guidance; }

private:
    void wrong(const QString &cause)
    {
        if (m_problem.isEmpty())
            m_problem = cause;
    }

    void refuseUnknown(const QJsonObject &object, const QStringList &known)
    {
        const QStringList keys = object.keys();
        for (const QString &key : keys) {
            if (!known.contains(key))
                wrong(tr("the key “%1” is not known").arg(visibleText(key)));
        }
    }

    qint64 code(const QJsonValue &value)
    {
        const qint64 code = value.toInteger(noCode);
        if (code < 0)
            wrong(tr("a code is not a whole number"));
        return code;
    }

    void readKey()
    {
        m_guidance.key.code = code(m_entry.value("code"_L1));
        const QString kind = m_entry.value("kind"_L1).toString(kindToken(Kind::User));
        const std::optional<Kind> read = kindFromToken(kind);
        if (!read || *read == Kind::None)
            wrong(tr("there is no kind “%1”").arg(visibleText(kind)));
        m_guidance.key.kind = read.value_or(Kind::User);
    }

    QString text(const QJsonValue &value, const QString &key)
    {
        QString text = value.toString();
        if (text.isEmpty())
            wrong(tr("“%1” has no text").arg(key));
        else if (text != text.trimmed() || text != visibleText(text))
            wrong(tr("“%1” has a text with blanks at an end, or with characters that cannot be seen").arg(key));
        return text;
    }

    QStringList texts(const QString &key)
    {
        if (!m_entry.value(key).isArray())
            wrong(tr("“%1” is not a list").arg(key));
        QStringList read;
        const QJsonArray list = m_entry.value(key).toArray();
        for (const auto &item : list)
            read.append(text(item, key));
        return read;
    }

    void readFacts()
    {
        const QString owner = m_entry.value("owner"_L1).toString();
        if (!ownerFromToken(owner))
            wrong(tr("there is no owner “%1”").arg(visibleText(owner)));
        m_guidance.owner = ownerFromToken(owner).value_or(Owner::Unknown);

        const QString outcome = m_entry.value("outcome"_L1).toString();
        m_guidance.outcome = outcomeFromToken(outcome).value_or(Outcome::Unknown);
        if (m_guidance.outcome == Outcome::Unknown)
            wrong(tr("there is no outcome “%1”").arg(visibleText(outcome)));

        const QJsonValue method = m_entry.value("method"_L1);
        if (!method.isString())
            wrong(tr("“%1” is not a text").arg(u"method"_s));
        m_guidance.method = method.toString();
    }

    void readRelated()
    {
        if (!m_entry.value("related"_L1).isObject())
            wrong(tr("“%1” is not an object of lists").arg(u"related"_s));
        const QJsonObject related = m_entry.value("related"_L1).toObject();
        QStringList known;
        for (const RelationName &name : relationNames) {
            known.append(name.token);
            const QJsonArray codes = related.value(name.token).toArray();
            if (related.contains(name.token) && codes.isEmpty())
                wrong(tr("“%1” is not a list").arg(name.token));
            for (const auto &value : codes)
                addRelated({{m_guidance.key.kind, code(value)}, name.relation});
        }
        refuseUnknown(related, known);
    }

    void readStates()
    {
        if (!m_entry.contains("state"_L1))
            return;
        const QJsonObject states = m_entry.value("state"_L1).toObject();
        if (states.isEmpty())
            wrong(tr("“%1” says nothing of any state").arg(u"state"_s));
        QStringList known;
        for (const StateName &name : stateNames) {
            known.append(name.token);
            if (!states.contains(name.token))
                continue;
            const QString token = states.value(name.token).toString();
            const std::optional<StateOf> of = stateOfToken(token);
            if (!of)
                wrong(tr("there is no thing “%1” that has a state").arg(visibleText(token)));
            m_guidance.states.append({name.news, of.value_or(StateOf::Account)});
        }
        refuseUnknown(states, known);
    }

    void addRelated(const RelatedCode &related)
    {
        const auto same = [&related](const RelatedCode &other) { return other.key == related.key; };
        if (related.key == m_guidance.key || std::any_of(m_guidance.related.cbegin(), m_guidance.related.cend(), same))
            wrong(tr("the related code %1 is there twice, or is the entry itself").arg(related.key.code));
        m_guidance.related.append(related);
    }

    static constexpr qint64 noCode = -1;
    QJsonObject m_entry;
    Guidance m_guidance;
    QString m_problem;
};

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::GuidanceBook)
};

} // namespace

QString relationToken(Relation relation)
{
    return relationNames.at(size_t(relation)).token;
}

QString stateToken(StateNews news)
{
    return stateNames.at(size_t(news)).token;
}

Result<void> GuidanceBook::read(const QByteArray &json, const QString &name)
{
    const auto unreadable = [&name](const QString &cause) {
        return Error{Messages::tr("The guidance file %1 cannot be read: %2.").arg(name, cause)};
    };
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (parse.error != QJsonParseError::NoError)
        return unreadable(parse.errorString());
    const QJsonObject root = document.object();
    QStringList keys = root.keys();
    keys.sort();
    if (keys != QStringList{u"about"_s, u"entries"_s, u"group"_s})
        return unreadable(Messages::tr("it is not an object of “about”, “group” and “entries”"));
    const QString group = root.value("group"_L1).toString();
    if (group.isEmpty() || root.value("about"_L1).toString().isEmpty() || !root.value("entries"_L1).isArray())
        return unreadable(Messages::tr("“about” or “group” has no text, or “entries” is not a list"));

    QHash<EventKey, Guidance> read = m_byKey;
    const QJsonArray entries = root.value("entries"_L1).toArray();
    for (const auto &value : entries) {
        const EntryReader entry(value.toObject(), group);
        const EventKey key = entry.guidance().key;
        const QString code = value.toObject().value("code"_L1).toVariant().toString();
        QString problem = entry.problem();
        if (problem.isEmpty() && read.contains(key))
            problem = Messages::tr("this code has guidance already");
        if (!problem.isEmpty())
            return Error{Messages::tr("The guidance file %1 is wrong about code “%2”: %3.").arg(name, code, problem)};
        read.insert(key, entry.guidance());
    }
    m_byKey = std::move(read);
    return {};
}

const Guidance *GuidanceBook::find(const EventKey &key) const
{
    const auto found = m_byKey.constFind(key);
    return found == m_byKey.cend() ? nullptr : &*found;
}

QList<EventKey> GuidanceBook::keys() const
{
    QList<EventKey> keys = m_byKey.keys();
    std::sort(keys.begin(), keys.end(), [](const EventKey &left, const EventKey &right) {
        return std::tie(left.code, left.kind) < std::tie(right.code, right.kind);
    });
    return keys;
}

} // namespace evident
