#include "errorrows.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace evident {

namespace {

/// More would not be seen.
constexpr Row stretchCount = 512;

/// A list of rows in stretches of nearly one length. Those of a list with fewer rows are partly empty.
class Stretches
{
public:
    explicit Stretches(Row size)
        : m_size(size)
    { }
    Row begin(Row stretch) const { return Row((quint64(stretch) * m_size + stretchCount - 1) / stretchCount); }
    Row of(Row position) const { return Row(quint64(position) * stretchCount / m_size); }

private:
    Row m_size;
};

/// Reads how bad rows are, some thousand at once.
class Severities
{
public:
    Severities(const Log &log, const Resolution &resolution, const RowSet &rows)
        : m_log(log),
          m_rows(rows)
    {
        m_ofShapes.reserve(size_t(resolution.size()) + 1);
        for (const ResolvedEvent &event : resolution)
            m_ofShapes.push_back(severityOf(event.level));
        m_ofShapes.push_back(Severity::Unknown); // of shapes that are not resolved yet
    }

    /// Of the positions from `first` up to (not with) `last`, at most a chunk.
    std::span<const Severity> read(Row first, Row last)
    {
        const std::span<quint32> shapes = std::span(m_shapes).first(last - first);
        if (m_rows.isAll())
            m_log.columns().read(LogColumn::Shape, first, shapes);
        else
            m_log.columns().gather(LogColumn::Shape, m_rows.rows().subspan(first, last - first), shapes);
        for (size_t i = 0; i < shapes.size(); ++i)
            m_severities[i] = m_ofShapes[std::min<size_t>(shapes[i], m_ofShapes.size() - 1)];
        return std::span(m_severities).first(shapes.size());
    }

private:
    const Log &m_log;
    const RowSet &m_rows;
    std::vector<Severity> m_ofShapes;
    std::array<quint32, Columns::chunkRows> m_shapes{};
    std::array<Severity, Columns::chunkRows> m_severities{};
};

bool isError(Severity severity)
{
    return severity <= Severity::Error;
}

} // namespace

ErrorMarks errorMarks(const Log &log, const Resolution &resolution, const RowSet &rows, const std::stop_token &stop)
{
    ErrorMarks marks;
    if (rows.size() == 0)
        return marks;
    Severities severities(log, resolution, rows);
    const Stretches stretches(rows.size());
    for (Row stretch = 0; stretch < stretchCount; ++stretch) {
        Severity worst = Severity::Unknown;
        const Row end = stretches.begin(stretch + 1);
        for (Row first = stretches.begin(stretch); first < end && !stop.stop_requested();) {
            const Row last = first + std::min(end - first, Columns::chunkRows);
            worst = std::min(worst, std::ranges::min(severities.read(first, last)));
            first = last;
        }
        if (worst <= Severity::Warning)
            marks.append({(double(stretch) + 0.5) / stretchCount, worst});
    }
    return marks;
}

std::optional<Row> errorPosition(const Log &log, const Resolution &resolution, const RowSet &rows, Row from,
                                 bool backwards, const ErrorMarks *marks)
{
    if (from >= rows.size())
        return {};
    std::vector<bool> marked(stretchCount, marks == nullptr);
    for (qsizetype i = 0; marks && i < marks->size(); ++i)
        marked[size_t(marks->at(i).first * stretchCount)] = isError(marks->at(i).second);
    Severities severities(log, resolution, rows);
    const Stretches stretches(rows.size());
    for (Row first = from, last = from + 1; backwards ? last > 0 : first < rows.size();) {
        const Row stretch = stretches.of(backwards ? last - 1 : first);
        if (backwards)
            first = std::max(stretches.begin(stretch), last - std::min(last, Columns::chunkRows));
        else
            last = std::min(stretches.begin(stretch + 1), first + std::min(rows.size() - first, Columns::chunkRows));
        if (marked[stretch]) {
            const std::span<const Severity> block = severities.read(first, last);
            if (backwards) {
                const auto found = std::find_if(block.rbegin(), block.rend(), isError);
                if (found != block.rend())
                    return last - 1 - Row(found - block.rbegin());
            } else if (const auto found = std::ranges::find_if(block, isError); found != block.end()) {
                return first + Row(found - block.begin());
            }
        }
        if (backwards)
            last = first;
        else
            first = last;
    }
    return {};
}

} // namespace evident
