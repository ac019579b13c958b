#pragma once

#include "event.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace evident {

/// What a rule looks for. Codes are those of user events; all windows include both of their ends. How a rule is written
/// down stands in resources/rules/README.md.
struct Rule
{
    enum class Kind : quint8 {
        Count, ///< so many sign-ins with one of the codes; one writes several records and counts once
        DistinctUsers, ///< so many users with one of the codes
        UnseenCode, ///< a code of the catalog whose first record comes late in the log
        UnknownCode, ///< a code that the catalog does not have
    };
    /// What the records of one finding have in common.
    enum class Key : quint8 { None, User, Address, Application };

    /// Other records of the same users, in a window before or behind.
    struct Others
    {
        QList<qint64> codes;
        qint64 window = 0; ///< ms
        bool operator==(const Others &) const = default;
    };
    /// What makes it worse when it follows once the threshold is reached.
    struct Then
    {
        Others others;
        std::optional<Severity> severity;
        QList<qint64> unlessFirst; ///< when one of these of the same user came earlier, it did not follow
        bool required = false; ///< without it there is no finding
        bool operator==(const Then &) const = default;
    };
    struct Words
    {
        QString title;
        QString reason; ///< with {placeholders}
        QString then; ///< a second sentence, when that followed
        QString advice;
        bool operator==(const Words &) const = default;
    };

    QString id;
    Kind kind = Kind::Count;
    Key key = Key::None;
    QList<qint64> codes;
    int threshold = 1;
    qint64 window = 0; ///< ms
    /// Where it begins there are so many times as many as windows of the log had before it, in the mean; 0: no matter.
    int timesUsual = 0;
    bool eachWithoutUser = false; ///< a record without a user counts as a user of its own; else it does not count
    bool withoutAddressOnly = false; ///< records with an address do not count
    qint64 quiet = 0; ///< ms before the first record in which there is none, and for which the log goes back
    int hoursBefore = 0; ///< of Kind::UnseenCode: hours with records before the first one
    Severity severity = Severity::Warning;
    std::optional<Others> before; ///< evidence too
    std::optional<Others> unless; ///< there are none from the first record on until `window` behind the last
    std::optional<Then> then;
    QStringList coveredBy; ///< rules whose finding, of the same user or of all, at the same time says it better
    QHash<QString, Words> words; ///< by language, "en"; never empty

    /// In the first of these languages that there is, else in English, else in any.
    const Words &wordsIn(const QString &language) const;

    bool operator==(const Rule &) const = default;
};

} // namespace evident
