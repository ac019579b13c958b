#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace evident {

/// A literal to be found in the raw text of records: UTF-8, without regard to case, in JSON's other spellings too.
/// Invalid bytes count as U+FFFD. A literal of ASCII is searched in the bytes as they are.
class LiteralSearch
{
public:
    explicit LiteralSearch(const QString &literal);

    bool isIn(QByteArrayView utf8) const;

private:
    bool isInPlain(QByteArrayView utf8) const;
    bool isAsciiIn(QByteArrayView utf8) const;
    bool standsAt(const char *position) const;
    void chooseAnchor();

    QString m_folded;
    QByteArray m_ascii; ///< of an ASCII literal, in lower case
    qsizetype m_anchor = 0; ///< the character of m_ascii that is looked for first: a rare one
    bool m_needsOnlyUnicodeEscapes = false; ///< nothing in it has a short escape
};

} // namespace evident
