#pragma once

#include "rowset.h"

#include <QAbstractTableModel>

#include <memory>

namespace evident {

class Log;
class LogDocument;

/// The records of a finding, as far as the columns know them: nothing is read from the file. Of very many the first and
/// the last ones.
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

    static constexpr Row mostRows = 500;

    void setRows(RowSet rows);
    Row recordAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    LogDocument *m_document;
    std::shared_ptr<Log> m_log; ///< that the rows are of
    RowSet m_rows;
};

} // namespace evident
