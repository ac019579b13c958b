#include "sectionfiller.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

namespace evident {

namespace {

constexpr int leastCharacters = 24;

} // namespace

SectionFiller::SectionFiller(QHeaderView *header, int section)
    : QObject(header),
      m_header(header),
      m_section(section),
      m_least(leastCharacters * header->fontMetrics().averageCharWidth())
{
    header->setStretchLastSection(false);
    header->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this](int resized) {
        if (resized != m_section)
            fill();
    });
    connect(header, &QHeaderView::geometriesChanged, this, &SectionFiller::fill);
}

void SectionFiller::setLeast(int width)
{
    m_least = width;
    fill();
}

void SectionFiller::fill()
{
    if (m_filling || m_section >= m_header->count())
        return;
    const QScopedValueRollback filling(m_filling, true);
    const int others = m_header->length() - m_header->sectionSize(m_section);
    const int least = std::max(m_least, m_header->sectionSizeHint(m_section));
    m_header->resizeSection(m_section, std::max(least, m_header->width() - others));
}

bool SectionFiller::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fill();
    return QObject::eventFilter(watched, event);
}

} // namespace evident
