#pragma once

#include "logdocument.h"

#include <QAbstractTableModel>

#include <optional>

namespace evident {

class CellTexts;
class RowCells;

/// The rows of a LogDocument as a table, on demand. See roles.h for what it answers. Nothing here reads the file: a
/// text that stands there alone is no valid variant until it was read, and announced by dataChanged() then.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        LevelColumn,
        CodeColumn,
        UserColumn,
        DescriptionColumn,
        MethodColumn,
        ApplicationColumn,
        CategoryColumn,
        SourceIpColumn,
        LineColumn,
        FileColumn, ///< hidden at first unless the log has several files
        ColumnCount,
    };

    /// The document must outlive the model.
    explicit LogModel(LogDocument *document, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override; ///< column -1: the file's order

    bool hasSeveralFiles() const;
    LogDocument *document() const { return m_document; }
    Row recordAt(int row) const; ///< position in the table → row of the log
    int positionOf(Row record) const; ///< -1 when the query does not keep it
    /// The next position after (or before) `from` whose severity is error or worse, -1 when there is none. `from` -1
    /// starts at the end.
    int nextError(int from, bool backwards) const;
    /// The key of the query that a cell of this column stands for, for "only this value".
    static Field fieldOf(int column);
    static QString columnName(int column); ///< translated

private:
    RowCells cells() const;
    std::optional<QString> text(int row, int column) const;
    QVariant sortValue(int row, int column) const;
    int mutedLength(int row) const;

    LogDocument *m_document;
    CellTexts *m_texts;
};

} // namespace evident
