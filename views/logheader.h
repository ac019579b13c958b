#pragma once

#include <QHeaderView>

class QMenu;

namespace evident {

class RecordPainter;

/// The header of a LogView: sections fit their WidthHintRole at first, the one without a hint takes what is left,
/// HiddenRole sections are hidden, a click sorts by InitialSortRole, then the other way, then not at all.
class LogHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit LogHeader(const RecordPainter &painter, QWidget *parent = nullptr);

    /// Widths and hidden sections as the model wants them at first.
    void setUpSections();
    /// Gives the section that takes what is left its width. `available` is the viewport's.
    void fill(int available);
    /// Sort commands for `section` (none when -1), and a check box for each column. The caller owns it.
    QMenu *createMenu(int section, QWidget *parent);

    void sortBy(int section, Qt::SortOrder order); ///< -1: the order of the file

    /// Without the sort: a log opens in the order of its file.
    QByteArray saveColumns();
    bool restoreColumns(const QByteArray &state);

signals:
    void sortRequested(int section, Qt::SortOrder order); ///< -1: the order of the file

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void cycleSort(int section);
    Qt::SortOrder initialOrder(int section) const;
    QString title(int section) const;

    const RecordPainter &m_painter;
    int m_fillSection = -1;
    int m_fillMinimum = 0; ///< what the person dragged it to, if that is more than what is left
    int m_sortSection = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_pressed = false;
    bool m_filling = false;
};

} // namespace evident
