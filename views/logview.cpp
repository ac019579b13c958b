#include "logview.h"

#include "accessiblelogview.h"
#include "htmltext.h"
#include "logheader.h"
#include "logviewdata.h"
#include "roles.h"
#include "theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace evident {

namespace {

constexpr int longestToolTip = 1000;

} // namespace

LogView::LogView(const Theme &theme, const Icons &icons, QWidget *parent)
    : QAbstractScrollArea(parent),
      m_data(std::make_unique<Data>(theme, icons))
{
    installAccessibleLogViews();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Records"));
    m_data->painter.setFont(font());
    setVerticalScrollBar(m_data->marks = new MarkedScrollBar(theme, this));

    m_data->header = new LogHeader(m_data->painter, this);
    connect(m_data->header, &LogHeader::sortRequested, this, [this](int section, Qt::SortOrder order) {
        if (m_data->model)
            m_data->model->sort(section, order);
    });
    connect(m_data->header, &QHeaderView::sectionResized, this, &LogView::updateGeometries);
    connect(m_data->header, &QHeaderView::sectionMoved, this, &LogView::updateGeometries);
    connect(m_data->header, &QHeaderView::sectionCountChanged, this, &LogView::updateGeometries);
    connect(m_data->header, &QHeaderView::geometriesChanged, this, &LogView::updateGeometries);
    connect(m_data->header, &QHeaderView::sectionHandleDoubleClicked, this, &LogView::fitColumn);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    updateGeometries();
}

LogView::~LogView()
{
    // The header goes after this, and would tell a view that is no more.
    m_data->header->disconnect(this);
    if (m_data->model)
        m_data->model->disconnect(this);
}

void LogView::setModel(QAbstractItemModel *model)
{
    if (m_data->model == model)
        return;
    if (m_data->model)
        m_data->model->disconnect(this);
    m_data->model = model;
    const int columnsBefore = m_data->header->count();
    m_data->header->setModel(model);
    if (m_data->header->count() != columnsBefore)
        m_data->header->setUpSections();
    if (model)
        connectModel();
    reset();
}

void LogView::connectModel()
{
    QAbstractItemModel *model = m_data->model;
    connect(model, &QAbstractItemModel::modelReset, this, &LogView::reset);
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsInserted(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { rowsRemoved(first, last); });
    connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        updateRows(from.row(), to.row());
        notifyAccessibleText(this, from.row(), to.row());
    });
    connect(model, &QAbstractItemModel::headerDataChanged, viewport(), qOverload<>(&QWidget::update));
    connect(model, &QAbstractItemModel::columnsInserted, this, &LogView::updateGeometries);
    connect(model, &QAbstractItemModel::columnsRemoved, this, &LogView::updateGeometries);
    connect(model, &QAbstractItemModel::columnsMoved, this, &LogView::updateGeometries);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this,
            [this] { m_data->currentAcrossLayouts = m_data->model->index(m_data->current, 0); });
    connect(model, &QAbstractItemModel::layoutChanged, this, [this] {
        // The records moved: the current one is followed, the others are not worth asking for one by one.
        const int row = m_data->currentAcrossLayouts.row();
        m_data->currentAcrossLayouts = QPersistentModelIndex();
        RowSelection selection;
        if (row >= 0)
            selection.set(row, row);
        m_data->anchor = row;
        updateGeometries();
        commit(selection, row);
    });
    connect(model, &QObject::destroyed, this, [this] {
        m_data->model = nullptr;
        reset();
    });
}

void LogView::reset()
{
    if (m_data->header->count() > 0 && m_data->columnsSetUp != m_data->header->count())
        m_data->header->setUpSections();
    m_data->columnsSetUp = m_data->header->count();
    m_data->anchor = -1;
    m_data->cellShown = false;
    updateGeometries();
    verticalScrollBar()->setValue(0);
    notifyAccessibleReset(this);
    commit({}, -1);
}

void LogView::rowsInserted(int first, int last)
{
    const int count = last - first + 1;
    const int top = firstVisibleRow();
    const bool emptyBefore = rowCount() == count;
    const bool appended = m_data->keptAtEnd && isAtEnd() && last == rowCount() - 1;
    RowSelection selection = m_data->selection;
    selection.rowsInserted(first, count);
    if (m_data->anchor >= first)
        m_data->anchor += count;
    const int current = m_data->current >= first ? m_data->current + count : m_data->current;
    updateGeometries();
    if (first < top || (first == top && top > 0))
        verticalScrollBar()->setValue(top + count);
    else if (appended)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    notifyAccessibleReset(this);
    commit(selection, current);
    if (!emptyBefore)
        updateRows(first, rowCount() - 1);
}

void LogView::rowsRemoved(int first, int last)
{
    const int count = last - first + 1;
    const int top = firstVisibleRow();
    RowSelection selection = m_data->selection;
    selection.rowsRemoved(first, last);
    const auto moved = [=](int row) { return row < first ? row : row > last ? row - count : -1; };
    m_data->anchor = moved(m_data->anchor);
    updateGeometries();
    if (last < top)
        verticalScrollBar()->setValue(top - count);
    notifyAccessibleReset(this);
    commit(selection, moved(m_data->current));
    viewport()->update();
}

void LogView::updateRows(int first, int last)
{
    const int top = firstVisibleRow();
    first = std::max(first, top);
    last = std::min(last, top + visibleRowCount());
    if (first <= last)
        viewport()->update(0, (first - top) * rowHeight(), viewport()->width(), (last - first + 1) * rowHeight());
}

QAbstractItemModel *LogView::model() const
{
    return m_data->model;
}

QHeaderView *LogView::header() const
{
    return m_data->header;
}

void LogView::sortByColumn(int column, Qt::SortOrder order)
{
    m_data->header->sortBy(column, order);
}

QByteArray LogView::saveColumns() const
{
    return m_data->header->saveColumns();
}

bool LogView::restoreColumns(const QByteArray &state)
{
    return m_data->header->restoreColumns(state);
}

QMenu *LogView::createColumnMenu(QWidget *parent) const
{
    return m_data->header->createMenu(m_data->currentColumn, parent);
}

int LogView::currentRow() const
{
    return m_data->current;
}

int LogView::currentColumn() const
{
    return m_data->currentColumn;
}

QList<int> LogView::selectedRows(int limit) const
{
    QList<int> rows;
    for (const RowRange &range : m_data->selection.ranges()) {
        for (qint64 row = range.first; row <= range.last; ++row) {
            if (rows.size() >= limit)
                return rows;
            rows.append(int(row));
        }
    }
    return rows;
}

const RowSelection &LogView::selection() const
{
    return m_data->selection;
}

int LogView::rowCount() const
{
    return m_data->model ? m_data->model->rowCount() : 0;
}

int LogView::firstVisibleRow() const
{
    return verticalScrollBar()->value();
}

bool LogView::isAtEnd() const
{
    // Of the range as it was shown: while rows are being inserted it is that of before.
    return verticalScrollBar()->value() == verticalScrollBar()->maximum();
}

void LogView::setKeptAtEnd(bool kept)
{
    m_data->keptAtEnd = kept;
}

int LogView::fullyVisibleRows() const
{
    return std::max(1, viewport()->height() / rowHeight());
}

int LogView::visibleRowCount() const
{
    const int room = (viewport()->height() + rowHeight() - 1) / rowHeight();
    return std::min(room, rowCount() - firstVisibleRow());
}

int LogView::rowHeight() const
{
    return m_data->painter.rowHeight();
}

int LogView::rowAt(int y) const
{
    const qint64 row = firstVisibleRow() + qint64(y < 0 ? y - rowHeight() + 1 : y) / rowHeight();
    return row >= 0 && row < rowCount() ? int(row) : -1;
}

QRect LogView::visualRect(int row, int column) const
{
    const int top = firstVisibleRow();
    const bool shown = row >= top && row - top < visibleRowCount() && column >= 0 && column < m_data->header->count()
        && !m_data->header->isSectionHidden(column);
    if (!shown)
        return {};
    const QRect rect(m_data->header->sectionViewportPosition(column), (row - top) * rowHeight(),
                     m_data->header->sectionSize(column), rowHeight());
    return rect.intersects(viewport()->rect()) ? rect : QRect();
}

QModelIndex LogView::indexAt(const QPoint &viewportPosition) const
{
    const int row = rowAt(viewportPosition.y());
    const int column = m_data->header->logicalIndexAt(viewportPosition.x());
    return row >= 0 && column >= 0 ? m_data->model->index(row, column) : QModelIndex();
}

void LogView::setScrollMarks(const QList<QPair<double, int>> &marks)
{
    m_data->marks->setMarks(marks);
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect area = event->rect();
    painter.fillRect(area, m_data->theme.colors().base);
    const int top = firstVisibleRow();
    const int end = std::min(visibleRowCount(), area.bottom() / rowHeight() + 1);
    const auto columns = m_data->columnsIn(area);
    for (int line = std::max(0, area.top() / rowHeight()); line < end; ++line) {
        const QModelIndex first = m_data->model->index(top + line, 0);
        auto row = RecordPainter::factsOf(first);
        row.alternate = (top + line) % 2;
        row.selected = m_data->selection.contains(top + line);
        const QRect rowRect(0, line * rowHeight(), viewport()->width(), rowHeight());
        m_data->painter.paintBackground(&painter, rowRect, row);
        m_data->painter.paintGutter(&painter, -horizontalScrollBar()->value(), rowRect, row);
        for (const auto &column : columns) {
            const QRect cell(column.x, rowRect.y(), column.width, rowRect.height());
            m_data->painter.paintCell(&painter, cell, first.siblingAtColumn(column.logical), row, column);
        }
    }
    if (!hasFocus())
        return;
    QRect focus = viewport()->rect();
    if (m_data->current >= 0) {
        focus = m_data->cellShown ? visualRect(m_data->current, m_data->currentColumn) : QRect();
        if (!m_data->cellShown && m_data->current >= top && m_data->current - top < visibleRowCount())
            focus = QRect(0, (m_data->current - top) * rowHeight(), viewport()->width(), rowHeight());
    }
    // Beside the severity's bar, not over it.
    if (focus.x() == 0 && m_data->selection.contains(m_data->current))
        focus.setLeft(RecordPainter::barWidth);
    if (!focus.isEmpty())
        m_data->painter.paintFocus(&painter, focus);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateGeometries();
}

void LogView::updateGeometries()
{
    if (m_data->updatingGeometries)
        return;
    const QScopedValueRollback updating(m_data->updatingGeometries, true);
    LogHeader *header = m_data->header;
    const int headerHeight = std::max(header->sizeHint().height(), rowHeight() + 4);
    if (viewportMargins().top() != headerHeight)
        setViewportMargins(0, headerHeight, 0, 0);

    const int rows = rowCount();
    const int page = fullyVisibleRows();
    verticalScrollBar()->setRange(0, std::max(0, rows - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(1);

    const QRect area = viewport()->geometry();
    header->setGeometry(area.x(), area.y() - headerHeight, area.width(), headerHeight);
    header->fill(area.width() - RecordPainter::gutter);
    horizontalScrollBar()->setRange(0, std::max(0, header->length() + RecordPainter::gutter - area.width()));
    horizontalScrollBar()->setPageStep(area.width());
    horizontalScrollBar()->setSingleStep(5 * fontMetrics().averageCharWidth());
    header->setOffset(horizontalScrollBar()->value() - RecordPainter::gutter);
    viewport()->update();
}

void LogView::scrollContentsBy(int dx, int)
{
    if (dx != 0)
        m_data->header->setOffset(horizontalScrollBar()->value() - RecordPainter::gutter);
    viewport()->update();
}

void LogView::scrollTo(int row)
{
    const int top = firstVisibleRow();
    const int page = fullyVisibleRows();
    if (row < 0 || (row >= top && row - top < page))
        return;
    if (row < top && top - row <= page)
        verticalScrollBar()->setValue(row);
    else if (row > top && row - top <= 2 * page)
        verticalScrollBar()->setValue(row - page + 1);
    else // from afar: with what stands around it
        verticalScrollBar()->setValue(std::max(0, row - page / 3));
}

void LogView::scrollToColumn(int column)
{
    const int left = m_data->header->sectionViewportPosition(column);
    const int right = left + m_data->header->sectionSize(column);
    auto *bar = horizontalScrollBar();
    if (right > viewport()->width())
        bar->setValue(bar->value() + std::min(right - viewport()->width(), left));
    else if (left < 0)
        bar->setValue(bar->value() + left - RecordPainter::gutter);
}

void LogView::fitColumn(int column)
{
    int width = m_data->header->sectionSizeHint(column);
    const auto look = m_data->columnOf(column);
    const int top = firstVisibleRow();
    for (int row = top; row - top < visibleRowCount(); ++row) {
        const QModelIndex index = m_data->model->index(row, column);
        width = std::max(width, m_data->painter.neededWidth(index, look));
    }
    m_data->header->resizeSection(column, width);
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_data->painter.setFont(font());
        updateGeometries();
    }
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        return showToolTip(help->pos(), help->globalPos());
    }
    return QAbstractScrollArea::viewportEvent(event);
}

bool LogView::showToolTip(const QPoint &position, const QPoint &globalPosition)
{
    const QModelIndex index = indexAt(position);
    const bool elided = index.isValid()
        && m_data->painter.neededWidth(index, m_data->columnOf(index.column()))
            > m_data->header->sectionSize(index.column());
    if (!elided) {
        QToolTip::hideText();
        return true;
    }
    QToolTip::showText(globalPosition, plainToolTip(index.data().toString().left(longestToolTip)), viewport(),
                       visualRect(index.row(), index.column()));
    return true;
}

} // namespace evident
