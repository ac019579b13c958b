#include "historydialog.h"

#include "diffview.h"
#include "icons.h"
#include "noticebar.h"
#include "sectionfiller.h"
#include "theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize(960, 720);
constexpr int tableHeight = 180;
constexpr int margin = 12;
constexpr int columnAir = 8;
constexpr int rowAir = 6;

} // namespace

HistoryDialog::HistoryDialog(const Theme &theme, const Icons &icons, CatalogStore &store, const QTimeZone &zone,
                             QWidget *parent)
    : QDialog(parent),
      m_theme(theme),
      m_store(store),
      m_zone(zone),
      m_model(zone),
      m_table(new QTableView),
      m_compared(new QLabel),
      m_notice(new NoticeBar(theme, icons)),
      m_diffView(new DiffView(theme, icons))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("History of the catalog"));
    resize(firstSize);
    m_compared->setTextFormat(Qt::PlainText);
    m_compared->setWordWrap(true);
    setUpTable();

    auto *comparison = new QWidget;
    auto *below = new QVBoxLayout(comparison);
    below->setContentsMargins(0, 8, 0, 0);
    below->setSpacing(8);
    below->addWidget(m_compared);
    below->addWidget(m_diffView, 1);
    auto *parts = new QSplitter(Qt::Vertical);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_table);
    parts->addWidget(comparison);
    parts->setStretchFactor(1, 1);
    parts->setSizes({tableHeight, firstSize.height() - tableHeight});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(8);
    layout->addWidget(m_notice);
    layout->addWidget(parts, 1);
    layout->addWidget(makeButtons());
    reload();
    m_table->setFocus();
}

void HistoryDialog::setUpTable()
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Revisions"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + rowAir);
    QHeaderView *columns = m_table->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setAccessibleName(tr("Columns"));
    new SectionFiller(columns, RevisionModel::TitleColumn);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryDialog::showComparison);
}

QWidget *HistoryDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_restore = buttons->addButton(tr("&Restore this revision…"), QDialogButtonBox::ActionRole);
    m_export = buttons->addButton(tr("&Export change pack…"), QDialogButtonBox::ActionRole);
    m_export->setToolTip(tr("What a SIEM team has to change in its rules, as files in a folder"));
    for (QAbstractButton *button : buttons->buttons())
        qobject_cast<QPushButton *>(button)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::askToRestore);
    connect(m_export, &QPushButton::clicked, this, [this] {
        const auto [before, after] = comparedRows();
        if (before >= 0)
            emit changePackRequested(m_model.revisionAt(before).id, m_model.revisionAt(after).id);
    });
    return buttons;
}

void HistoryDialog::reload()
{
    m_notice->clearButtons();
    m_notice->showNotice({});
    Result<QList<CatalogRevision>> revisions = m_store.revisions();
    if (!revisions)
        showFailure(revisions.error());
    m_model.setRevisions(revisions ? std::move(revisions).value() : QList<CatalogRevision>());
    for (int column = 0; column < RevisionModel::ColumnCount; ++column) {
        if (column == RevisionModel::TitleColumn)
            continue;
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, m_table->columnWidth(column) + columnAir);
    }
    m_table->selectRow(0);
    showComparison();
}

void HistoryDialog::compare(qint64 before, qint64 after)
{
    QItemSelection rows;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const qint64 id = m_model.revisionAt(row).id;
        if (id == before || id == after)
            rows.select(m_model.index(row, 0), m_model.index(row, 0));
    }
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

std::pair<int, int> HistoryDialog::comparedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    if (rows.isEmpty() || rows.size() > 2)
        return {-1, -1};
    const auto [newer, older] = std::ranges::minmax(rows); // the newest row is the first one
    if (rows.size() == 2)
        return {older, newer};
    return {newer + 1 < m_model.rowCount() ? newer + 1 : -1, newer};
}

void HistoryDialog::showComparison()
{
    const auto [before, after] = comparedRows();
    const bool one = m_table->selectionModel()->selectedRows().size() == 1;
    m_restore->setEnabled(one && after > 0 && !m_store.isReadOnly());
    m_export->setEnabled(before >= 0);
    if (before < 0) {
        m_compared->setText(after < 0 ? tr("Select one revision to see what it changed, or two to compare them.")
                                      : tr("This is the first revision: nothing comes before it."));
        m_diffView->setDiff({});
        return;
    }
    const CatalogRevision &older = m_model.revisionAt(before);
    const CatalogRevision &newer = m_model.revisionAt(after);
    m_compared->setText(tr("What changed from revision %1 (%2) to revision %3 (%4)", "numbers and moments")
                            .arg(QString::number(older.id), revisionMoment(older, m_zone), QString::number(newer.id),
                                 revisionMoment(newer, m_zone)));
    const auto entriesBefore = m_store.entriesOf(older.id);
    const auto entriesAfter = m_store.entriesOf(newer.id);
    if (!entriesBefore || !entriesAfter) {
        m_diffView->setDiff({});
        showFailure(entriesBefore ? entriesAfter.error() : entriesBefore.error());
        return;
    }
    m_diffView->setDiff(catalogDiff(entriesBefore.value(), entriesAfter.value()));
}

void HistoryDialog::showFailure(const Error &error)
{
    showError(error.message);
}

void HistoryDialog::showError(const QString &text)
{
    m_notice->clearButtons();
    m_notice->showNotice(text, Severity::Error);
}

void HistoryDialog::askToRestore()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 1)
        return;
    const CatalogRevision &revision = m_model.revisionAt(rows.first().row());
    m_notice->clearButtons();
    m_notice->showNotice(
        tr("The catalog becomes what it was in revision %1 of %2, with %Ln entry(s). This makes a new revision: the "
           "ones in between and all notes stay.",
           nullptr, int(revision.entryCount))
            .arg(QString::number(revision.id), revisionMoment(revision, m_zone)),
        Severity::Warning);
    QPushButton *yes = m_notice->addButton(tr("Restore"));
    QPushButton *no = m_notice->addButton(tr("Leave it"));
    connect(yes, &QPushButton::clicked, this, [this, id = revision.id] { emit restoreRequested(id); });
    connect(no, &QPushButton::clicked, this, [this] {
        m_notice->showNotice({});
        m_table->setFocus();
    });
    yes->setFocus();
}

} // namespace evident
