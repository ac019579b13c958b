#pragma once

#include <QString>

#include <functional>
#include <stop_token>
#include <vector>

namespace evident {

/// The place of each of `count` texts in the locale's order, numbers in them by their value; equal texts share one.
/// Empty texts come last: their rank, `count`, also stands at the end of the list. `textOf` is called from several
/// threads. When stopped, the ranks are of no use.
std::vector<quint32> textRanks(quint32 count, const std::function<QString(quint32)> &textOf,
                               const std::stop_token &stop);

} // namespace evident
