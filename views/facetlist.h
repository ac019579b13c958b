#pragma once

#include "facetmodel.h"

#include <QListView>

namespace evident {

/// The rows of one facet: as high as its rows are, up to a limit. A click or Space asks to include, Shift+click or `-`
/// to exclude.
class FacetList : public QListView
{
    Q_OBJECT

public:
    explicit FacetList(QWidget *parent = nullptr);

    static constexpr int maximumRows = 12;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void choiceRequested(const QModelIndex &index, evident::FacetModel::Choice choice);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    QPersistentModelIndex m_pressed;
};

} // namespace evident
