#pragma once

#include "facets.h"
#include "query.h"

#include <QAbstractListModel>
#include <QHash>

namespace evident {

/// The values of one facet with their live counts and whether the query includes or excludes them. Values stay in place
/// while counts change: a value that once was seen keeps its row with a count of zero, so that nothing jumps under the
/// hand. (A level that was not seen before takes its place by weight.) A value that only the query names has a row as
/// long as the query names it.
class FacetModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum FacetRole {
        ValueRole = Qt::UserRole + 100, ///< QString, "" is absent
        CountRole, ///< qint64
        ShareRole, ///< double, of the largest count, 0 … 1
        StateRole, ///< int, of Choice
        PeakRole, ///< qint64: the largest count that the value has had; an order that narrowing the query does not
                  ///< disturb
    };
    enum class Choice { Neither, Included, Excluded };
    /// What is counted, for the words of the accessible text.
    enum class Unit { Records, Entries };

    explicit FacetModel(Field field, QObject *parent = nullptr);

    Field field() const noexcept { return m_field; }
    QString title() const; ///< translated
    /// The value's word for people: translated for outcome and owner, "(none)" for absent, the value itself otherwise.
    QString label(const QString &value) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setUnit(Unit unit);
    void setCounts(const FacetCounts &counts);
    void setQuery(const Query &query);
    /// Another log or catalog is in front: forgets values that are not in `counts`.
    void reset(const FacetCounts &counts, const Query &query);

    /// The query after `choice` was asked for this value: asked for a second time, it is taken back.
    Query toggled(const Query &query, const QString &value, Choice choice) const;

private:
    struct Item
    {
        QString value;
        qint64 count = 0;
        qint64 peak = 0;
        Choice choice = Choice::Neither;
        bool counted = false; ///< was in counts since the last reset
    };
    QString accessibleText(const Item &item) const;
    int placeOf(const QString &value) const;
    void addItems(const FacetCounts &counts);
    void insertItem(int row, const Item &item);
    void addChosenValues();
    void dropForgottenValues();
    void refreshChoices();
    void rebuildRows();

    Field m_field;
    Unit m_unit = Unit::Records;
    QList<Item> m_items;
    QHash<QString, int> m_rows; ///< by folded value
    QStringList m_included;
    QStringList m_excluded;
    qint64 m_largest = 0;
};

} // namespace evident
