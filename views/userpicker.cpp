#include "userpicker.h"

#include "storydelegate.h"
#include "theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace evident {

namespace {

constexpr int air = 12;
constexpr int rowAir = 6;

} // namespace

UserPicker::UserPicker(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent),
      m_heading(new QLabel),
      m_table(new QTableView)
{
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_heading->setContentsMargins(air, 0, air, air / 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_table, 1);
    setUpTable(theme, icons);
    setFocusProxy(m_table);
    connect(&m_model, &PeopleModel::matched, this, &UserPicker::matched);
    matched();
}

void UserPicker::setUpTable(const Theme &theme, const Icons &icons)
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Users of this log"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegate(new StoryDelegate(theme, icons, this));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowAir);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *columns = m_table->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setAccessibleName(m_table->accessibleName());
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    columns->setSectionResizeMode(PeopleModel::UserColumn, QHeaderView::Stretch);
    const int number = fontMetrics().horizontalAdvance(QStringLiteral("0,000,000,000")) + 2 * rowAir;
    columns->resizeSection(PeopleModel::ErrorsColumn, number);
    columns->resizeSection(PeopleModel::RecordsColumn, number);
    const auto picked = [this](const QModelIndex &index) { emit userPicked(m_model.userAt(index.row())); };
    connect(m_table, &QAbstractItemView::clicked, this, picked);
    connect(m_table, &QAbstractItemView::activated, this, picked);
    connect(&theme, &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
}

void UserPicker::read(const LogDocument &document)
{
    m_model.read(document);
    matched();
}

void UserPicker::setText(const QString &text)
{
    m_pickWanted = false;
    m_model.setText(text.trimmed());
    matched();
}

void UserPicker::matched()
{
    const int shown = m_model.rowCount();
    const QString all = QLocale().toString(m_model.userCount());
    if (m_model.isSearching())
        m_heading->setText(tr("Looking for users…"));
    else if (m_model.userCount() == 0)
        m_heading->setText(tr("No record of this log names a user."));
    else if (shown == 0)
        m_heading->setText(tr("No user's name has “%1”.").arg(visibleText(m_model.text())));
    else if (shown < m_model.userCount())
        m_heading->setText(tr("%1 of %2 users, those with most errors first. Type a part of a name to find others.")
                               .arg(QLocale().toString(shown), all));
    else
        m_heading->setText(tr("%Ln user(s), those with most errors first.", nullptr, shown));
    if (m_pickWanted && !m_model.isSearching())
        pick();
}

void UserPicker::pick()
{
    m_pickWanted = m_model.isSearching();
    if (m_pickWanted)
        return;
    const int row = std::max(0, m_table->currentIndex().row());
    if (const QString user = m_model.userAt(row); !user.isEmpty())
        emit userPicked(user);
}

void UserPicker::enter()
{
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model.index(0, 0));
    m_table->setFocus();
}

} // namespace evident
