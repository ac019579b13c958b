#include "viewplace.h"

#include "logdocument.h"
#include "logmodel.h"
#include "logview.h"

#include <QScrollBar>

#include <algorithm>

namespace evident {

namespace {

/// A larger selection is one of a whole list, which is another list then.
constexpr int mostSelected = 10'000;

} // namespace

ViewPlace::ViewPlace(const LogView &view, const LogModel &model, std::optional<Row> current)
    : m_log(model.document()->log()),
      m_wasAtTop(view.firstVisibleRow() == 0),
      m_wasAtEnd(view.isAtEnd())
{
    if (!m_log)
        return;
    const Row rows = model.document()->shownRows().size();
    const auto place = [this](Row row) { return Place{row, m_log->columns().record(row)}; };
    if (Row(view.firstVisibleRow()) < rows)
        m_top = place(model.recordAt(view.firstVisibleRow()));
    if (current && *current < m_log->columns().size())
        m_current = place(*current);
    if (view.selection().count() <= mostSelected) {
        for (const int position : view.selectedRows())
            m_selected.push_back(place(model.recordAt(position)));
    }
    std::ranges::sort(m_selected, {}, &Place::row);
}

/// The row in this log, which may be another reading of the file.
std::optional<Row> ViewPlace::found(const Log &log, const Place &place) const
{
    if (&log == m_log.get())
        return place.row;
    if (place.row >= log.columns().size())
        return {};
    // Ids belong to their log.
    const RecordColumns record = log.columns().record(place.row);
    const bool isSame = record.offset == place.record.offset && record.length == place.record.length
        && record.line == place.record.line && record.time == place.record.time;
    return isSame ? std::optional(place.row) : std::nullopt;
}

bool ViewPlace::isRead(const Log &log) const
{
    const Row last = std::max(
        {m_top ? m_top->row : 0, m_current ? m_current->row : 0, m_selected.empty() ? 0 : m_selected.back().row});
    return last < log.columns().size();
}

bool ViewPlace::restore(LogView &view, const LogModel &model, bool isLoading, bool atEnd) const
{
    const std::shared_ptr<Log> &log = model.document()->log();
    if (!log)
        return true;
    if (isLoading && !isRead(*log))
        return false;
    const auto positionOf = [&](const std::optional<Place> &place) {
        const std::optional<Row> row = place ? found(*log, *place) : std::nullopt;
        return row ? model.positionOf(*row) : -1;
    };
    std::vector<Row> selected;
    for (const Place &place : m_selected) {
        if (const std::optional<Row> row = found(*log, place))
            selected.push_back(*row);
    }
    RowSelection selection;
    const RowSet &rows = model.document()->shownRows();
    for (Row position = 0; !selected.empty() && position < rows.size(); ++position) {
        if (std::ranges::binary_search(selected, rows.at(position)))
            selection.add(int(position), int(position));
    }
    if (const int current = positionOf(m_current); current >= 0)
        view.setCurrentRow(current);
    if (!selection.isEmpty())
        view.setSelection(selection);
    QScrollBar *bar = view.verticalScrollBar();
    if (atEnd && m_wasAtEnd && !m_wasAtTop)
        bar->setValue(bar->maximum());
    else if (atEnd && m_wasAtTop)
        bar->setValue(0);
    else if (const int top = positionOf(m_top); top >= 0)
        bar->setValue(top);
    return true;
}

} // namespace evident
