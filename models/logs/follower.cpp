#include "follower.h"

#include "source.h"

#include <QCoreApplication>

namespace evident {

namespace {

constexpr qint64 nsPerMs = 1'000'000;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::Follower)
};

bool isAsBefore(const FileStatus &now, const FileStatus &before)
{
    return now.size == before.size && now.modified == before.modified;
}

} // namespace

Follower::Follower(std::shared_ptr<Log> log)
    : m_log(std::move(log)),
      m_read(m_log->openedStatus().value_or(FileStatus())),
      m_seen(m_read)
{ }

Follower::Look Follower::look(bool follow, const std::stop_token &stop, const std::function<void()> &published)
{
    const Result<FileStatus> own = m_log->source().status();
    if (!own)
        return said({Change::Unreadable, false, own.error().message});
    // What is left of the old file first, then whether there is a new one.
    Look bytes = lookAtBytes(own.value(), follow, stop, published);
    if (bytes.startOver)
        return bytes;
    Look name = bytes.change == Change::Unreadable ? bytes : lookAtName(own.value(), follow);
    if (name.startOver)
        return name;
    Look news = said(name);
    return news.change == Change::None ? bytes : news;
}

/// Whether the bytes that were read are still those of the file, and what is behind them.
Follower::Look Follower::lookAtBytes(const FileStatus &status, bool follow, const std::stop_token &stop,
                                     const std::function<void()> &published)
{
    const qint64 end = m_log->bytesTotal();
    const bool isQuiet = isAsBefore(status, m_seen);
    m_seen = status;
    if (status.size < end)
        return startOver(Change::Truncated, Messages::tr("“%1” was cut short and is read again."));
    if (m_log->isForeign())
        return startOver(Change::Rewritten, Messages::tr("“%1” was changed and is read again."));
    if (!isQuiet) {
        const Result<bool> same = m_log->hasSameEnds();
        if (!same)
            return {Change::Unreadable, false, same.error().message};
        if (!same.value())
            return startOver(Change::Rewritten, Messages::tr("“%1” was rewritten and is read again."));
    }
    if (status.size > end) {
        if (!follow)
            return {};
        if (m_log->isOutgrown())
            return startOver(Change::Outgrown, {});
        return grow(status, false, stop, published);
    }
    // A writer changes the time before the size: while something may be about to be appended, nothing can be said.
    if (!isQuiet)
        return {};
    if (status.modified != m_read.modified)
        return startOver(Change::Rewritten, Messages::tr("“%1” was changed and is read again."));
    return follow && m_log->hasUnindexedRest() ? grow(status, true, stop, published) : Look();
}

Follower::Look Follower::grow(const FileStatus &status, bool withRest, const std::stop_token &stop,
                              const std::function<void()> &published)
{
    if (!m_log->grow({status.size, status.modified / nsPerMs, withRest}, stop, published))
        return startOver(Change::Outgrown, {});
    m_read = status;
    return {Change::Appended, false, {}};
}

Follower::Look Follower::lookAtName(const FileStatus &own, bool follow) const
{
    const QString &path = m_log->info().path;
    const Result<std::optional<FileStatus>> named = FileHandle::statusOf(path);
    if (!named)
        return {Change::Unreadable, false, named.error().message};
    if (!named.value()) {
        return {Change::Gone, false,
                Messages::tr("“%1” was deleted or moved away. What was read of it is shown.").arg(path)};
    }
    if (named.value()->isSameFile(own))
        return {};
    if (own.names > 0) {
        return follow
            ? startOver(Change::Rotated, Messages::tr("“%1” was rotated. The new file is shown."))
            : Look{Change::Rotated, false,
                   Messages::tr("“%1” was rotated. The old file is shown until you read it again.").arg(path)};
    }
    return follow
        ? startOver(Change::Replaced, Messages::tr("“%1” was replaced by another file, which is shown."))
        : Look{
            Change::Replaced, false,
            Messages::tr("“%1” was replaced by another file. The old one is shown until you read it again.").arg(path)};
}

/// Nothing, when it was said already; that it holds no more, when it does not.
Follower::Look Follower::said(const Look &look)
{
    if (look.change == m_said.change && look.message == m_said.message)
        return {};
    const bool isBack = look.change == Change::None;
    m_said = look;
    return isBack ? Look{Change::Back, false, {}} : look;
}

Follower::Look Follower::startOver(Change change, const QString &sentence) const
{
    return {change, true, sentence.isEmpty() ? QString() : sentence.arg(m_log->info().path)};
}

} // namespace evident
