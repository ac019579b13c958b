#pragma once

#include "logcontainer.h"
#include "loglocation.h"
#include "source.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace evident {

/// The bytes of a file on a network share that answers only as long as it is let. Any thread.
class BlockingSource final : public Source
{
public:
    explicit BlockingSource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    { }

    Result<qint64> size() const override
    {
        const std::lock_guard lock(m_mutex);
        return qint64(m_bytes.size());
    }
    Result<qint64> read(qint64 position, std::span<char> buffer) const override
    {
        std::unique_lock lock(m_mutex);
        m_readers.insert(std::this_thread::get_id());
        ++m_hanging;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return !m_blocked; });
        --m_hanging;
        if (!m_error.isEmpty())
            return Error{m_error};
        return memorySource(m_bytes)->read(position, buffer);
    }

    void block()
    {
        set([this] { m_blocked = true; });
    }
    void release()
    {
        set([this] { m_blocked = false; });
    }
    void fail(const QString &error)
    {
        set([=, this] { m_error = error; });
    }
    void replace(const QByteArray &bytes)
    {
        set([=, this] { m_bytes = bytes; });
    }
    int hanging() const ///< reads
    {
        const std::lock_guard lock(m_mutex);
        return m_hanging;
    }
    void waitForReader() const ///< until one hangs
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_hanging > 0; });
    }
    bool wasReadHere() const ///< on the thread that asks
    {
        const std::lock_guard lock(m_mutex);
        return m_readers.contains(std::this_thread::get_id());
    }

private:
    template <typename Change>
    void set(const Change &change)
    {
        const std::lock_guard lock(m_mutex);
        change();
        m_changed.notify_all();
    }

    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    QByteArray m_bytes;
    QString m_error;
    bool m_blocked = false;
    mutable int m_hanging = 0;
    mutable std::set<std::thread::id> m_readers;
};

/// Where a log of this source is.
inline LogLocation locationOf(const std::shared_ptr<Source> &source, const QString &name)
{
    LogLocation location(name);
    LogContainer container;
    container.source = source;
    container.canBeReopened = false;
    location.container = std::make_shared<const LogContainer>(std::move(container));
    return location;
}

/// Lines of plain text, each of `length` bytes, a line end among them: "line 7 xxx".
inline QByteArray plainLines(int count, int length = 64)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        const QByteArray line = "line " + QByteArray::number(i) + ' ';
        bytes += line + QByteArray(length - line.size() - 1, 'x') + '\n';
    }
    return bytes;
}

inline QString plainLine(int number, int length = 64)
{
    const QString line = QStringLiteral("line %1 ").arg(number);
    return line + QString(length - line.size() - 1, u'x');
}

} // namespace evident
