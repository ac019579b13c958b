#include "logheader.h"

#include "recordpainter.h"
#include "roles.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyleOptionHeader>

namespace evident {

namespace {

constexpr int fillCharacters = 17; ///< narrower, the table scrolls sideways

} // namespace

LogHeader::LogHeader(const RecordPainter &painter, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent),
      m_painter(painter)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setSortIndicator(-1, Qt::AscendingOrder);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setTextElideMode(Qt::ElideRight);
    setMinimumSectionSize(24);

    connect(this, &QHeaderView::sectionClicked, this, &LogHeader::cycleSort);
    // The second of two quick clicks arrives as this alone.
    connect(this, &QHeaderView::sectionDoubleClicked, this, &LogHeader::cycleSort);
    connect(this, &QHeaderView::sortIndicatorChanged, this, [this](int section, Qt::SortOrder order) {
        // A click has turned it already, in Qt's cycle of two; cycleSort() knows better.
        if (!m_pressed)
            sortBy(section, order);
    });
    connect(this, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (section == m_fillSection && m_pressed && !m_filling)
            m_fillMinimum = width;
    });
}

void LogHeader::setUpSections()
{
    m_fillSection = -1;
    m_fillMinimum = 0;
    if (!model())
        return;
    const QScopedValueRollback filling(m_filling, true);
    for (int section = 0; section < count(); ++section) {
        const QString hint = model()->headerData(section, orientation(), WidthHintRole).toString();
        const bool fixed = model()->headerData(section, orientation(), FixedFontRole).toBool();
        const bool icon = model()->headerData(section, orientation(), SeverityIconRole).toBool()
            || model()->headerData(section, orientation(), UnknownIconRole).toBool();
        if (hint.isEmpty() && m_fillSection < 0)
            m_fillSection = section;
        const int titleWidth = sectionSizeFromContents(section).width();
        resizeSection(section, std::max(titleWidth, m_painter.cellWidth(hint, fixed, icon)));
        setSectionHidden(section, model()->headerData(section, orientation(), HiddenRole).toBool());
    }
}

void LogHeader::fill(int available)
{
    if (m_fillSection < 0 || m_fillSection >= count() || isSectionHidden(m_fillSection) || m_filling)
        return;
    const QScopedValueRollback filling(m_filling, true);
    const int others = length() - sectionSize(m_fillSection);
    const int least = std::max(fillCharacters * fontMetrics().averageCharWidth(), m_fillMinimum);
    resizeSection(m_fillSection, std::max(least, available - others));
}

QMenu *LogHeader::createMenu(int section, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    if (section >= 0) {
        menu->addAction(tr("Sort by “%1” ascending").arg(title(section)), this,
                        [this, section] { sortBy(section, Qt::AscendingOrder); });
        menu->addAction(tr("Sort by “%1” descending").arg(title(section)), this,
                        [this, section] { sortBy(section, Qt::DescendingOrder); });
    }
    auto *fileOrder = menu->addAction(tr("Order of the file"), this, [this] { sortBy(-1, Qt::AscendingOrder); });
    fileOrder->setEnabled(m_sortSection >= 0);
    menu->addSeparator();
    const int shown = count() - hiddenSectionCount();
    for (int visual = 0; visual < count(); ++visual) {
        const int logical = logicalIndex(visual);
        auto *action = menu->addAction(title(logical));
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(logical));
        action->setEnabled(isSectionHidden(logical) || shown > 1);
        connect(action, &QAction::toggled, this, [this, logical](bool on) { setSectionHidden(logical, !on); });
    }
    menu->addSeparator();
    menu->addAction(tr("Columns as at first"), this, [this] {
        for (int section = 0; section < count(); ++section)
            moveSection(visualIndex(section), section);
        setUpSections();
        emit geometriesChanged();
    });
    return menu;
}

QByteArray LogHeader::saveColumns()
{
    const QSignalBlocker blocker(this);
    setSortIndicator(-1, Qt::AscendingOrder);
    QByteArray state = saveState();
    setSortIndicator(m_sortSection, m_sortOrder);
    return state;
}

bool LogHeader::restoreColumns(const QByteArray &state)
{
    bool restored = false;
    {
        const QSignalBlocker blocker(this);
        restored = restoreState(state);
        setSortIndicatorShown(true);
        setSortIndicator(m_sortSection, m_sortOrder);
    }
    emit geometriesChanged();
    return restored;
}

void LogHeader::mousePressEvent(QMouseEvent *event)
{
    // The release of another button may go to the menu that it opened.
    m_pressed = event->button() == Qt::LeftButton;
    QHeaderView::mousePressEvent(event);
}

void LogHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    m_pressed = false;
    emit geometriesChanged();
}

void LogHeader::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = createMenu(logicalIndexAt(event->pos()), this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

void LogHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    // Qt leaves the strip before the first section empty.
    if (offset() >= 0)
        return;
    QPainter painter(viewport());
    QStyleOption option;
    option.initFrom(this);
    option.rect = QRect(0, 0, -offset(), viewport()->height());
    style()->drawControl(QStyle::CE_HeaderEmptyArea, &option, &painter, this);
}

void LogHeader::cycleSort(int section)
{
    const auto first = initialOrder(section);
    const auto second = first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (section != m_sortSection)
        sortBy(section, first);
    else if (m_sortOrder == first)
        sortBy(section, second);
    else
        sortBy(-1, Qt::AscendingOrder);
}

void LogHeader::sortBy(int section, Qt::SortOrder order)
{
    {
        const QSignalBlocker blocker(this);
        setSortIndicator(section, order);
    }
    viewport()->update();
    if (section == m_sortSection && (section < 0 || order == m_sortOrder))
        return;
    m_sortSection = section;
    m_sortOrder = order;
    emit sortRequested(section, order);
}

Qt::SortOrder LogHeader::initialOrder(int section) const
{
    const QVariant order = model()->headerData(section, orientation(), InitialSortRole);
    return order.isValid() ? Qt::SortOrder(order.toInt()) : Qt::AscendingOrder;
}

QString LogHeader::title(int section) const
{
    return model()->headerData(section, orientation(), Qt::DisplayRole).toString();
}

} // namespace evident
