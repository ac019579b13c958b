#include "timelineview.h"

#include "accessibletimeline.h"
#include "htmltext.h"
#include "logdocument.h"
#include "theme.h"
#include "timelinemodel.h"
#include "timelinetext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 4;
constexpr int barsHeight = 52;
/// For each bar, with the gap behind it.
constexpr int barWidth = 4;

} // namespace

TimelineView::TimelineView(const Theme &theme, const Icons &icons, TimelineModel *model, QWidget *parent)
    : QWidget(parent),
      m_painter(theme, icons),
      m_theme(theme),
      m_model(model)
{
    installAccessibleTimelines();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Timeline"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(model, &TimelineModel::changed, this, &TimelineView::readingChanged);
}

const TimelineReading &TimelineView::reading() const
{
    return *m_model->reading();
}

QSize TimelineView::sizeHint() const
{
    return {200, margin + barsHeight + TimelinePainter::seenHeight + fontMetrics().height() + margin};
}

TimeSpan TimelineView::shownSpan() const
{
    if (m_model->span())
        return *m_model->span();
    const TimelineBins &bins = reading().bins();
    return bins.count() > 0 ? TimeSpan{bins.begin(0), bins.end(bins.count() - 1) - 1} : TimeSpan();
}

TimelineGeometry TimelineView::geometry() const
{
    return {shownSpan(), QRectF(margin, margin, std::max(1, width() - 2 * margin), barsHeight)};
}

void TimelineView::readingChanged()
{
    notifyAccessibleTimelineReset(this);
    if (std::exchange(m_tellsCursor, false))
        notifyAccessibleTimelineFocus(this);
    update();
}

void TimelineView::setVisibleTimes(const QList<qint64> &times, bool inOrder)
{
    if (times == m_visibleTimes && inOrder == m_isInOrder)
        return;
    m_visibleTimes = times;
    m_isInOrder = inOrder;
    update();
}

void TimelineView::setMarkers(const QList<TimelineMarker> &markers)
{
    m_markers = markers;
    update();
}

int TimelineView::currentBin() const
{
    return m_cursor ? reading().bins().binOf(*m_cursor) : -1;
}

void TimelineView::setCurrentBin(int bin)
{
    const TimelineBins &bins = reading().bins();
    m_cursor = bin >= 0 && bin < bins.count() ? std::optional(bins.begin(bin)) : std::nullopt;
    m_anchor = m_cursor;
    notifyAccessibleTimelineFocus(this);
    update();
}

QRect TimelineView::binRect(int bin) const
{
    const TimelineBins &bins = reading().bins();
    if (bin < 0 || bin >= bins.count())
        return {};
    const TimelineGeometry place = geometry();
    const QRectF area(QPointF(place.xOf(bins.begin(bin)), place.bars.top()),
                      QPointF(place.xOf(bins.end(bin)), place.bars.bottom()));
    return area.intersected(place.bars).toAlignedRect();
}

int TimelineView::binAt(int x) const
{
    const TimelineGeometry place = geometry();
    if (x < place.bars.left() || x >= place.bars.right())
        return -1;
    return reading().bins().binOf(place.timeAt(x));
}

QString TimelineView::binText(int bin) const
{
    const TimelineBins &bins = reading().bins();
    if (bin < 0 || bin >= bins.count())
        return {};
    QString text =
        tr("%1: %2", "a span of time, what is in it")
            .arg(timeSpanText(bins.begin(bin), bins.end(bin), m_model->document()->zone()), countsText(reading(), bin));
    for (const int marker : markersIn({bins.begin(bin), bins.end(bin) - 1}))
        text += u"; "_s + visibleText(m_markers.at(marker).text);
    return text;
}

QString TimelineView::summary() const
{
    QString text = timelineSummary(reading(), m_model->document()->zone());
    if (!m_markers.isEmpty())
        text += u' ' + tr("%Ln finding(s) are marked.", nullptr, int(m_markers.size()));
    return text;
}

std::optional<TimeSpan> TimelineView::selectedSpan() const
{
    const TimelineBins &bins = reading().bins();
    const int cursor = currentBin();
    if (cursor < 0)
        return {};
    const int anchor = m_anchor ? bins.binOf(*m_anchor) : cursor;
    const int other = anchor < 0 ? cursor : anchor;
    return TimeSpan{bins.begin(std::min(cursor, other)), bins.end(std::max(cursor, other)) - 1};
}

QList<int> TimelineView::markersIn(const TimeSpan &span) const
{
    QList<int> markers;
    for (int i = 0; i < m_markers.size(); ++i) {
        if (m_markers.at(i).begin >= span.first && m_markers.at(i).begin <= span.last)
            markers.append(i);
    }
    return markers;
}

int TimelineView::markerAt(const QPoint &position) const
{
    const QList<int> shown = TimelinePainter::shownMarkers(geometry(), m_markers);
    const auto found = std::ranges::find_if(
        shown, [&](int i) { return TimelinePainter::markerRect(geometry(), m_markers.at(i)).contains(position); });
    return found == shown.end() ? -1 : *found;
}

QString TimelineView::toolTipAt(const QPoint &position) const
{
    if (const int marker = markerAt(position); marker >= 0) {
        const TimelineMarker &found = m_markers.at(marker);
        return visibleText(found.text) + u'\n' + timeSpanText(found.begin, found.end + 1, m_model->document()->zone());
    }
    const int bin = binAt(position.x());
    if (bin < 0)
        return {};
    const TimelineBins &bins = reading().bins();
    return timeSpanText(bins.begin(bin), bins.end(bin), m_model->document()->zone()) + u'\n'
        + countsText(reading(), bin).replace(u", "_s, u"\n"_s);
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), plainToolTip(toolTipAt(help->pos())), this);
    return true;
}

QString TimelineView::emptyText() const
{
    // While it is not known, and of a log without any record, of which the table tells.
    const LogDocument *document = m_model->document();
    if (document->recordCount() == 0 || document->isFiltering() || m_model->isCounting())
        return {};
    return reading().rows == 0 ? tr("No record to show over time") : tr("No record has a time");
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ColorTokens &colors = m_theme.colors();
    painter.fillRect(rect(), colors.base);
    const TimelineGeometry place = geometry();
    if (reading().bins().count() == 0) {
        painter.setPen(colors.mutedText);
        painter.drawText(rect(), Qt::AlignCenter, emptyText());
    } else {
        const QRectF axis(place.bars.left(), place.bars.bottom() + TimelinePainter::seenHeight, place.bars.width(),
                          fontMetrics().height() + margin);
        const bool isSeveral = m_cursor != m_anchor;
        m_painter.paint(painter, reading(),
                        {place, axis, m_model->document()->zone(), m_visibleTimes, m_isInOrder,
                         m_dragged       ? dragSpan()
                             : isSeveral ? selectedSpan()
                                         : std::nullopt,
                         m_cursor, m_markers});
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_model->setMostBins(std::max(1, int(geometry().bars.width()) / barWidth));
}

void TimelineView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace evident
