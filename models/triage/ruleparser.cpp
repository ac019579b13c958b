#include "ruleset.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr int mostMinutes = 366 * 24 * 60;
constexpr int mostThreshold = 1'000'000;
constexpr int mostTimesUsual = 1000;
constexpr qsizetype mostCodes = 1000;
constexpr qsizetype mostTextLength = 2000;

constexpr auto codesKey = "codes"_L1;
constexpr auto windowKey = "windowMinutes"_L1;
constexpr auto severityKey = "severity"_L1;
constexpr auto thenKey = "then"_L1;
constexpr auto unlessFirstKey = "unlessFirst"_L1;
constexpr auto wordsKey = "words"_L1;

const QList<std::pair<QString, Rule::Kind>> &kinds()
{
    static const QList<std::pair<QString, Rule::Kind>> list{{u"count"_s, Rule::Kind::Count},
                                                            {u"distinct-users"_s, Rule::Kind::DistinctUsers},
                                                            {u"unseen-code"_s, Rule::Kind::UnseenCode},
                                                            {u"unknown-code"_s, Rule::Kind::UnknownCode}};
    return list;
}

const QList<std::pair<QString, Rule::Key>> &keys()
{
    static const QList<std::pair<QString, Rule::Key>> list{{u"none"_s, Rule::Key::None},
                                                           {u"user"_s, Rule::Key::User},
                                                           {u"address"_s, Rule::Key::Address},
                                                           {u"application"_s, Rule::Key::Application}};
    return list;
}

/// Reads one rule; the first thing wrong is kept, with the path of keys that leads to it.
class RuleReader
{
    Q_DECLARE_TR_FUNCTIONS(evident::RuleSet)

public:
    explicit RuleReader(QJsonObject root)
        : m_root(std::move(root))
    {
        readId();
        m_rule.kind = choice(m_root, "kind"_L1, kinds());
        m_rule.severity = severity(m_root, {});
        const bool ofCodes = m_rule.kind == Rule::Kind::Count || m_rule.kind == Rule::Kind::DistinctUsers;
        QStringList known{u"id"_s, u"kind"_s, severityKey, wordsKey, u"coveredBy"_s};
        if (ofCodes)
            readCounting(known);
        if (m_rule.kind == Rule::Kind::UnseenCode) {
            known.append(u"hoursBefore"_s);
            m_rule.hoursBefore = int(number(m_root, {}, "hoursBefore"_L1, 1, mostMinutes));
        }
        readCoveredBy();
        readWords();
        refuseUnknown(m_root, {}, known);
    }

    const Rule &rule() const { return m_rule; }
    const QString &problem() const { return m_problem; }

private:
    void wrong(const QString &place, const QString &cause)
    {
        if (m_problem.isEmpty())
            m_problem =
                place.isEmpty() ? cause : tr("at “%1”, %2", "1: a place in a file, 2: a cause").arg(place, cause);
    }

    static QString placeOf(const QString &parent, QLatin1StringView key)
    {
        return parent.isEmpty() ? QString(key) : parent + u'.' + key;
    }

    void refuseUnknown(const QJsonObject &object, const QString &place, const QStringList &known)
    {
        for (const QString &key : object.keys()) {
            if (!known.contains(key))
                wrong(place, tr("the key “%1” is not known").arg(visibleText(key)));
        }
    }

    template <typename Enum>
    Enum choice(const QJsonObject &object, QLatin1StringView key, const QList<std::pair<QString, Enum>> &names)
    {
        const QString name = object.value(key).toString();
        QStringList all;
        for (const auto &[token, value] : names) {
            if (token == name)
                return value;
            all.append(token);
        }
        wrong(key, tr("the value is none of: %1").arg(all.join(u", "_s)));
        return names.first().second;
    }

    qint64 number(const QJsonObject &object, const QString &parent, QLatin1StringView key, qint64 least, qint64 most)
    {
        const qint64 value = object.value(key).toInteger(std::numeric_limits<qint64>::min());
        if (value >= least && value <= most)
            return value;
        wrong(placeOf(parent, key), tr("the value is not a whole number from %1 to %2").arg(least).arg(most));
        return least;
    }

    bool flag(const QJsonObject &object, const QString &parent, QLatin1StringView key)
    {
        if (object.contains(key) && !object.value(key).isBool())
            wrong(placeOf(parent, key), tr("the value is neither true nor false"));
        return object.value(key).toBool();
    }

    Severity severity(const QJsonObject &object, const QString &parent)
    {
        const Severity read = severityOf(object.value(severityKey).toString());
        if (read == Severity::Unknown)
            wrong(placeOf(parent, severityKey),
                  tr("the value is none of: %1").arg(u"critical, error, warning, notice, info"_s));
        return read;
    }

    QString text(const QJsonObject &object, const QString &parent, QLatin1StringView key)
    {
        QString read = object.value(key).toString();
        if (read.isEmpty() || read.size() > mostTextLength || read != read.trimmed() || read != visibleText(read))
            wrong(placeOf(parent, key),
                  tr("the value is no text, too long, or has blanks at an end or characters that cannot be seen"));
        return read;
    }

    QList<qint64> codes(const QJsonObject &object, const QString &parent, QLatin1StringView key = codesKey)
    {
        const QString place = placeOf(parent, key);
        const QJsonArray list = object.value(key).toArray();
        if (list.isEmpty() || list.size() > mostCodes)
            wrong(place, tr("the value is not a list of codes, or the list is too long"));
        QList<qint64> read;
        for (const auto &item : list) {
            const qint64 code = item.toInteger(-1);
            if (code < 0 || read.contains(code))
                wrong(place, tr("a code is not a whole number, or is there twice"));
            read.append(code);
        }
        std::ranges::sort(read);
        return read;
    }

    void readId()
    {
        m_rule.id = m_root.value("id"_L1).toString();
        static const QRegularExpression form(u"\\A[a-z0-9]+(-[a-z0-9]+)*\\z"_s);
        if (m_rule.id.size() > 64 || !form.match(m_rule.id).hasMatch())
            wrong(u"id"_s, tr("the value is not made of lower-case letters, digits and hyphens"));
    }

    void readCounting(QStringList &known)
    {
        known += {u"key"_s,          codesKey,    u"threshold"_s, windowKey, u"withoutUser"_s, u"withoutAddressOnly"_s,
                  u"quietMinutes"_s, u"before"_s, u"unless"_s,    thenKey,   u"timesUsual"_s};
        m_rule.key = choice(m_root, "key"_L1, keys());
        m_rule.codes = codes(m_root, {});
        m_rule.threshold = int(number(m_root, {}, "threshold"_L1, 1, mostThreshold));
        m_rule.window = number(m_root, {}, windowKey, 0, mostMinutes) * minuteMs;
        if (m_root.contains("timesUsual"_L1)) {
            m_rule.timesUsual = int(number(m_root, {}, "timesUsual"_L1, 2, mostTimesUsual));
            if (m_rule.window == 0)
                wrong(windowKey, tr("without a window nothing is usual"));
        }
        if (m_root.contains("withoutUser"_L1)) {
            m_rule.eachWithoutUser = m_root.value("withoutUser"_L1).toString() == "each"_L1;
            if (!m_rule.eachWithoutUser || m_rule.kind != Rule::Kind::DistinctUsers)
                wrong(u"withoutUser"_s, tr("the value is not “each”, or no users are counted"));
        }
        m_rule.withoutAddressOnly = flag(m_root, {}, "withoutAddressOnly"_L1);
        if (m_root.contains("quietMinutes"_L1))
            m_rule.quiet = number(m_root, {}, "quietMinutes"_L1, 1, mostMinutes) * minuteMs;
        readOthers("before"_L1, m_rule.before);
        readOthers("unless"_L1, m_rule.unless);
        readThen();
        if (m_rule.key != Rule::Key::User && (m_rule.before || m_rule.unless))
            wrong({}, tr("“before” and “unless” need the key “user”"));
        if (m_rule.key == Rule::Key::User && m_rule.kind == Rule::Kind::DistinctUsers)
            wrong(u"key"_s, tr("users are counted, so that they cannot be the key"));
    }

    void readOthers(QLatin1StringView key, std::optional<Rule::Others> &others)
    {
        if (!m_root.contains(key))
            return;
        const QJsonObject object = m_root.value(key).toObject();
        refuseUnknown(object, key, {codesKey, windowKey});
        others = Rule::Others{codes(object, key), number(object, key, windowKey, 0, mostMinutes) * minuteMs};
    }

    void readThen()
    {
        if (!m_root.contains(thenKey))
            return;
        const QJsonObject object = m_root.value(thenKey).toObject();
        refuseUnknown(object, thenKey, {codesKey, windowKey, severityKey, unlessFirstKey, u"required"_s});
        Rule::Then then;
        then.others = {codes(object, thenKey), number(object, thenKey, windowKey, 0, mostMinutes) * minuteMs};
        if (object.contains(severityKey))
            then.severity = severity(object, thenKey);
        if (object.contains(unlessFirstKey))
            then.unlessFirst = codes(object, thenKey, unlessFirstKey);
        then.required = flag(object, thenKey, "required"_L1);
        m_rule.then = then;
    }

    void readCoveredBy()
    {
        if (!m_root.contains("coveredBy"_L1))
            return;
        const QJsonArray list = m_root.value("coveredBy"_L1).toArray();
        if (list.isEmpty())
            wrong(u"coveredBy"_s, tr("the value is not a list of rules"));
        for (const auto &item : list) {
            if (item.toString().isEmpty() || item.toString() == m_rule.id)
                wrong(u"coveredBy"_s, tr("an item is not the id of another rule"));
            m_rule.coveredBy.append(item.toString());
        }
    }

    void readWords()
    {
        const QJsonObject languages = m_root.value(wordsKey).toObject();
        if (languages.isEmpty())
            wrong(wordsKey, tr("there are no words in any language"));
        for (auto language = languages.begin(); language != languages.end(); ++language) {
            const QString place = wordsKey + u'.' + visibleText(language.key());
            const QJsonObject object = language.value().toObject();
            refuseUnknown(object, place, {u"title"_s, u"reason"_s, u"then"_s, u"advice"_s});
            Rule::Words words{text(object, place, "title"_L1),
                              text(object, place, "reason"_L1),
                              {},
                              text(object, place, "advice"_L1)};
            if (const bool says = m_rule.then && !m_rule.then->required; says)
                words.then = text(object, place, thenKey);
            else if (object.contains(thenKey))
                wrong(place, tr("the key “%1” is not known").arg(thenKey));
            checkPlaceholders(words.reason, place);
            m_rule.words.insert(language.key(), words);
        }
    }

    void checkPlaceholders(const QString &reason, const QString &place)
    {
        QStringList known{u"code"_s};
        if (m_rule.kind == Rule::Kind::UnseenCode)
            known.append(u"hours"_s);
        if (m_rule.kind == Rule::Kind::Count || m_rule.kind == Rule::Kind::DistinctUsers) {
            known = {u"count"_s, u"threshold"_s, u"minutes"_s};
            if (m_rule.timesUsual > 0)
                known.append(u"times"_s);
            if (m_rule.key != Rule::Key::None)
                known.append(std::ranges::find(keys(), m_rule.key, &std::pair<QString, Rule::Key>::second)->first);
        }
        static const QRegularExpression form(u"\\{([^{}]*)\\}"_s);
        for (const QRegularExpressionMatch &match : form.globalMatch(reason)) {
            if (!known.contains(match.captured(1)))
                wrong(place + u".reason"_s,
                      tr("there is no placeholder “%1” in a rule of this kind and key").arg(match.captured(0)));
        }
    }

    QJsonObject m_root;
    Rule m_rule;
    QString m_problem;
};

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::RuleSet)
};

/// Counted from 1; a JSON parser knows bytes alone.
qsizetype lineOf(const QByteArray &json, int offset)
{
    return 1 + QByteArrayView(json).first(std::clamp<qsizetype>(offset, 0, json.size())).count('\n');
}

} // namespace

Result<Rule> parseRule(const QByteArray &json, const QString &name)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (parse.error != QJsonParseError::NoError)
        return Error{Messages::tr("The rule file %1 cannot be read: line %2: %3.")
                         .arg(name, QString::number(lineOf(json, parse.offset)), parse.errorString())};
    if (!document.isObject())
        return Error{Messages::tr("The rule file %1 cannot be read: it is not a JSON object.").arg(name)};
    const RuleReader reader(document.object());
    if (!reader.problem().isEmpty())
        return Error{Messages::tr("The rule file %1 is wrong: %2.").arg(name, reader.problem())};
    return reader.rule();
}

} // namespace evident
