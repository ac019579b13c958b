#include "timelinepanel.h"

#include "durationtext.h"
#include "linkbutton.h"
#include "logdocument.h"
#include "logpane.h"
#include "logview.h"
#include "querystate.h"
#include "querytime.h"
#include "theme.h"
#include "timelinelegend.h"
#include "timelinemodel.h"
#include "timelinetext.h"
#include "timelineview.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <memory>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameMs = 16;
constexpr int margin = 4;
constexpr int gap = 8;

constexpr TimelineGrouping groupings[] = {TimelineGrouping::Level, TimelineGrouping::Owner, TimelineGrouping::Method,
                                          TimelineGrouping::Code};

} // namespace

TimelinePanel::TimelinePanel(const Theme &theme, const Icons &icons, LogPane *pane)
    : QWidget(pane),
      m_pane(pane),
      m_model(new TimelineModel(pane->document(), this)),
      m_view(new TimelineView(theme, icons, m_model))
{
    m_view->setAccessibleName(tr("Timeline of %1").arg(pane->document()->title()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    createHeader(theme, icons);
    createStrays();
    layout->addWidget(m_view);
    setGrouping(m_model->grouping());
    m_seenTimer.setSingleShot(true);
    m_seenTimer.setInterval(frameMs);
    connect(&m_seenTimer, &QTimer::timeout, this, &TimelinePanel::updateVisibleTimes);
    connect(m_model, &TimelineModel::changed, this, &TimelinePanel::readingChanged);
    connectPane();
    pane->addAboveRecords(this);
    setTabOrder(m_grouping, m_view);
    setTabOrder(m_view, pane->view());
}

void TimelinePanel::createHeader(const Theme &theme, const Icons &icons)
{
    m_grouping = new QToolButton;
    m_grouping->setAutoRaise(true);
    m_grouping->setFocusPolicy(Qt::TabFocus);
    m_grouping->setPopupMode(QToolButton::InstantPopup);
    m_grouping->setToolTip(tr("By what the bars of the timeline are stacked"));
    auto *menu = new QMenu(m_grouping);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        addGroupings(menu);
    });
    m_grouping->setMenu(menu);
    m_legend = new TimelineLegend(theme, icons);
    m_remark = new QLabel;
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setForegroundRole(QPalette::PlaceholderText);

    auto *header = new QHBoxLayout;
    header->setContentsMargins(margin, margin, gap, 0);
    header->setSpacing(gap);
    header->addWidget(m_grouping);
    header->addWidget(m_legend, 1);
    header->addWidget(m_remark);
    static_cast<QVBoxLayout *>(layout())->addLayout(header);
}

void TimelinePanel::createStrays()
{
    m_strays = new QWidget;
    m_straysText = new QLabel;
    m_straysText->setTextFormat(Qt::PlainText);
    m_straysText->setWordWrap(true);
    m_straysTime = new LinkButton;
    auto *records = new LinkButton;
    records->setText(tr("Only these records"));
    auto *row = new QHBoxLayout(m_strays);
    row->setContentsMargins(gap, 0, gap, 0);
    row->setSpacing(gap);
    row->addWidget(m_straysText, 1);
    row->addWidget(m_straysTime);
    row->addWidget(records);
    m_strays->hide();
    layout()->addWidget(m_strays);
    connect(m_straysTime, &LinkButton::clicked, this, [this] {
        if (m_model->isWithStrays())
            m_model->setSpan({});
        else
            m_model->showStrays();
        updateStrays();
    });
    connect(records, &LinkButton::clicked, this, &TimelinePanel::showStrayRecords);
}

void TimelinePanel::showStrayRecords()
{
    QueryState *state = m_pane->queryState();
    if (const auto &bulk = m_model->reading()->bulk)
        state->setQuery(outsideTimeSpan(state->query(), *bulk, m_pane->document()->zone()));
}

void TimelinePanel::updateStrays()
{
    const TimelineReading &reading = *m_model->reading();
    m_straysText->setText(straysText(reading.straysBefore, reading.straysAfter));
    m_straysTime->setText(m_model->isWithStrays() ? tr("Show the time without them") : tr("Show the whole time"));
    m_strays->setVisible(reading.strays() > 0);
}

void TimelinePanel::connectPane()
{
    QueryState *state = m_pane->queryState();
    connect(m_view, &TimelineView::spanChosen, this, [this, state](const TimeSpan &span) {
        // The rows are those of the span then, which is the whole.
        m_model->setSpan({});
        state->setQuery(withTimeSpan(state->query(), span, m_pane->document()->zone()));
    });
    connect(m_view, &TimelineView::wholeRequested, this, [state] {
        if (hasTimeSpan(state->query()))
            state->setQuery(withoutTimeSpan(state->query()));
    });
    connect(m_view, &TimelineView::menuRequested, this, [this](const QPoint &position) {
        const std::unique_ptr<QMenu> menu(createMenu(this));
        menu->exec(position);
    });
    const auto look = [this] {
        if (!m_seenTimer.isActive())
            m_seenTimer.start();
    };
    const QScrollBar *bar = m_pane->view()->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, look);
    connect(bar, &QScrollBar::rangeChanged, this, look);
    const LogDocument *document = m_pane->document();
    connect(document, &LogDocument::rowsChanged, this, look);
    connect(document, &LogDocument::rowsGrown, this, look);
    connect(document, &LogDocument::rowsShrunk, this, look);
    connect(document, &LogDocument::rowsUpdated, this, look);
    connect(document, &LogDocument::stateChanged, this, [this, document] {
        // Of a log that could not be read there is nothing to show.
        const bool isThere = document->log() || document->state() != LogDocument::State::Failed;
        for (QWidget *part : QList<QWidget *>{m_grouping, m_legend, m_remark, m_view})
            part->setVisible(isThere);
        m_view->update();
    });
}

void TimelinePanel::setGrouping(TimelineGrouping grouping)
{
    m_model->setGrouping(grouping);
    m_grouping->setText(groupingTitle(grouping) + u" ▾"_s);
    m_grouping->setAccessibleName(tr("Timeline: %1").arg(groupingTitle(grouping)));
}

void TimelinePanel::addGroupings(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    for (const TimelineGrouping grouping : groupings) {
        QAction *action = menu->addAction(groupingTitle(grouping), this, [this, grouping] {
            setGrouping(grouping);
            emit groupingChosen(grouping);
        });
        action->setCheckable(true);
        action->setChecked(grouping == m_model->grouping());
        group->addAction(action);
    }
}

QMenu *TimelinePanel::createMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    const bool isSelected = m_view->selectedSpan().has_value();
    QAction *only = menu->addAction(tr("Only the records of this time"), m_view, &TimelineView::chooseSelection);
    only->setEnabled(isSelected);
    menu->addAction(tr("Zoom to this time"), m_view, &TimelineView::zoomToSelection)->setEnabled(isSelected);
    menu->addSeparator();
    menu->addAction(tr("Zoom in"), m_view, &TimelineView::zoomIn);
    menu->addAction(tr("Zoom out"), m_view, &TimelineView::zoomOut);
    QAction *whole = menu->addAction(tr("The whole time"), m_view, &TimelineView::zoomToWhole);
    const bool isWithoutStrays = m_model->reading()->strays() > 0 && !m_model->isWithStrays();
    whole->setEnabled(m_model->span() || isWithoutStrays || hasTimeSpan(m_pane->queryState()->query()));
    menu->addSeparator();
    addGroupings(menu);
    menu->addSeparator();
    menu->addAction(tr("Hide the timeline"), this, &TimelinePanel::hideRequested);
    return menu;
}

QString TimelinePanel::remark() const
{
    const TimelineReading &reading = *m_model->reading();
    QStringList texts;
    quint64 highest = 0;
    for (int bin = 0; bin < reading.bins().count(); ++bin)
        highest = std::max(highest, reading.total(bin));
    if (highest > 0)
        texts.append(tr("at most %1 in %2", "records, a span of time")
                         .arg(QLocale().toString(highest), durationText(reading.bins().width())));
    if (reading.withoutTime > 0)
        texts.append(tr("%Ln record(s) without a time", nullptr, int(reading.withoutTime)));
    return texts.join(u"  ·  "_s);
}

void TimelinePanel::readingChanged()
{
    m_legend->setReading(m_model->reading());
    m_remark->setText(remark());
    updateStrays();
    m_view->setAccessibleName(tr("Timeline of %1").arg(m_pane->document()->title()));
}

void TimelinePanel::updateVisibleTimes()
{
    const LogDocument *document = m_pane->document();
    const RowSet &rows = document->shownRows();
    const LogView *view = m_pane->view();
    QList<qint64> times;
    const auto first = Row(std::max(0, view->firstVisibleRow()));
    const Row end = std::min(rows.size(), first + Row(std::max(0, view->visibleRowCount())));
    for (Row position = first; document->log() && position < end; ++position) {
        const Row row = rows.at(position);
        if (row >= document->recordCount())
            continue;
        if (const qint64 time = document->log()->columns().time(row); time != noTime)
            times.append(time);
    }
    const bool inOrder = std::ranges::is_sorted(times) || std::ranges::is_sorted(times, std::ranges::greater());
    m_view->setVisibleTimes(times, inOrder);
}

void TimelinePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setActive(true);
    updateVisibleTimes();
}

void TimelinePanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_model->setActive(false);
}

} // namespace evident
