#pragma once

#include "facetmodel.h"

#include <QHash>
#include <QWidget>

namespace evident {

class FacetGroup;
class Icons;
class Theme;

/// The facets of what is in front, one under the other: Level, Category, Method, Outcome, User, Application. A facet
/// without any value is not shown. Edits the query that it was given and hands the new one out; nothing changes here
/// until it comes back.
class FacetPane : public QWidget
{
    Q_OBJECT

public:
    FacetPane(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void setUnit(FacetModel::Unit unit);
    /// New counts of the same log or catalog: values keep their places.
    void setFacets(const QHash<Field, FacetCounts> &facets);
    void setQuery(const Query &query);
    /// Another log or catalog is in front.
    void reset(const QHash<Field, FacetCounts> &facets, const Query &query);

    FacetGroup *group(Field field) const { return m_groups.value(field); }
    static QList<Field> fields();

signals:
    void queryEdited(const evident::Query &query);

private:
    QHash<Field, FacetGroup *> m_groups;
};

} // namespace evident
