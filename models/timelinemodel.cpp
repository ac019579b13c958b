#include "timelinemodel.h"

#include "logdocument.h"
#include "postbox.h"
#include "timelinecounter.h"

#include <utility>

namespace evident {

TimelineModel::TimelineModel(LogDocument *document, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_postbox(std::make_shared<Postbox>(this)),
      m_counter(std::make_shared<TimelineCounter>()),
      m_reading(std::make_shared<const TimelineReading>())
{
    connect(document, &LogDocument::rowsChanged, this, &TimelineModel::rowsReplaced);
    connect(document, &LogDocument::zoneChanged, this, &TimelineModel::rowsReplaced);
    connect(document, &LogDocument::rowsGrown, this, &TimelineModel::request);
    connect(document, &LogDocument::rowsShrunk, this, &TimelineModel::request);
    connect(document, &LogDocument::rowsUpdated, this, &TimelineModel::request);
    // The rows may become complete without becoming more.
    connect(document, &LogDocument::errorMarksChanged, this, [this] {
        if (!m_document->isFiltering() && !m_askedComplete)
            request();
    });
}

TimelineModel::~TimelineModel()
{
    m_stopCounting.request_stop();
    m_postbox->close();
}

void TimelineModel::setActive(bool active)
{
    if (!std::exchange(m_active, active) && active)
        request();
}

void TimelineModel::setGrouping(TimelineGrouping grouping)
{
    if (std::exchange(m_grouping, grouping) != grouping)
        request();
}

void TimelineModel::setMostBins(int most)
{
    if (std::exchange(m_mostBins, most) != most)
        request();
}

void TimelineModel::setSpan(const std::optional<TimeSpan> &span)
{
    const bool isOther = m_span != span || m_isWithStrays;
    m_span = span;
    m_isWithStrays = false;
    if (isOther)
        request();
}

void TimelineModel::showStrays()
{
    m_span.reset();
    if (!std::exchange(m_isWithStrays, true))
        request();
}

void TimelineModel::rowsReplaced()
{
    ++m_rows;
    m_stopCounting.request_stop();
    m_stopCounting = std::stop_source();
    request();
}

/// Several changes are one question.
void TimelineModel::request()
{
    if (!m_active || m_mostBins <= 0 || std::exchange(m_isRequested, true))
        return;
    QMetaObject::invokeMethod(this, &TimelineModel::ask, Qt::QueuedConnection);
}

void TimelineModel::ask()
{
    m_isRequested = false;
    m_askedComplete = !m_document->isFiltering();
    const quint64 number = ++m_asked;
    if (!m_document->log()) {
        take(number, {});
        return;
    }
    const TimelineCounter::Question question{
        m_rows,     m_document->log(), m_document->resolution(), m_document->rows(), m_document->zone(),
        m_grouping, m_askedComplete};
    m_job.set([this, postbox = m_postbox, counter = m_counter, question,
               wanted = TimelineCounter::Wanted{m_span, m_mostBins, m_isWithStrays},
               stopCounting = m_stopCounting.get_token(), number](const std::stop_token &stop) {
        if (auto reading = counter->read(question, wanted, stop, stopCounting))
            postbox->post([this, number, reading = std::move(*reading)] { take(number, reading); });
    });
}

void TimelineModel::take(quint64 number, TimelineReading reading)
{
    if (number <= m_answered)
        return;
    m_answered = number;
    m_reading = std::make_shared<const TimelineReading>(std::move(reading));
    emit changed();
}

} // namespace evident
