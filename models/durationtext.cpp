#include "durationtext.h"

#include <QCoreApplication>

#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::Duration)
};

} // namespace

QString durationText(qint64 milliseconds)
{
    struct Unit
    {
        qint64 seconds;
        QString (*text)(qint64);
    };
    static constexpr std::array<Unit, 4> units{{
        {24LL * 60 * 60, [](qint64 count) { return Messages::tr("%1 d", "days").arg(count); }},
        {60LL * 60, [](qint64 count) { return Messages::tr("%1 h", "hours").arg(count); }},
        {60, [](qint64 count) { return Messages::tr("%1 min", "minutes").arg(count); }},
        {1, [](qint64 count) { return Messages::tr("%1 s", "seconds").arg(count); }},
    }};
    const qint64 seconds = milliseconds / 1000;
    if (seconds == 0)
        return Messages::tr("%1 ms", "milliseconds").arg(milliseconds);
    for (size_t i = 0; i + 1 < units.size(); ++i) {
        if (seconds < units[i].seconds)
            continue;
        const qint64 rest = seconds % units[i].seconds / units[i + 1].seconds;
        const QString first = units[i].text(seconds / units[i].seconds);
        return rest > 0 ? first + u' ' + units[i + 1].text(rest) : first;
    }
    return units.back().text(seconds);
}

} // namespace evident
