#pragma once

#include "catalogsnapshot.h"
#include "log.h"
#include "resolver.h"

#include <QByteArray>

#include <memory>

namespace evident {

/// A catalog of a few invented entries, one for each thing that resolving has to tell apart.
inline CatalogPointer smallCatalog()
{
    const auto entry = [](Kind kind, qint64 code, const char *level, const char *category, const char *description,
                          const char *method, Outcome outcome, bool marked = false) {
        return CatalogEntry{{kind, code},
                            QString::fromUtf8(level),
                            QString::fromUtf8(category),
                            QString::fromUtf8(description),
                            QString::fromUtf8(method),
                            outcome,
                            marked};
    };
    return std::make_shared<const CatalogSnapshot>(
        QList<CatalogEntry>{
            entry(Kind::User, 600, "notice", "Authentication", "Sign-in failed – no name given.", "", Outcome::Failure,
                  true),
            entry(Kind::User, 652, "notice", "Authentication", "Fob accepted.", "SecurID", Outcome::Success),
            entry(Kind::User, 660, "notice", "Authentication", "Fob accepted.", "SecurID", Outcome::Success),
            entry(Kind::User, 702, "error", "Authentication", "Approve failed - Timed out.", "Approve",
                  Outcome::Failure),
            entry(Kind::User, 901, "notice", "Authorization", "Signed in to portal.", "", Outcome::Success),
            entry(Kind::System, 683, "error", "Platform", "Router is offline.", "", Outcome::Failure),
            entry(Kind::Admin, 80001, "", "", "User {0} was added to {1}.", "", Outcome::Success),
        },
        Synonyms());
}

/// A log of these bytes, read to its end; null when it cannot be opened.
inline std::shared_ptr<Log> readLog(const QByteArray &bytes, const LogOptions &options = {},
                                    const QString &name = QStringLiteral("test.log"))
{
    Result<std::shared_ptr<Log>> log = Log::fromBytes(name, bytes, options);
    if (!log)
        return nullptr;
    log.value()->index({});
    return log.value();
}

inline Resolution resolutionOf(const Log &log, const CatalogPointer &catalog = smallCatalog())
{
    Resolution resolution;
    Resolver(catalog).extend(resolution, log);
    return resolution;
}

} // namespace evident
