#pragma once

#include "catalogsnapshot.h"

namespace evident {

/// A catalog of a few entries, enough to tell known from unknown, method from method and an entry from its twin.
inline CatalogPointer testCatalog()
{
    using namespace Qt::StringLiterals;
    const auto entry = [](qint64 code, const QString &level, const QString &description, const QString &method,
                          Outcome outcome) {
        return CatalogEntry{{Kind::User, code}, level, u"Authentication"_s, description, method, outcome, false};
    };
    CatalogEntry marked =
        entry(610, u"error"_s, u"SecurID OTP Credential enrollment succeeded."_s, u"SecurID OTP"_s, Outcome::Success);
    marked.marked = true;
    return std::make_shared<const CatalogSnapshot>(
        QList<CatalogEntry>{
            entry(701, u"notice"_s, u"Approve authentication succeeded."_s, u"Approve"_s, Outcome::Success),
            entry(702, u"error"_s, u"Approve authentication failed - User response timed out."_s, u"Approve"_s,
                  Outcome::Failure),
            entry(703, u"error"_s, u"Approve authentication failed - User denied approval."_s, u"Approve"_s,
                  Outcome::Failure),
            entry(901, u"notice"_s, u"Portal sign-in succeeded."_s, u"Password"_s, Outcome::Success),
            entry(652, u"notice"_s, u"Validated Hardware Authenticator credentials."_s, u"Hardware Authenticator"_s,
                  Outcome::Success),
            entry(660, u"notice"_s, u"Validated Hardware Authenticator credentials."_s, u"Hardware Authenticator"_s,
                  Outcome::Success),
            marked,
        },
        Synonyms());
}

/// A record as a line of JSON.
inline QByteArray testRecord(int code, const char *time, const char *user, const char *more = "")
{
    return QByteArrayLiteral("{\"eventCode\":\"") + QByteArray::number(code) + "\",\"eventLogDate\":\"" + time
        + "\",\"userId\":\"" + user + "\"" + more + "}\n";
}

} // namespace evident
