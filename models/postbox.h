#pragma once

#include <QMetaObject>
#include <QObject>

#include <mutex>

namespace evident {

/// Through it threads call in the thread of an object for as long as that hears them. They share it, and may outlive
/// the object.
class Postbox
{
public:
    explicit Postbox(QObject *receiver)
        : m_receiver(receiver)
    { }

    /// Of the receiver's thread, before it goes: what is posted from now on is dropped.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
    }

    /// Calls in the receiver's thread, some time soon. Any thread.
    template <typename Call>
    void post(Call call)
    {
        const std::lock_guard lock(m_mutex);
        if (m_receiver)
            QMetaObject::invokeMethod(m_receiver, std::move(call), Qt::QueuedConnection);
    }

private:
    std::mutex m_mutex;
    QObject *m_receiver;
};

} // namespace evident
