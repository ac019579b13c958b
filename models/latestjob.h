#pragma once

#include <functional>
#include <memory>
#include <stop_token>

namespace evident {

/// Does the newest of its jobs on a thread of its own, which the first one starts. A job takes the place of the one
/// that waits and stops the one that runs; one that hangs, in the read of a file whose network share does not answer,
/// holds up its successors alone, and one thread however many there are.
class LatestJob
{
public:
    /// What it uses, it owns or shares. It looks at the token before whatever takes long.
    using Job = std::function<void(const std::stop_token &)>;

    LatestJob();
    ~LatestJob(); ///< stops, and waits for nobody
    LatestJob(const LatestJob &) = delete;
    LatestJob &operator=(const LatestJob &) = delete;

    void set(Job job); ///< any thread
    void stop(); ///< any thread: the one that waits or runs is not wanted any more

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace evident
