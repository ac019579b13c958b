#include "facetgroup.h"

#include "facetdelegate.h"
#include "facetlist.h"
#include "sectionheader.h"
#include "theme.h"

#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace evident {

FacetGroup::FacetGroup(Field field, const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent),
      m_model(field),
      m_header(new SectionHeader(theme, m_model.title(), this)),
      m_body(new QWidget(this)),
      m_filter(new QLineEdit(m_body)),
      m_list(new FacetList(m_body)),
      m_more(new QPushButton(m_body))
{
    m_rows.setSourceModel(&m_model);
    m_list->setModel(&m_rows);
    m_list->setItemDelegate(new FacetDelegate(theme, icons, m_list));
    m_list->setAccessibleName(m_model.title());
    m_list->setAccessibleDescription(tr("Space keeps only this value, minus leaves it out."));
    m_filter->setPlaceholderText(tr("Filter values"));
    m_filter->setAccessibleName(tr("Filter the values of %1", "%1 is the title of a facet").arg(m_model.title()));
    m_filter->hide();
    m_more->setFlat(true);
    m_more->setCheckable(true);
    m_more->setObjectName(u"more"_s);

    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(4);
    body->addWidget(m_filter);
    body->addWidget(m_list);
    body->addWidget(m_more, 0, Qt::AlignLeading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_body);

    connect(m_header, &SectionHeader::toggled, this, [this](bool unfolded) {
        m_body->setVisible(unfolded);
        updateRemark();
    });
    connect(m_list, &FacetList::choiceRequested, this, &FacetGroup::choose);
    connect(m_filter, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_rows.setFilterText(text.trimmed()); });
    connect(m_more, &QPushButton::toggled, this, &FacetGroup::setShowAll);
    connect(&m_rows, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_currentValue = m_list->currentIndex().data(FacetModel::ValueRole).toString(); });
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &FacetGroup::rowsChanged);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &FacetGroup::rowsChanged);
    const auto paintLink = [this, &theme] {
        QPalette colors = m_more->palette();
        colors.setColor(QPalette::ButtonText, theme.colors().accent);
        m_more->setPalette(colors);
    };
    paintLink();
    connect(&theme, &Theme::changed, m_more, paintLink);
    rowsChanged();
}

void FacetGroup::setQuery(const Query &query)
{
    m_query = query;
    m_model.setQuery(query);
    updateRemark();
}

void FacetGroup::choose(const QModelIndex &index, FacetModel::Choice choice)
{
    const QString value = index.data(FacetModel::ValueRole).toString();
    emit queryEdited(m_model.toggled(m_query, value, choice));
}

void FacetGroup::updateRemark()
{
    const int chosen =
        int(m_query.facetValues(m_model.field()).size() + m_query.facetValues(m_model.field(), true).size());
    // The check boxes say it while they are seen.
    m_header->setRemark(chosen > 0 && !m_header->isChecked() ? tr("%Ln chosen", nullptr, chosen) : QString());
}

void FacetGroup::setShowAll(bool on)
{
    m_rows.setShowAll(on);
    m_filter->setVisible(on);
    if (on)
        m_filter->setFocus(Qt::OtherFocusReason);
    else
        m_filter->clear();
    rowsChanged();
}

void FacetGroup::rowsChanged()
{
    const int all = m_model.rowCount();
    m_more->setVisible(all > FacetRows::limit);
    m_more->setText(m_rows.showsAll() ? tr("Show fewer") : tr("Show all %1…").arg(QLocale().toString(all)));
    m_more->setAccessibleName(
        m_rows.showsAll() ? tr("Show fewer values of %1", "%1 is the title of a facet").arg(m_model.title())
                          : tr("Show all %Ln value(s) of %1", "%1 is the title of a facet", all).arg(m_model.title()));
    setVisible(all > 0);
    for (int row = 0; row < m_rows.rowCount() && !m_list->currentIndex().isValid(); ++row) {
        const QModelIndex index = m_rows.index(row, 0);
        if (!m_currentValue.isNull() && index.data(FacetModel::ValueRole).toString() == m_currentValue)
            m_list->setCurrentIndex(index);
    }
    m_list->updateGeometry();
}

} // namespace evident
