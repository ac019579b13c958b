#include "userpage.h"

#include "flowlayout.h"
#include "icons.h"
#include "logdocument.h"
#include "logmodel.h"
#include "logpane.h"
#include "logview.h"
#include "querystate.h"
#include "storymodel.h"
#include "storyticket.h"
#include "storyview.h"
#include "userpicker.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int air = 12;
constexpr int refreshMs = 1000;
constexpr int leastName = 28; ///< characters

} // namespace

UserPage::UserPage(const Theme &theme, const Icons &icons, LogDocument *document, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_name(new QLineEdit),
      m_records(new QPushButton(icons.icon(u"log"_s), tr("Records of this user"))),
      m_copy(new QPushButton(icons.icon(u"copy"_s), tr("Copy for a ticket"))),
      m_stack(new QStackedLayout),
      m_picker(new UserPicker(theme, icons)),
      m_story(new StoryView(theme, icons))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createBar());
    layout->addLayout(m_stack, 1);
    m_stack->addWidget(m_picker);
    m_stack->addWidget(m_story);
    setFocusProxy(m_name);
    const std::array<QWidget *, 6> order{
        m_name, m_records, m_copy, m_picker->table(), m_story->states(), m_story->signIns()};
    for (size_t i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));

    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshMs);
    connect(&m_refreshTimer, &QTimer::timeout, this, &UserPage::refresh);
    connect(&m_reader, &StoryReader::storyRead, this, &UserPage::storyRead);
    connect(m_picker, &UserPicker::userPicked, this, &UserPage::pick);
    connect(m_story, &StoryView::recordRequested, this, &UserPage::recordRequested);
    connect(m_story, &StoryView::recordSelected, this, &UserPage::recordSelected);
    connect(m_story, &StoryView::transactionRequested, this, &UserPage::transactionRequested);
    connect(m_story, &StoryView::queryRequested, this, &UserPage::queryRequested);
    connectDocument();
    showPicker();
}

QWidget *UserPage::createBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(air, air / 2, air, air / 2);
    auto *label = new QLabel(tr("&User:"));
    label->setBuddy(m_name);
    m_name->setPlaceholderText(tr("A name, or a part of one"));
    m_name->setAccessibleName(tr("User"));
    m_name->setClearButtonEnabled(true);
    for (auto *clear : m_name->findChildren<QToolButton *>())
        clear->setAccessibleName(tr("Clear"));
    m_name->installEventFilter(this);
    m_name->setMinimumWidth(leastName * m_name->fontMetrics().averageCharWidth());
    label->setMinimumHeight(m_name->sizeHint().height());
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(buttons); // below one another where there is no room beside the name
    flow->addWidget(m_records);
    flow->addWidget(m_copy);
    layout->addWidget(label, 0, Qt::AlignTop);
    layout->addWidget(m_name, 1, Qt::AlignTop);
    layout->addWidget(buttons);
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_picker->setText(text);
        showPicker();
    });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) { // by the button in it, too
            m_picker->setText(text);
            showPicker();
        }
    });
    connect(m_name, &QLineEdit::returnPressed, m_picker, &UserPicker::pick);
    connect(m_records, &QPushButton::clicked, this, [this] { emit userRecordsRequested(m_user); });
    connect(m_copy, &QPushButton::clicked, this, &UserPage::ticketRequested);
    return bar;
}

void UserPage::connectDocument()
{
    const auto later = [this] {
        if (isVisible() && isStale() && !m_refreshTimer.isActive())
            m_refreshTimer.start();
    };
    connect(m_document, &LogDocument::progressChanged, this, later);
    connect(m_document, &LogDocument::rowsGrown, this, later);
    connect(m_document, &LogDocument::rowsChanged, this, later);
    connect(m_document, &LogDocument::resolutionChanged, this, later);
    const auto now = [this] {
        if (isVisible() && isStale())
            refresh();
    };
    connect(m_document, &LogDocument::stateChanged, this, now);
    connect(m_document, &LogDocument::zoneChanged, this, now);
}

bool UserPage::isStale() const
{
    return m_readLog != m_document->log().get() || m_readResolution != m_document->resolution().get()
        || m_readRecords != m_document->recordCount() || m_readZone != m_document->zone();
}

void UserPage::refresh()
{
    if (!m_document->log())
        return;
    m_readLog = m_document->log().get();
    m_readResolution = m_document->resolution().get();
    m_readRecords = m_document->recordCount();
    m_readZone = m_document->zone();
    m_picker->read(*m_document);
    if (!m_user.isEmpty())
        m_reader.read(*m_document, m_user);
}

void UserPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (isStale())
        refresh();
}

void UserPage::showPicker()
{
    m_stack->setCurrentWidget(m_picker);
    m_records->setEnabled(false);
    m_copy->setEnabled(false);
    setFocusProxy(m_name);
}

void UserPage::showUser(const QString &user, std::optional<quint32> record)
{
    m_record = record;
    if (user != m_user) {
        m_user = user;
        m_reader.forget();
        m_story->setStory(nullptr);
    }
    m_name->setText(visibleText(user));
    m_name->setCursorPosition(0); // of a long name, its beginning is seen
    m_records->setEnabled(true);
    m_stack->setCurrentWidget(m_story);
    setFocusProxy(m_story);
    if (isVisible() || !isStale())
        m_reader.read(*m_document, user);
}

void UserPage::pick(const QString &user)
{
    showUser(user);
    m_story->setFocus();
}

void UserPage::storyRead()
{
    m_story->setStory(m_reader.story());
    m_copy->setEnabled(m_stack->currentWidget() == m_story);
    const std::optional<quint32> record = std::exchange(m_record, {});
    if (record && m_story->showRecord(*record))
        return;
    if (auto *tree = m_story->signIns(); !tree->currentIndex().isValid())
        tree->setCurrentIndex(tree->model()->index(0, 0));
}

std::optional<Ticket> UserPage::ticket() const
{
    if (m_stack->currentWidget() != m_story || !m_reader.story())
        return {};
    return ticketOf(*m_reader.story());
}

std::optional<RowSet> UserPage::ticketRecords() const
{
    return ticket() ? std::optional(RowSet::of(ticketRows(*m_reader.story()))) : std::nullopt;
}

/// Also while the story is still to be read: the report reads its own.
QString UserPage::reportUser() const
{
    return m_stack->currentWidget() == m_story ? m_user : QString();
}

/// From the name into the list of names, and back to the story.
bool UserPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_name || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down && m_stack->currentWidget() == m_picker) {
        m_picker->enter();
        return true;
    }
    if (key == Qt::Key_Escape && m_stack->currentWidget() == m_picker && !m_user.isEmpty()) {
        pick(m_user);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

UserPage *UserPage::addTo(LogPane *pane, const Theme &theme, const Icons &icons)
{
    auto *page = new UserPage(theme, icons, pane->document());
    page->setObjectName(u"users"_s);
    pane->addPage(page, tr("People"));
    connect(pane, &LogPane::userRequested, page, [pane, page](const QString &user, Row record) {
        page->showUser(user, record);
        pane->showPage(page);
        page->setFocus();
    });
    connect(page, &UserPage::recordRequested, pane,
            [pane, page](Row record) { pane->showRecord(record, queryOfUser(page->user())); });
    connect(page, &UserPage::recordSelected, pane, &LogPane::selectRecord);
    connect(page, &UserPage::transactionRequested, pane, [pane](Row record) {
        pane->selectRecord(record);
        pane->showTransaction();
    });
    const auto showNewestFirst = [pane](const Query &query) {
        pane->view()->sortByColumn(LogModel::TimeColumn, Qt::DescendingOrder);
        pane->queryState()->setQuery(query);
        pane->showPage(nullptr);
        pane->view()->setFocus();
    };
    connect(page, &UserPage::queryRequested, pane, showNewestFirst);
    connect(page, &UserPage::userRecordsRequested, pane,
            [showNewestFirst](const QString &user) { showNewestFirst(queryOfUser(user)); });
    return page;
}

} // namespace evident
