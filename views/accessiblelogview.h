#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace evident {

class LogView;

/// Tells Qt how a LogView is read aloud. Once is enough; more does nothing.
void installAccessibleLogViews();

/// To be called when the focus, the selection or the rows changed. None of it costs anything per row.
void notifyAccessibleFocus(LogView *view);
void notifyAccessibleSelection(LogView *view);
void notifyAccessibleReset(LogView *view);
/// To be called when cells of these rows have another text: the screen reader is told of one that has the focus and was
/// not known when it got it.
void notifyAccessibleText(LogView *view, int firstRow, int lastRow);

/// A LogView for the screen reader: a table of the visible columns, with cells made when they are asked for and
/// forgotten when many. Child 0 … columns - 1 are the header's cells, then row by row; as in Qt's own tables.
class AccessibleLogView : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit AccessibleLogView(LogView *view);
    ~AccessibleLogView() override;

    void *interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    QAccessibleInterface *caption() const override;
    QAccessibleInterface *summary() const override;
    QAccessibleInterface *cellAt(int row, int column) const override; ///< visual column
    int selectedCellCount() const override;
    QList<QAccessibleInterface *> selectedCells() const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override; ///< severity word and the texts of the row
    int selectedColumnCount() const override;
    int selectedRowCount() const override;
    int columnCount() const override;
    int rowCount() const override;
    QList<int> selectedColumns() const override;
    QList<int> selectedRows() const override;
    bool isColumnSelected(int column) const override;
    bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int column) override;
    bool unselectRow(int row) override;
    bool unselectColumn(int column) override;
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

    LogView *view() const;
    /// The visible columns by place; the place of a logical one.
    int logicalColumn(int visible) const;
    int visibleColumn(int logical) const;
    /// Row -1 is the header.
    QAccessibleInterface *cell(int row, int visibleColumn) const;
    /// What the cell shows; the level's with its severity's word, the code's with a word when the catalog lacks it.
    QString cellText(int row, int visibleColumn) const;
    /// Whether the cell's text is known; it may be on its way from the file.
    bool isKnown(int row, int visibleColumn) const;
    bool isRowKnown(int row) const;
    /// Cells that were handed out are gone after this.
    void forgetCells() const;
    bool awaitsText = false; ///< of the row that has the focus, to tell it

private:
    mutable QHash<quint64, QAccessible::Id> m_cells;
};

} // namespace evident
