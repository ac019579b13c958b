#pragma once

#include <functional>

namespace evident {

/// Runs `work` on a thread of its own that nobody joins: what it uses, it owns or shares. A thread that hangs, in the
/// read of a file whose network share does not answer, holds nobody up. The end of the application waits a moment for
/// those that can end. Any thread.
void runOnWorkerThread(std::function<void()> work);

} // namespace evident
