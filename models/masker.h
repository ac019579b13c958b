#pragma once

#include "log.h"
#include "normalisedrecord.h"
#include "ticket.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace evident {

/// Replaces personal and customer names by masks: users, addresses, devices, customers, tenants and servers that it was
/// told of, wherever they occur in a text, and every e-mail address and IP literal besides. The same name gets the same
/// mask for the masker's life, whatever its case. Learn everything that is going to be printed before masking the first
/// text: a name may occur before the field that tells of it.
class Masker
{
public:
    enum class Category { User, Address, Device, Customer, Tenant, Server };

    void learn(Category category, const QString &name);
    /// Learns from a record's fields what their names say: `userId`, `sourceIPAddress`, `deviceName` …
    void learn(const QList<RecordField> &fields);
    /// Called with how many rows were learnt from.
    using Progress = std::function<void(qint64)>;
    /// Learns all users and addresses that a log's columns hold, and everything that the fields of its rows tell.
    void learn(const Log &log, const std::stop_token &stop = {}, const Progress &progress = {});
    /// The same, but of these rows' fields alone, whose names get the first masks.
    void learn(const Log &log, std::span<const Row> rows, const std::stop_token &stop = {});

    QString masked(const QString &text);
    /// A text as a file writes it: names are also found in JSON's other spellings (`\\`, `\"`, `\/`, `\uXXXX`).
    QString maskedRaw(const QString &text);
    /// All texts of the record; the raw text of one that was not understood is left out.
    NormalisedRecord masked(const NormalisedRecord &record);
    Ticket masked(const Ticket &ticket);

private:
    /// A character of a text, case-folded, and the stretch of the source that it was written as.
    struct Unit
    {
        QChar character;
        qsizetype begin = 0;
        qsizetype end = 0;
    };
    using Units = std::vector<Unit>;
    struct Name
    {
        QString folded;
        QString mask;
    };
    struct Span
    {
        qsizetype length = 0; ///< in units; 0 when nothing is to be masked here
        QString mask;
    };

    void learnColumns(const Log &log);
    void learnRow(const Log &log, Row row);
    static Units unitsOf(const QString &text, bool decode);
    QString maskFor(Category category, const QString &folded);
    void addName(const QString &folded, const QString &mask); ///< in all its spellings
    void addSpelling(const QString &folded, const QString &mask);
    Span nameAt(const QString &folded, qsizetype position) const;
    Span literalAt(const QString &folded, qsizetype position, qsizetype longerThan);
    QString replaced(const QString &text, const Units &units);

    QHash<QString, QString> m_masks; ///< of all names, folded
    QHash<QString, QList<Name>> m_namesByStart; ///< by their first word, longest first
    int m_counts[6] = {};
};

} // namespace evident
