#include "loglocation.h"

#include "logcontainer.h"

#include <QCoreApplication>

namespace evident {

QString LogLocation::name() const
{
    return member.isEmpty() ? path : path + u'!' + member;
}

LogLocation LogLocation::reopened() const
{
    LogLocation location = *this;
    if (container && container->canBeReopened)
        location.container.reset();
    return location;
}

Result<LogExpansion> expandLogPath(const QString &path, const LogOptions &options, const std::stop_token &stop,
                                   const OpenProgress &progress)
{
    const Result<std::shared_ptr<const LogContainer>> container =
        LogContainer::open(path, SpoolJob(path, options, stop, progress));
    if (!container)
        return container.error();
    LogLocation location(path);
    location.container = container.value();
    LogExpansion expansion;
    if (!container.value()->archive) {
        expansion.locations.push_back(location);
        return expansion;
    }
    const Result<LogArchive::Listing> listing = container.value()->archive->list(stop);
    if (!listing)
        return listing.error();
    for (const ArchiveMember &member : listing.value().members) {
        location.member = member.name;
        location.memberNumber = member.number;
        expansion.locations.push_back(location);
    }
    if (expansion.locations.empty())
        return Error{QCoreApplication::translate("evident::LogLocation", "“%1” is an archive without any file in it.")
                         .arg(path)};
    expansion.damage = listing.value().damage;
    return expansion;
}

} // namespace evident
