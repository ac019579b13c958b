#include "logoddities.h"

#include <algorithm>
#include <array>
#include <span>

namespace evident {

namespace {

/// Servers and threads write a few seconds past each other; a clock that was set, or a file put together, is another
/// matter.
constexpr qint64 jumpMs = 5LL * 60 * 1000;

/// Steps against one direction of time.
struct Steps
{
    qint64 count = 0;
    qint64 jumps = 0;
    LogOddities::Jump largest;

    void add(qint64 time, qint64 length)
    {
        ++count;
        if (length < jumpMs)
            return;
        ++jumps;
        if (length > largest.back)
            largest = {time, length, 0};
    }
};

/// One file's records after the other.
class OrderCheck
{
public:
    void add(qint64 time)
    {
        if (time == noTime) {
            ++m_withoutTime;
            return;
        }
        if (m_last != noTime && time < m_last)
            m_back.add(time, m_last - time);
        else if (m_last != noTime && time > m_last)
            m_forward.add(time, time - m_last);
        m_last = time;
    }
    void nextPart() { m_last = noTime; }
    void tell(LogOddities &oddities) const
    {
        oddities.withoutTime = m_withoutTime;
        oddities.newestFirst = m_back.count > m_forward.count;
        const Steps &against = oddities.newestFirst ? m_forward : m_back;
        oddities.outOfOrder = against.count;
        oddities.jumps = against.jumps;
        if (against.jumps > 0)
            oddities.largestJump = against.largest;
    }

private:
    qint64 m_withoutTime = 0;
    qint64 m_last = noTime;
    Steps m_back;
    Steps m_forward;
};

template <typename Take>
void readTimes(const Log &log, Row count, const std::stop_token &stop, const Take &take)
{
    std::array<qint64, Columns::chunkRows> times; // NOLINT(cppcoreguidelines-pro-type-member-init): read into
    for (Row first = 0; first < count && !stop.stop_requested(); first += Columns::chunkRows) {
        const std::span<qint64> block = std::span(times).first(std::min(count - first, Columns::chunkRows));
        log.columns().read(LogColumn::Time, first, block);
        take(first, std::span<const qint64>(block));
        if (count - first <= Columns::chunkRows)
            return;
    }
}

} // namespace

LogOddities logOddities(const Log &log, const std::stop_token &stop)
{
    LogOddities oddities;
    oddities.notUnderstood = log.notUnderstood();
    oddities.invalidBytes = log.invalidBytes();
    oddities.trouble = log.error() ? log.error()->message : QString();
    for (size_t part = 0; part < log.partCount(); ++part)
        oddities.parts.append({log.partInfo(part).path, log.partInfo(part).formatName, 0});
    const Row count = log.columns().size();
    OrderCheck check;
    size_t part = 0;
    readTimes(log, count, stop, [&](Row first, std::span<const qint64> times) {
        const size_t last = log.partOf(first + Row(times.size()) - 1);
        for (size_t i = 0; i < times.size(); ++i) {
            if (const size_t here = part == last ? last : log.partOf(first + Row(i)); here != part) {
                part = here;
                check.nextPart();
            }
            ++oddities.parts[qsizetype(part)].records;
            check.add(times[i]);
        }
    });
    check.tell(oddities);
    if (oddities.largestJump) {
        readTimes(log, count, stop, [&](Row, std::span<const qint64> times) {
            oddities.largestJump->records += std::count(times.begin(), times.end(), oddities.largestJump->time);
        });
    }
    return oddities;
}

} // namespace evident
