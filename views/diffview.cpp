#include "diffview.h"

#include "changepage.h"
#include "diffdelegate.h"
#include "icons.h"
#include "pageview.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnAir = 12; // between a column's widest text and the next column
constexpr int codeWidth = 128;

} // namespace

DiffView::DiffView(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icons(icons),
      m_proxy(&m_model),
      m_filter(new QLineEdit),
      m_all(new QPushButton(tr("&All"))),
      m_none(new QPushButton(tr("&None"))),
      m_tree(new QTreeView),
      m_page(new PageView)
{
    setUpTree();
    m_page->setAccessibleName(tr("The selected change, word by word"));
    auto *parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_tree);
    parts->addWidget(m_page);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeBar());
    layout->addWidget(parts, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy.setFilter(text);
        showSections();
        if (!m_tree->currentIndex().isValid())
            selectFirst();
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DiffView::write);
    connect(&theme, &Theme::changed, this, &DiffView::write);
}

QWidget *DiffView::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_filter->setPlaceholderText(tr("Filter: a code, a level, words"));
    m_filter->setAccessibleName(tr("Filter the changes"));
    m_filter->setClearButtonEnabled(true);
    layout->addWidget(m_filter, 1);
    m_all->setAccessibleName(tr("Choose all changes that are shown"));
    m_none->setAccessibleName(tr("Choose none of the changes that are shown"));
    for (QPushButton *button : {m_all, m_none}) {
        button->setToolTip(button->accessibleName());
        button->setAutoDefault(false);
        button->hide();
        layout->addWidget(button);
    }
    connect(m_all, &QPushButton::clicked, this, [this] { m_proxy.checkAll(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { m_proxy.checkAll(false); });
    return bar;
}

void DiffView::setUpTree()
{
    m_tree->setModel(&m_proxy);
    m_tree->setAccessibleName(tr("Changes"));
    m_tree->setItemDelegate(new DiffDelegate(m_theme, m_icons, m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setTabKeyNavigation(false);
    QHeaderView *columns = m_tree->header();
    columns->setHighlightSections(false);
    columns->setStretchLastSection(true);
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setAccessibleName(tr("Columns"));
    columns->setFocusPolicy(Qt::NoFocus);
}

void DiffView::setDiff(const CatalogDiff &diff, const QList<PageLine> &notUnderstood, DiffModel::Choice choice)
{
    m_model.setDiff(diff, notUnderstood, choice);
    m_all->setVisible(choice == DiffModel::Choice::Checks && !diff.isEmpty());
    m_none->setVisible(m_all->isVisibleTo(this));
    showSections();
    m_tree->setColumnHidden(DiffModel::FactsColumn, diff.changed.isEmpty()); // a hidden one is not resized
    for (int column = DiffModel::LevelColumn; column < DiffModel::DescriptionColumn; ++column) {
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column, m_tree->columnWidth(column) + columnAir);
    }
    m_tree->setColumnWidth(DiffModel::CodeColumn, codeWidth);
    selectFirst();
    write();
}

void DiffView::showSections()
{
    for (int row = 0; row < m_proxy.rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, QModelIndex(), true);
    m_tree->expandAll();
}

void DiffView::selectFirst()
{
    for (int row = 0; row < m_proxy.rowCount(); ++row) {
        const QModelIndex first = m_proxy.index(0, 0, m_proxy.index(row, 0));
        if (first.isValid()) {
            m_tree->setCurrentIndex(first);
            return;
        }
    }
}

void DiffView::write()
{
    ChangePage page(m_theme, font());
    page.begin(m_page->document());
    const QModelIndex index = m_proxy.mapToSource(m_tree->currentIndex().siblingAtColumn(DiffModel::CodeColumn));
    if (index.isValid() && !DiffModel::isSection(index)) {
        page.writeTitle(index.data().toString());
        if (m_model.before(index) || m_model.after(index))
            page.writeChange(m_model.before(index), m_model.after(index));
        else
            page.writeText(index.siblingAtColumn(DiffModel::DescriptionColumn).data().toString());
    }
    m_page->moveCursor(QTextCursor::Start);
}

} // namespace evident
