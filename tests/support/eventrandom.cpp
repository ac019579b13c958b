#include "eventrandom.h"

using namespace Qt::StringLiterals;

namespace evident {

QString EventRandom::identifier()
{
    const quint64 high = m_engine();
    const quint64 low = m_engine();
    const QString digits = u"%1%2"_s.arg(high, 16, 16, QLatin1Char('0')).arg(low, 16, 16, QLatin1Char('0'));
    return digits.left(8) + u'-' + digits.mid(8, 4) + u'-' + digits.mid(12, 4) + u'-' + digits.mid(16, 4) + u'-'
        + digits.mid(20);
}

} // namespace evident
