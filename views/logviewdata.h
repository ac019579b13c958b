#pragma once

// Private to LogView: what its painting half and its input half share.

#include "logheader.h"
#include "logview.h"
#include "markedscrollbar.h"
#include "recordpainter.h"

#include <QBasicTimer>
#include <QPersistentModelIndex>
#include <QPointer>
#include <QScopedValueRollback>

namespace evident {

struct LogView::Data
{
    Data(const Theme &viewTheme, const Icons &icons)
        : theme(viewTheme),
          painter(viewTheme, icons)
    { }

    RecordPainter::Column columnOf(int logical) const;
    /// The visible columns that the area touches, from left to right.
    QList<RecordPainter::Column> columnsIn(const QRect &area) const;
    int firstColumn() const; ///< logical; -1 without columns

    const Theme &theme;
    RecordPainter painter;
    LogHeader *header = nullptr;
    MarkedScrollBar *marks = nullptr;
    QPointer<QAbstractItemModel> model;
    int columnsSetUp = 0;
    bool updatingGeometries = false;
    bool keptAtEnd = false;

    RowSelection selection;
    int current = -1;
    int anchor = -1; ///< where a range of Shift or of a drag begins
    int currentColumn = -1;
    bool cellShown = false; ///< Left or Right was used: the focus stands on the cell
    QPersistentModelIndex currentAcrossLayouts;

    bool dragging = false;
    bool dragRemoves = false; ///< it began by Ctrl on a selected row
    RowSelection selectionBeforeDrag;
    QPoint dragPosition;
    QBasicTimer dragTimer;
    QPoint wheelRest; ///< pixels not yet worth a row
};

} // namespace evident
