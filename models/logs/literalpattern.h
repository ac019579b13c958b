#pragma once

#include <QByteArray>
#include <QString>

namespace evident {

/// Regular expressions over bytes that find a literal. Both ignore the case of ASCII letters.
struct LiteralPattern
{
    /// The literal as it is, in any case. "" when it cannot be found by bytes: it stands for some that are no text.
    QByteArray plain;
    /// JSON's escapes of its characters, where what follows may be the next of them: who writes the literal otherwise
    /// has one of these in it. Begins with a backslash.
    QByteArray escapes;
};

/// Which characters are taken for one another.
enum class Folding {
    Raw, ///< as in LiteralSearch: within a literal of ASCII only ASCII ones
    Unicode, ///< as QString compares
};

/// Of a literal in this very case. "" as above.
QByteArray exactPattern(const QString &literal);

LiteralPattern literalPattern(const QString &literal, Folding folding);

} // namespace evident
