#pragma once

#include "columns.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace evident {

class Log;
class LogDocument;

/// The records of a finding, as far as the columns know them: nothing is read from the file.
class FindingRecordsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        CodeColumn,
        UserColumn,
        DescriptionColumn,
        ApplicationColumn,
        AddressColumn,
        ColumnCount
    };

    /// The document outlives the model.
    explicit FindingRecordsModel(LogDocument *document, QObject *parent = nullptr);

    void setRows(std::vector<Row> rows);
    Row recordAt(int row) const { return m_rows[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    LogDocument *m_document;
    std::shared_ptr<Log> m_log; ///< that the rows are of
    std::vector<Row> m_rows;
};

} // namespace evident
