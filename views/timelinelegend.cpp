#include "timelinelegend.h"

#include "htmltext.h"
#include "theme.h"
#include "timelinetext.h"

#include <QPainter>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int patchSize = 10;
constexpr int patchGap = 4;
constexpr int itemGap = 12;

} // namespace

TimelineLegend::TimelineLegend(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_painter(theme, icons)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setAccessibleName(tr("What the bars are made of, from below"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TimelineLegend::setReading(const std::shared_ptr<const TimelineReading> &reading)
{
    m_reading = reading;
    m_parts.clear();
    m_texts.clear();
    for (int part = 0; part < reading->parts.size(); ++part) {
        bool isThere = false;
        for (int bin = 0; bin < reading->bins().count() && !isThere; ++bin)
            isThere = reading->counts.count(bin, part) > 0;
        if (!isThere)
            continue;
        m_parts.append(part);
        m_texts.append(partLabel(*reading, part));
    }
    setAccessibleDescription(m_texts.join(u", "_s));
    setToolTip(plainToolTip(m_texts.join(u'\n')));
    updateGeometry();
    update();
}

int TimelineLegend::widthOf(const QString &text) const
{
    return patchSize + patchGap + fontMetrics().horizontalAdvance(text) + itemGap;
}

QSize TimelineLegend::sizeHint() const
{
    int width = 0;
    for (const QString &text : m_texts)
        width += widthOf(text);
    return {width, fontMetrics().height() + patchGap};
}

QSize TimelineLegend::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void TimelineLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_theme.colors().mutedText);
    const int more = fontMetrics().horizontalAdvance(u'…');
    int x = 0;
    for (int i = 0; i < m_parts.size(); ++i) {
        const int end = x + widthOf(m_texts.at(i)) - itemGap;
        const bool isLast = i + 1 == m_parts.size();
        if (end + (isLast ? 0 : itemGap + more) > width()) {
            painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, u"…"_s);
            return;
        }
        painter.fillRect(QRect(x, (height() - patchSize) / 2, patchSize, patchSize),
                         m_painter.color(*m_reading, m_parts.at(i)));
        painter.drawText(QRect(x + patchSize + patchGap, 0, widthOf(m_texts.at(i)), height()),
                         Qt::AlignLeft | Qt::AlignVCenter, m_texts.at(i));
        x += widthOf(m_texts.at(i));
    }
}

} // namespace evident
