#include "guidance.h"

#include <algorithm>
#include <tuple>

namespace evident {

const Guidance *GuidanceBook::find(const EventKey &key) const
{
    const auto found = m_byKey.constFind(key);
    return found == m_byKey.cend() ? nullptr : &*found;
}

QList<EventKey> GuidanceBook::keys() const
{
    QList<EventKey> keys = m_byKey.keys();
    std::sort(keys.begin(), keys.end(), [](const EventKey &left, const EventKey &right) {
        return std::tie(left.code, left.kind) < std::tie(right.code, right.kind);
    });
    return keys;
}

} // namespace evident
