#pragma once

#include "catalogdiff.h"

#include <QAbstractItemModel>

#include <optional>

namespace evident {

/// What a page or another revision changes, in sections of rows: added, changed, removed, the count of what stays, and
/// the lines that were not understood. Where there is a choice, each change has a check box, and its section one for
/// all of them. See roles.h for what it answers.
class DiffModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Section { Added, Changed, Removed, Unchanged, NotUnderstood };
    enum Column {
        CodeColumn,
        LevelColumn,
        FactsColumn, ///< which of the vendor's facts differ
        DescriptionColumn,
        ColumnCount,
    };
    enum class Choice { None, Checks };

    explicit DiffModel(QObject *parent = nullptr);

    /// One reset; all changes are chosen. Sections without rows are left out.
    void setDiff(const CatalogDiff &diff, const QList<PageLine> &notUnderstood = {}, Choice choice = Choice::None);
    /// The part whose boxes are checked.
    CatalogDiff chosen() const;
    qsizetype chosenCount() const { return m_chosen; }
    qsizetype changeCount() const { return m_diff.size(); }

    /// Of a row: what an entry was and is. One of them is absent for what is added or removed, both for a line.
    std::optional<CatalogEntry> before(const QModelIndex &index) const;
    std::optional<CatalogEntry> after(const QModelIndex &index) const;
    static bool isSection(const QModelIndex &index) { return index.isValid() && index.internalId() == 0; }
    /// Whether the row's code or a text of it has the word, without regard to case.
    bool hasWord(const QModelIndex &index, const QString &word) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void chosenChanged();

private:
    struct Row
    {
        std::optional<CatalogEntry> before;
        std::optional<CatalogEntry> after;
        PageLine line; ///< of a line that was not understood
        QString facts;
        bool checked = true;

        const CatalogEntry *entry() const;
    };
    struct Part
    {
        Section section = Section::Added;
        QList<Row> rows;
        qint64 count = 0;
    };
    void addPart(Section section, QList<Row> rows, qint64 count);
    const Row &rowAt(const QModelIndex &index) const;
    bool isCheckable(const Part &part) const;
    QVariant sectionData(const Part &part, int column, int role) const;
    QVariant rowData(const Part &part, const Row &row, int column, int role) const;
    QString text(const Row &row, int column) const;
    QString accessibleText(const Part &part, const Row &row, int column) const;
    void check(Part &part, Row &row, bool on);

    CatalogDiff m_diff;
    Choice m_choice = Choice::None;
    QList<Part> m_parts;
    qsizetype m_chosen = 0;
};

} // namespace evident
