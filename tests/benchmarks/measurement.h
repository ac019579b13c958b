#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace evident {

/// What several runs of one thing gave.
struct Spread
{
    double least = 0;
    double median = 0;
    double most = 0;

    static Spread of(std::vector<double> values); ///< at least one
    bool operator==(const Spread &) const = default;
};

/// One row of the table: what was measured, beside what, and what it should be.
struct Measurement
{
    QString title; ///< "open + resolve, ndjson"
    QString unit = QStringLiteral("s"); ///< of `ours` and `reference`: s, ms, MiB …
    Spread ours;
    QString referenceName; ///< "" when there is none
    std::optional<Spread> reference;
    /// Of the pairs, each measured one after the other: a machine that is slow for a while is slow for both.
    std::optional<Spread> ratio;

    // Goals; at most one is set.
    std::optional<double> atMostTimes; ///< the reference, by the median ratio
    std::optional<double> atMostOver; ///< the reference, in units
    std::optional<double> atMost; ///< in units

    qint64 records = 0; ///< 0: not said
    qint64 bytes = 0; ///< read, 0: not said
    qint64 peakRss = 0; ///< bytes, of the process that was measured; 0: not said
    QString note;
    QString failure; ///< why the figures mean nothing: counts that disagree, a program that failed

    /// Takes the runs of both, pair by pair.
    void compare(const std::vector<double> &own, const std::vector<double> &others);
    /// Whether the goal is met; nothing when there is none.
    std::optional<bool> met() const;
    QString goalText() const;
    double recordsPerSecond() const; ///< 0 when it cannot be said
    double bytesPerRecord() const; ///< of the peak, 0 when it cannot be said

    QJsonObject toJson() const;
    static Measurement fromJson(const QJsonObject &object);
};

/// One that says why there are no figures.
Measurement failedMeasurement(const QString &title, const QString &why);

} // namespace evident
