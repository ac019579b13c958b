#include "heartbeat.h"

using namespace Qt::StringLiterals;

namespace evident {

Heartbeat::Heartbeat()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(5);
    m_timer.callOnTimeout(&m_timer, [this] { beat(); });
}

void Heartbeat::restart()
{
    m_longestMs = 0;
    m_during.clear();
    m_doing = u"nothing"_s;
    m_sinceLast.start();
    m_timer.start();
}

void Heartbeat::beat()
{
    const double gap = double(m_sinceLast.nsecsElapsed()) / 1e6;
    m_sinceLast.restart();
    if (gap <= m_longestMs)
        return;
    m_longestMs = gap;
    m_during = m_doing;
}

} // namespace evident
