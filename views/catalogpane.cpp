#include "catalogpane.h"

#include "emptystate.h"
#include "entrydelegate.h"
#include "noticebar.h"
#include "roles.h"
#include "theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int columnAir = 8; // between a column's widest text and the next column
constexpr int clearButtonLimit = 3;
constexpr qsizetype clearTextLimit = 28;

Query withoutGroup(const Query &query, qsizetype position)
{
    QList<Group> groups = query.groups();
    groups.removeAt(position);
    return Query(groups);
}

QString shortened(const QString &text)
{
    return text.size() <= clearTextLimit ? text : text.first(clearTextLimit - 1) + u'…';
}

} // namespace

CatalogPane::CatalogPane(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icons(icons),
      m_proxy(&m_model),
      m_table(new QTableView),
      m_empty(new EmptyState(theme, icons, u"empty"_s)),
      m_stack(new QStackedLayout),
      m_noticeStack(new QVBoxLayout)
{
    m_noticeStack->setSpacing(0);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_noticeStack);
    layout->addLayout(m_stack, 1);
    setUpTable();
    setFocusProxy(m_table);
    showEmptyState();
    connect(&theme, &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
}

void CatalogPane::setUpTable()
{
    m_table->setModel(&m_proxy);
    m_table->setAccessibleName(tr("Catalog"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(CatalogModel::CodeColumn, Qt::AscendingOrder);
    m_table->setItemDelegate(new EntryDelegate(EntryDelegate::Part::Text, m_theme, m_icons, this));
    m_table->setItemDelegateForColumn(CatalogModel::LevelColumn,
                                      new EntryDelegate(EntryDelegate::Part::Level, m_theme, m_icons, this));
    m_table->setItemDelegateForColumn(CatalogModel::OutcomeColumn,
                                      new EntryDelegate(EntryDelegate::Part::Outcome, m_theme, m_icons, this));
    m_table->setItemDelegateForColumn(CatalogModel::DescriptionColumn,
                                      new EntryDelegate(EntryDelegate::Part::Description, m_theme, m_icons, this));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);

    QHeaderView *columns = header();
    columns->setSectionsMovable(true);
    columns->setHighlightSections(false);
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setSectionResizeMode(CatalogModel::DescriptionColumn, QHeaderView::Stretch);
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillHeaderMenu(menu);
        menu->popup(header()->mapToGlobal(position));
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        const QModelIndex index = m_table->indexAt(position);
        if (!index.isValid())
            return;
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillCellMenu(menu, index);
        menu->popup(m_table->viewport()->mapToGlobal(position));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CatalogPane::currentChanged);
}

QHeaderView *CatalogPane::header() const
{
    return m_table->horizontalHeader();
}

void CatalogPane::fitColumns()
{
    for (int column = 0; column < CatalogModel::ColumnCount; ++column) {
        header()->setSectionHidden(column, m_model.headerData(column, Qt::Horizontal, HiddenRole).toBool());
        if (column == CatalogModel::DescriptionColumn)
            continue;
        m_table->resizeColumnToContents(column);
        header()->resizeSection(column, header()->sectionSize(column) + columnAir);
    }
}

const CatalogEntry &CatalogPane::entryAt(const QModelIndex &proxyIndex) const
{
    return m_model.entryAt(m_proxy.mapToSource(proxyIndex).row());
}

std::optional<EventKey> CatalogPane::currentEntry() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? std::optional(entryAt(index).key) : std::nullopt;
}

QList<CatalogEntry> CatalogPane::shownEntries() const
{
    QList<CatalogEntry> entries;
    for (int row = 0; row < m_proxy.rowCount(); ++row)
        entries.append(entryAt(m_proxy.index(row, 0)));
    return entries;
}

QString CatalogPane::currentRowText() const
{
    QStringList cells;
    const QModelIndex current = m_table->currentIndex();
    for (int visual = 0; current.isValid() && visual < header()->count(); ++visual) {
        const int column = header()->logicalIndex(visual);
        if (!header()->isSectionHidden(column))
            cells.append(current.siblingAtColumn(column).data().toString());
    }
    return cells.join(u'\t');
}

void CatalogPane::setCatalog(const CatalogPointer &catalog)
{
    const bool first = m_model.rowCount() == 0;
    keepCurrent([&] { m_model.setCatalog(catalog); }, false);
    if (first)
        fitColumns();
}

void CatalogPane::setQuery(const Query &query)
{
    if (query == m_proxy.query())
        return;
    keepCurrent([&] { m_proxy.setQuery(query); }, !query.isEmpty());
}

// The table would move its current row from neighbour to neighbour while rows go, and tell of each.
void CatalogPane::keepCurrent(const std::function<void()> &change, bool takeFirst)
{
    const std::optional<EventKey> before = currentEntry();
    m_changing = true;
    change();
    const bool kept = before && showEntry(*before);
    if (!kept) {
        const bool take = takeFirst && m_proxy.rowCount() > 0;
        m_table->clearSelection();
        m_table->setCurrentIndex(take ? m_proxy.index(0, 0) : QModelIndex());
    }
    m_changing = false;
    showEmptyState();
    currentChanged();
}

bool CatalogPane::showEntry(const EventKey &key)
{
    const int row = m_model.rowOf(key);
    const QModelIndex index = row < 0 ? QModelIndex() : m_proxy.mapFromSource(m_model.index(row, 0));
    if (!index.isValid())
        return false;
    const QModelIndex current = m_table->currentIndex();
    m_table->setCurrentIndex(current.isValid() ? index.siblingAtColumn(current.column()) : index);
    m_table->scrollTo(m_table->currentIndex());
    return true;
}

void CatalogPane::currentChanged()
{
    if (m_changing)
        return;
    const std::optional<EventKey> current = currentEntry();
    if (current == m_announced)
        return;
    m_announced = current;
    if (current)
        emit currentEntryChanged(*current);
    else
        emit currentEntryLost();
}

void CatalogPane::setNotices(const QStringList &notices)
{
    while (QLayoutItem *item = m_noticeStack->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &notice : notices) {
        auto *bar = new NoticeBar(m_theme, m_icons, this);
        m_noticeStack->addWidget(bar);
        bar->showNotice(notice, Severity::Warning);
    }
}

void CatalogPane::showEmptyState()
{
    const bool empty = m_proxy.rowCount() == 0;
    if (empty) {
        m_empty->clearButtons();
        const Query query = m_proxy.query();
        m_empty->setText(query.isEmpty() ? tr("The catalog has no entries.") : tr("No entry matches."));
        const qsizetype groups = query.groups().size();
        for (qsizetype i = 0; groups > 1 && i < std::min<qsizetype>(groups, clearButtonLimit); ++i) {
            const QString term = shortened(Query({query.groups().at(i)}).toString());
            QAbstractButton *button = m_empty->addButton(tr("Clear %1", "%1 is a term of the query").arg(term));
            connect(button, &QAbstractButton::clicked, this,
                    [this, query, i] { emit queryEdited(withoutGroup(query, i)); });
        }
        if (groups > 0) {
            QAbstractButton *all = m_empty->addButton(groups > 1 ? tr("Clear all") : tr("Clear the query"));
            connect(all, &QAbstractButton::clicked, this, [this] { emit queryEdited(Query()); });
        }
    }
    // A way out that was taken by keyboard leads back into the rows.
    const bool cameFromHere = !empty && m_empty->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_table);
    if (cameFromHere)
        m_table->setFocus(Qt::OtherFocusReason);
}

void CatalogPane::fillCellMenu(QMenu *menu, const QModelIndex &index)
{
    const CatalogEntry &entry = entryAt(index);
    const Field field = CatalogModel::fieldOf(index.column());
    const Query query = m_proxy.query();
    const auto offer = [&](const QString &text, const Query &edited) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, edited] { emit queryEdited(edited); });
    };
    if (field == Field::Code) {
        Term term;
        term.field = Field::Code;
        term.values = {CodeValue{entry.key.code, entry.key.code}};
        offer(tr("Keep only code %1").arg(entry.key.code), query.withGroup({term}));
        term.negated = true;
        offer(tr("Leave out code %1").arg(entry.key.code), query.withGroup({term}));
    } else if (field != Field::Description) {
        const QString value = EntrySubject(*m_model.catalog(), entry).value(field, {});
        const QString shown =
            value.isEmpty() ? tr("(none)", "an entry without a value in this column") : index.data().toString();
        // An ampersand of the data is no mnemonic.
        const QString name = QString(shown).replace(u'&', u"&&"_s);
        offer(tr("Keep only %1", "%1 is a value of a column").arg(name), query.withFacetValue(field, value));
        offer(tr("Leave out %1", "%1 is a value of a column").arg(name), query.withFacetValue(field, value, true));
    }
    menu->addSeparator();
    const QString row = currentRowText();
    connect(menu->addAction(tr("Copy row")), &QAction::triggered, this,
            [row] { QApplication::clipboard()->setText(row); });
}

void CatalogPane::fillHeaderMenu(QMenu *menu)
{
    for (int column = 0; column < CatalogModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header()->isSectionHidden(column));
        // The code names the row, the description takes the space: without either there is no table to come back to.
        action->setEnabled(column != CatalogModel::CodeColumn && column != CatalogModel::DescriptionColumn);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { header()->setSectionHidden(column, !shown); });
    }
}

} // namespace evident
