#include "statusline.h"

#include "linkbutton.h"

#include <QHBoxLayout>
#include <QLabel>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

QLabel *plainLabel(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(LinkButton::margin, 0, LinkButton::margin, 0);
    label->hide();
    return label;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent),
      m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(LinkButton::margin, 0, LinkButton::margin, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
}

void StatusLine::addPlace()
{
    const size_t number = m_places.size();
    const Place place{number > 0 ? plainLabel(u"·"_s) : nullptr, plainLabel(), new LinkButton, {}};
    place.link->hide();
    for (QWidget *widget : std::initializer_list<QWidget *>{place.mark, place.text, place.link}) {
        if (widget)
            m_layout->insertWidget(m_layout->count() - 1, widget); // before the stretch
    }
    connect(place.link, &LinkButton::clicked, this, [this, number] {
        const Place &clicked = m_places[number];
        const auto follow = clicked.follow; // what it does may change what is said
        follow(*clicked.link);
    });
    m_places.push_back(place);
}

void StatusLine::setParts(const QList<StatusPart> &parts)
{
    QString focused;
    for (const Place &place : m_places) {
        if (place.link->hasFocus())
            focused = place.link->toolTip();
    }
    while (m_places.size() < size_t(parts.size()))
        addPlace();
    // What goes goes last: the focus would wander off.
    for (size_t i = 0; i < size_t(parts.size()); ++i) {
        const StatusPart &part = parts.at(qsizetype(i));
        Place &place = m_places[i];
        place.follow = part.follow;
        place.text->setText(part.text);
        place.link->setText(part.text);
        place.link->setToolTip(part.hint);
        place.link->setAccessibleDescription(part.hint);
        place.link->setVisible(part.follow || place.link->hasFocus());
        if (part.follow && !focused.isEmpty() && part.hint == focused)
            place.link->setFocus();
    }
    for (size_t i = 0; i < m_places.size(); ++i) {
        const Place &place = m_places[i];
        const bool isSaid = i < size_t(parts.size());
        const bool leads = isSaid && place.follow;
        place.link->setVisible(leads);
        place.text->setVisible(isSaid && !leads);
        if (place.mark)
            place.mark->setVisible(isSaid);
    }
}

QString StatusLine::text() const
{
    QStringList texts;
    for (const Place &place : m_places) {
        if (place.text->isVisibleTo(this) || place.link->isVisibleTo(this))
            texts.append(place.text->text());
    }
    return texts.join(u"  ·  "_s);
}

QList<LinkButton *> StatusLine::links() const
{
    QList<LinkButton *> links;
    for (const Place &place : m_places) {
        if (place.link->isVisibleTo(this))
            links.append(place.link);
    }
    return links;
}

} // namespace evident
