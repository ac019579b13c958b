#pragma once

#include <QAbstractItemView>
#include <QAbstractScrollArea>

class QAbstractItemModel;
class QHeaderView;
class QItemSelectionModel;

namespace evident {

class Icons;
class Theme;

/// A table that scrolls in rows and costs nothing per row: no section sizes, no pixel arithmetic over the whole, resets in constant time.
/// Paints what roles.h says: severity tint, icon, word, muted prefixes. Rows have one height. Keyboard, mouse and screen reader work
/// as in QTableView with row selection.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    LogView(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);
    ~LogView() override;

    void setModel(QAbstractItemModel *model); ///< not owned; null is fine
    QAbstractItemModel *model() const;
    QHeaderView *header() const; ///< movable, hideable, sortable sections; state is saved by who owns the window

    int currentRow() const; ///< -1: none
    void setCurrentRow(int row); ///< selects it and scrolls to it
    QList<int> selectedRows() const; ///< ascending
    int firstVisibleRow() const;
    int visibleRowCount() const;
    QRect visualRect(int row, int column) const; ///< in the viewport; empty when not visible
    QModelIndex indexAt(const QPoint &viewportPosition) const;

    /// Rows of `positions` (0 … 1 of the whole) carry a mark of this severity in the scroll bar.
    void setScrollMarks(const QList<QPair<double, int>> &marks);

signals:
    void currentRowChanged(int row);
    void rowActivated(int row); ///< Enter or double click
    void selectionChanged();
    void cellMenuRequested(const QModelIndex &index, const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace evident
