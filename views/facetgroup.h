#pragma once

#include "facetmodel.h"
#include "facetrows.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace evident {

class FacetList;
class Icons;
class SectionHeader;
class Theme;

/// One facet: a heading that folds it, its rows, and, when there are more values than are shown, a button that shows
/// all of them with a field to narrow them.
class FacetGroup : public QWidget
{
    Q_OBJECT

public:
    FacetGroup(Field field, const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    FacetModel *model() { return &m_model; }
    FacetList *list() const { return m_list; }
    SectionHeader *header() const { return m_header; }
    void setQuery(const Query &query);

signals:
    void queryEdited(const evident::Query &query);

private:
    void choose(const QModelIndex &index, FacetModel::Choice choice);
    void rowsChanged();
    void updateRemark();
    void setShowAll(bool on);

    FacetModel m_model;
    FacetRows m_rows;
    Query m_query;
    SectionHeader *m_header;
    QWidget *m_body;
    QLineEdit *m_filter;
    FacetList *m_list;
    QPushButton *m_more;
    QString m_currentValue; ///< where the keyboard is, kept over resets
};

} // namespace evident
