#pragma once

#include "rowselection.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>

#include <limits>

class QAbstractItemModel;
class QHeaderView;
class QMenu;

namespace evident {

class Icons;
class Theme;

/// A table that scrolls in rows and costs nothing per row: no section sizes, no pixel arithmetic over the whole, resets
/// in constant time. Paints what roles.h says: severity tint, icon, word, muted prefixes. Rows have one height.
/// Keyboard, mouse and screen reader work as in QTableView with row selection.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    LogView(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);
    ~LogView() override;

    void setModel(QAbstractItemModel *model); ///< not owned; null is fine
    QAbstractItemModel *model() const;
    QHeaderView *header() const; ///< movable, hideable, sortable sections; state is saved by who owns the window

    /// Order, widths and visibility of the columns, without the sort: a log opens in its file's order. Restore after
    /// setModel().
    void sortByColumn(int column, Qt::SortOrder order); ///< -1: the order of the file
    QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state);
    /// The header's menu (sort, show and hide columns), for a button or a shortcut. The caller owns it.
    QMenu *createColumnMenu(QWidget *parent) const;

    int currentRow() const; ///< -1: none
    void setCurrentRow(int row); ///< selects it and scrolls to it
    int currentColumn() const; ///< logical; the one last clicked or moved to
    void selectAll();
    void setSelection(const RowSelection &selection); ///< the current row stays
    QList<int> selectedRows(int limit = std::numeric_limits<int>::max()) const; ///< ascending, the first `limit`
    const RowSelection &selection() const; ///< cheap whatever is selected; selectedRows() is not
    int firstVisibleRow() const;
    bool isAtEnd() const; ///< the last row is fully visible
    void setKeptAtEnd(bool kept); ///< who is at the end stays there when rows are appended
    int visibleRowCount() const; ///< those that show in part, too
    int rowHeight() const;
    QRect visualRect(int row, int column) const; ///< in the viewport; empty when not visible
    QModelIndex indexAt(const QPoint &viewportPosition) const;

    /// Rows of `positions` (0 … 1 of the whole) carry a mark of this severity in the scroll bar.
    void setScrollMarks(const QList<QPair<double, int>> &marks);

signals:
    void currentRowChanged(int row);
    void rowActivated(int row); ///< Enter or double click
    void selectionChanged();
    void gutterClicked(int row); ///< where bookmarks stand
    void cellMenuRequested(const QModelIndex &index, const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Data;

    void connectModel();
    void reset();
    void rowsInserted(int first, int last);
    void rowsRemoved(int first, int last);
    void updateRows(int first, int last);

    int rowCount() const;
    int fullyVisibleRows() const;
    int rowAt(int y) const; ///< -1 below the last
    void updateGeometries();
    void scrollTo(int row);
    void scrollToColumn(int column);
    void fitColumn(int column);

    void moveTo(qint64 wanted, Qt::KeyboardModifiers modifiers);
    void moveColumn(int step);
    void dragTo(const QPoint &position);
    void commit(const RowSelection &selection, int current);
    bool showToolTip(const QPoint &position, const QPoint &globalPosition);

    std::unique_ptr<Data> m_data;
};

} // namespace evident
