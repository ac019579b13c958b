#pragma once

#include "result.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

namespace evident {

/// What people say and what the vendor writes: `push` is Approve, Biometric and Device Biometrics. Data, read from a
/// JSON file of the resources; immutable and cheap to copy.
class Synonyms
{
public:
    Synonyms() = default;
    static Result<Synonyms> fromJson(const QByteArray &json, const QString &name);

    /// The words of the other ones, too; one that both have stands for the texts of both.
    void add(const Synonyms &other);

    /// What a word stands for besides itself; empty when it has no synonym. The word is folded first.
    QStringList expansions(QStringView word) const;
    QStringList words() const;

private:
    QHash<QString, QStringList> m_expansions;
};

} // namespace evident
