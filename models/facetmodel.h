#pragma once

#include "facets.h"
#include "query.h"

#include <QAbstractListModel>

namespace evident {

/// The values of one facet with their live counts and whether the query includes or excludes them. Values stay in place while counts
/// change: a value that once was seen keeps its row with a count of zero, so that nothing jumps under the hand.
class FacetModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum FacetRole {
        ValueRole = Qt::UserRole + 100, ///< QString, "" is absent
        CountRole, ///< qint64
        ShareRole, ///< double, of the largest count, 0 … 1
        StateRole, ///< int, of Choice
    };
    enum class Choice { Neither, Included, Excluded };

    explicit FacetModel(Field field, QObject *parent = nullptr);

    Field field() const noexcept { return m_field; }
    QString title() const; ///< translated
    /// The value's word for people: translated for outcome and owner, "(none)" for absent, the value itself otherwise.
    QString label(const QString &value) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setCounts(const FacetCounts &counts);
    void setQuery(const Query &query);
    /// Another log or catalog is in front: forgets values that are not in `counts`.
    void reset(const FacetCounts &counts, const Query &query);

private:
    struct Item
    {
        QString value;
        qint64 count = 0;
        Choice choice = Choice::Neither;
    };
    void refreshChoices();

    Field m_field;
    QList<Item> m_items;
    QStringList m_included;
    QStringList m_excluded;
    qint64 m_largest = 0;
};

} // namespace evident
