#include "work.h"

#include <algorithm>

namespace evident {

namespace {

QList<Work> &list()
{
    static QList<Work> works;
    return works;
}

} // namespace

QList<Work> works()
{
    QList<Work> sorted = list();
    std::ranges::stable_sort(sorted, {}, &Work::position);
    return sorted;
}

bool addWork(Work work)
{
    list().append(std::move(work));
    return true;
}

} // namespace evident
