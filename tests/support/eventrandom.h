#pragma once

#include <QString>
#include <QStringList>

#include <random>

namespace evident {

/// Chance that comes out the same everywhere: the engine of the standard, without its distributions, which differ
/// between libraries.
class EventRandom
{
public:
    explicit EventRandom(quint64 seed)
        : m_engine(seed)
    { }

    /// A number from 0 to `bound` - 1.
    int below(int bound) { return static_cast<int>(m_engine() % static_cast<quint64>(bound)); }
    /// A number from `least` to `most`, both included.
    int between(int least, int most) { return least + below(most - least + 1); }
    bool inThousand(int chances) { return below(1000) < chances; }
    const QString &pick(const QStringList &list) { return list.at(below(static_cast<int>(list.size()))); }
    /// 32 hexadecimal digits, parted as those of a UUID are.
    QString identifier();

private:
    std::mt19937_64 m_engine;
};

} // namespace evident
