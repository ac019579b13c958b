#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

namespace evident {

/// A record that a rule counts: when it was, and what it counts as (its sign-in, its user).
struct Occurrence
{
    qint64 time = 0; ///< ms
    quint64 value = 0;
};

/// How many different values in how short a time.
struct WindowThreshold
{
    int threshold = 1;
    qint64 window = 0; ///< ms; both ends included
    /// Moments, rising, of which none may lie from a window's first occurrence on until `unlessWindow` behind its last.
    std::span<const qint64> unless;
    qint64 unlessWindow = 0;
    /// An incident begins with so many times as many as usual: the mean of windows from `logBegin` until its begin, a
    /// value counted once in each. 0: no matter, nor is it where the log had none before. Others go on with less.
    int timesUsual = 0;
    qint64 logBegin = 0;
};

/// Occurrences that belong together, by their positions.
struct Incident
{
    size_t first = 0;
    size_t last = 0; ///< included
    qint64 reached = 0; ///< when the first window had as many as it needs
    bool operator==(const Incident &) const = default;
};

/// Stretches of time no longer than the window that have as many different values as it needs; those that overlap, or
/// are no further apart than the window, are one incident. `occurrences` are in the order of time.
std::vector<Incident> incidentsOf(std::span<const Occurrence> occurrences, const WindowThreshold &threshold);

/// How many different values there are.
qint64 distinctValues(std::span<const Occurrence> occurrences);

} // namespace evident
