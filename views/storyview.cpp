#include "storyview.h"

#include "flowlayout.h"
#include "icons.h"
#include "rowset.h"
#include "sectionfiller.h"
#include "storydelegate.h"
#include "storyroles.h"
#include "storywords.h"
#include "theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int air = 12;
constexpr int rowAir = 6;
constexpr int mostStates = 8; ///< rows that are seen without scrolling
constexpr int fewestStates = 2;
constexpr int rowsOfOthers = 12; ///< what stands above and below needs as much room as so many rows
constexpr qsizetype mostSeen = 6; ///< the query has the others
constexpr int nameLength = 40; ///< characters of an address or a device

void setUpView(QAbstractItemView *view, const Theme &theme, const Icons &icons)
{
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setTabKeyNavigation(false);
    view->setItemDelegate(new StoryDelegate(theme, icons, view));
    QObject::connect(&theme, &Theme::changed, view->viewport(), qOverload<>(&QWidget::update));
}

QLabel *plainLabel()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setContentsMargins(air, 0, air, air / 2);
    return label;
}

} // namespace

StoryView::StoryView(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent),
      m_icons(icons),
      m_heading(plainLabel()),
      m_states(new QTableView),
      m_seen(new QWidget),
      m_seenLayout(new FlowLayout(m_seen)),
      m_remarks(plainLabel()),
      m_signIns(new QTreeView)
{
    m_seenLayout->setContentsMargins(air / 2, 0, air, air / 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heading);
    layout->addWidget(m_states);
    layout->addSpacing(air / 2);
    layout->addWidget(m_seen);
    layout->addWidget(m_remarks);
    layout->addWidget(m_signIns, 1);
    setUpStates(theme, icons);
    setUpSignIns(theme, icons);
    setFocusProxy(m_signIns);
}

void StoryView::setUpStates(const Theme &theme, const Icons &icons)
{
    setUpView(m_states, theme, icons);
    m_states->setModel(&m_stateModel);
    m_states->setAccessibleName(tr("States"));
    m_states->setShowGrid(false);
    m_states->setWordWrap(false);
    m_states->verticalHeader()->hide();
    m_states->verticalHeader()->setDefaultSectionSize(std::max(fontMetrics().height(), 16) + rowAir);
    m_states->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *columns = m_states->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setAccessibleName(m_states->accessibleName());
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_lastState = new SectionFiller(columns, StoryStateModel::FailureColumn);
    connect(m_states, &QAbstractItemView::clicked, this, &StoryView::openState);
    connect(m_states, &QAbstractItemView::activated, this, &StoryView::openState);
}

void StoryView::setUpSignIns(const Theme &theme, const Icons &icons)
{
    setUpView(m_signIns, theme, icons);
    m_signIns->setModel(&m_model);
    m_signIns->setAccessibleName(tr("Sign-ins, newest first"));
    m_signIns->setUniformRowHeights(true);
    m_signIns->setExpandsOnDoubleClick(false);
    m_signIns->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_signIns->setAllColumnsShowFocus(true);
    QHeaderView *columns = m_signIns->header();
    columns->setAccessibleName(m_signIns->accessibleName());
    columns->setSectionsMovable(false);
    const auto fit = [this, columns](int column, const QString &text, int more = 0) {
        const int width = fontMetrics().horizontalAdvance(text) + 2 * rowAir + more;
        columns->resizeSection(column, std::max(width, columns->sectionSizeHint(column)));
    };
    fit(StoryModel::TimeColumn, u"0000-00-00 00:00:00"_s, m_signIns->indentation());
    fit(StoryModel::OutcomeColumn, tr("not finished", "outcome of a sign-in"), 2 * air);
    fit(StoryModel::MethodColumn, u"Hardware Authenticator"_s);
    fit(StoryModel::ApplicationColumn, u"Service Desk"_s);
    fit(StoryModel::TookColumn, u"00 min 00 s"_s);
    new SectionFiller(columns, StoryModel::WhatColumn);
    connect(m_signIns, &QAbstractItemView::clicked, this, &StoryView::openSignIn);
    connect(m_signIns, &QAbstractItemView::activated, this, &StoryView::openSignIn);
    connect(m_signIns->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (const std::optional<Row> record = m_model.recordAt(current))
                    emit recordSelected(*record);
            });
}

void StoryView::setStory(const std::shared_ptr<const ReadStory> &story)
{
    const bool isSame = m_story && story && m_story->story.user == story->story.user && m_story->log == story->log;
    const QSet<Row> open = isSame ? openSignIns() : QSet<Row>();
    const QModelIndex before = m_signIns->currentIndex();
    const bool wasSignIn = StoryModel::isSignIn(before);
    const Row current = isSame ? m_model.recordAt(before).value_or(RowSet::none) : RowSet::none;
    m_story = story;
    m_stateModel.setStory(story);
    m_model.setStory(story);
    m_heading->setText(story ? storyHeading(*story) : QString());
    QStringList remarks = story ? storyRemarks(*story) + QStringList{moreSignInsText(*story)} : QStringList();
    remarks.removeAll(QString());
    m_remarks->setText(remarks.join(u' '));
    m_remarks->setVisible(!remarks.isEmpty());
    fitStates();
    fillSeen();
    if (!isSame) {
        m_signIns->expand(m_model.index(0, 0));
        return;
    }
    restore(open);
    if (current != RowSet::none)
        m_signIns->setCurrentIndex(wasSignIn ? indexOf(current).parent() : indexOf(current));
}

void StoryView::fitStates()
{
    const int rows = m_stateModel.rowCount();
    m_states->setVisible(rows > 0);
    QHeaderView *columns = m_states->horizontalHeader();
    for (int column = 0; column < StoryStateModel::ColumnCount; ++column) {
        m_states->resizeColumnToContents(column);
        columns->resizeSection(column, m_states->columnWidth(column) + rowAir);
    }
    m_lastState->setLeast(columns->sectionSize(StoryStateModel::FailureColumn));
    fitStateRows();
}

/// As many as there are, unless the sign-ins below would have no room.
void StoryView::fitStateRows()
{
    const int rowHeight = m_states->verticalHeader()->defaultSectionSize();
    const int room = height() / rowHeight - rowsOfOthers;
    const int rows = std::min(m_stateModel.rowCount(), std::clamp(room, fewestStates, mostStates));
    const QHeaderView *columns = m_states->horizontalHeader();
    int needed = columns->sizeHint().height() + rowHeight * rows;
    if (columns->length() > width())
        needed += m_states->horizontalScrollBar()->sizeHint().height();
    m_states->setFixedHeight(needed);
}

void StoryView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitStateRows();
}

void StoryView::fillSeen()
{
    while (QLayoutItem *item = m_seenLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_story) {
        addSeen(tr("Addresses:"), Field::SourceIp, m_story->story.addresses, m_story->story.addressCount);
        const int read = int(m_story->story.devicesReadOf);
        const QString devices =
            read < m_story->story.records ? tr("Devices in the newest %Ln record(s):", nullptr, read) : tr("Devices:");
        addSeen(devices, Field::Device, m_story->story.devices, m_story->story.devices.size());
    }
    m_seen->setVisible(m_seenLayout->count() > 0);
    // Made just now, they would be the window's last.
    QWidget *before = m_states;
    for (int i = 0; i < m_seenLayout->count(); ++i) {
        if (auto *button = qobject_cast<QToolButton *>(m_seenLayout->itemAt(i)->widget())) {
            setTabOrder(before, button);
            before = button;
        }
    }
    setTabOrder(before, m_signIns);
}

void StoryView::addSeen(const QString &title, Field field, const QList<StorySeen> &seen, qint64 count)
{
    if (seen.isEmpty())
        return;
    auto *label = new QLabel(title);
    label->setContentsMargins(air / 2, 4, 0, 4);
    m_seenLayout->addWidget(label);
    const Query ofUser = queryOfUser(m_story->story.user);
    for (const StorySeen &one : seen.first(std::min(mostSeen, seen.size()))) {
        const QString value = visibleText(one.value);
        QString text = tr("%1 (%2)", "a value and how often it is there")
                           .arg(value.left(nameLength), QLocale().toString(one.records));
        auto *button = new QToolButton;
        button->setIcon(m_icons.icon(u"filter"_s));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setText(text.replace(u'&', u"&&"_s));
        button->setAccessibleName(
            tr("%1 %2, %Ln record(s)", "a title and a value", int(one.records)).arg(title, value));
        const Query query = ofUser.withFacetValue(field, one.value);
        connect(button, &QToolButton::clicked, this, [this, query] { emit queryRequested(query); });
        m_seenLayout->addWidget(button);
    }
    if (count > mostSeen) {
        auto *rest = new QToolButton;
        rest->setText(tr("and %Ln more", nullptr, int(count - mostSeen)));
        connect(rest, &QToolButton::clicked, this, [this, ofUser] { emit queryRequested(ofUser); });
        m_seenLayout->addWidget(rest);
    }
}

void StoryView::openState(const QModelIndex &index)
{
    if (const QVariant record = index.data(StoryRowRole); record.isValid())
        emit recordRequested(Row(record.toLongLong()));
}

void StoryView::openSignIn(const QModelIndex &index)
{
    const SignIn *signIn = m_model.signInAt(index);
    if (!signIn)
        return;
    if (!StoryModel::isSignIn(index) && !m_model.isRest(index))
        emit recordRequested(*m_model.recordAt(index));
    else if (signIn->transaction != 0)
        emit transactionRequested(signIn->decisive);
    else
        emit queryRequested(queryOf(*m_story, *signIn));
}

QSet<Row> StoryView::openSignIns() const
{
    QSet<Row> open;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (const QModelIndex index = m_model.index(row, 0); m_signIns->isExpanded(index))
            open.insert(m_model.signInAt(index)->steps.front());
    }
    return open;
}

/// A story that is read again, of a log that grows, stays as it was looked at.
void StoryView::restore(const QSet<Row> &open)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        m_signIns->setExpanded(index, open.contains(m_model.signInAt(index)->steps.front()));
    }
}

/// Of the record's step; invalid where there is none.
QModelIndex StoryView::indexOf(Row record) const
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex parent = m_model.index(row, 0);
        for (int step = 0; step < m_model.rowCount(parent); ++step) {
            const QModelIndex index = m_model.index(step, 0, parent);
            if (!m_model.isRest(index) && m_model.recordAt(index) == record)
                return index;
        }
    }
    return {};
}

bool StoryView::showRecord(Row record)
{
    const QModelIndex index = indexOf(record);
    if (!index.isValid())
        return false;
    m_signIns->expand(index.parent());
    m_signIns->setCurrentIndex(index);
    return true;
}

} // namespace evident
