#include "facetpane.h"

#include "facetgroup.h"
#include "focusscroll.h"
#include "sectionheader.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace evident {

FacetPane::FacetPane(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent)
{
    auto *content = new QWidget;
    auto *stack = new QVBoxLayout(content);
    stack->setContentsMargins(8, 8, 8, 12);
    stack->setSpacing(12);
    for (Field field : fields()) {
        auto *group = new FacetGroup(field, theme, icons, content);
        connect(group, &FacetGroup::queryEdited, this, &FacetPane::queryEdited);
        m_groups.insert(field, group);
        stack->addWidget(group);
    }
    stack->addStretch();

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scrollToFocus(scroll);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    setAccessibleName(tr("Facets"));
    setFocusProxy(m_groups.value(fields().first())->header());
}

QList<Field> FacetPane::fields()
{
    return {Field::Level, Field::Category, Field::Method,     Field::Outcome,
            Field::Owner, Field::User,     Field::Application};
}

void FacetPane::setUnit(FacetModel::Unit unit)
{
    for (FacetGroup *group : std::as_const(m_groups))
        group->model()->setUnit(unit);
}

void FacetPane::setFacets(const QHash<Field, FacetCounts> &facets)
{
    for (FacetGroup *group : std::as_const(m_groups))
        group->model()->setCounts(facets.value(group->model()->field()));
}

void FacetPane::setQuery(const Query &query)
{
    for (FacetGroup *group : std::as_const(m_groups))
        group->setQuery(query);
}

void FacetPane::reset(const QHash<Field, FacetCounts> &facets, const Query &query)
{
    for (FacetGroup *group : std::as_const(m_groups)) {
        group->model()->reset(facets.value(group->model()->field()), query);
        group->setQuery(query);
    }
}

} // namespace evident
