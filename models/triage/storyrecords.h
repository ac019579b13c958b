#pragma once

#include "guidance.h"
#include "log.h"
#include "resolution.h"

#include <QString>

#include <span>
#include <stop_token>
#include <vector>

namespace evident {

/// What a story needs of an event, looked up once for each shape.
struct ShapeFacts
{
    static constexpr int lastBeginningStage = 1;
    static constexpr int firstEndingStage = 4;

    Outcome outcome = Outcome::Unknown;
    bool isError = false;
    bool isAttempt = false; ///< one who tries to get in writes it
    int stage = 0; ///< when it is written in a sign-in: where times are equal, by this
    qint64 code = noCode;
    QString method; ///< that the event is about where its record names none
    QList<ToldState> states;

    bool isDecisive() const
    {
        return outcome == Outcome::Success || outcome == Outcome::Failure || outcome == Outcome::Pending;
    }
    bool tellsRegistration() const; ///< that a method came or went: no sign-in
};

/// A user's record.
struct StoryRecord
{
    qint64 time = noTime;
    quint64 transaction = 0; ///< 0: none
    Row row = 0;
    ShapeId shape = 0;
    quint32 method = 0;
    quint32 application = 0;
    quint32 address = 0;

    bool repeats(const StoryRecord &other) const
    {
        return time == other.time && transaction == other.transaction && shape == other.shape && method == other.method
            && application == other.application && address == other.address;
    }
};

/// A user's records in an order that follows from what they say, not from where they stand, each once. Those without a
/// time come first.
class StoryRecords
{
public:
    StoryRecords(const Log &log, const Resolution &resolution, const GuidanceBook &guidance, std::span<const Row> rows,
                 const std::stop_token &stop);

    const std::vector<StoryRecord> &records() const noexcept { return m_records; }
    qint64 repeated() const noexcept { return m_repeated; }
    const Log &log() const noexcept { return m_log; }
    const ShapeFacts &factsOf(const StoryRecord &record) const { return m_facts[record.shape]; }
    QString methodOf(const StoryRecord &record) const; ///< its own, else the event's
    bool namesMethod(const StoryRecord &record) const;

private:
    void read(std::span<const Row> rows, const std::stop_token &stop);
    bool isBefore(const StoryRecord &left, const StoryRecord &right) const;
    int compareShapes(ShapeId left, ShapeId right) const;

    const Log &m_log;
    std::vector<ShapeFacts> m_facts;
    std::vector<StoryRecord> m_records;
    qint64 m_repeated = 0;
};

} // namespace evident
