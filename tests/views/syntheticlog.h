#pragma once

#include "event.h"
#include "resolution.h"
#include "roles.h"

#include <QAbstractTableModel>

namespace evident {

/// A log made of arithmetic: as many rows as wanted, no memory, and it counts what it is asked.
class SyntheticLog : public QAbstractTableModel
{
public:
    enum Column { TimeColumn, LevelColumn, CodeColumn, UserColumn, DescriptionColumn, AddressColumn, ColumnCount };

    explicit SyntheticLog(int rows, QObject *parent = nullptr)
        : QAbstractTableModel(parent),
          m_rows(rows)
    { }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : m_rows; }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        ++dataCalls;
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const int row = index.row();
        switch (role) {
        case Qt::DisplayRole:
            if (index.column() == DescriptionColumn && row == unreadRow)
                return {};
            return text(row, Column(index.column()));
        case SeverityRole:
            return int(severityAt(row));
        case FlagsRole:
            return row % 11 == 7 ? int(EventFlag::UnknownCode) : int(EventFlag::Known);
        case MutedRole:
            return index.column() == TimeColumn && row % 10 != 0 ? 11 : 0;
        case Qt::TextAlignmentRole:
            return index.column() == CodeColumn ? QVariant(int(Qt::AlignRight)) : QVariant();
        default:
            return {};
        }
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        static const char *const titles[] = {"Time", "Level", "Code", "User", "Description", "Source address"};
        static const char *const hints[] = {"2026-01-15 09:14:02.118", "warning", "99999",
                                            "jane.doe@example.com",    "",        "192.0.2.255"};
        if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
            return {};
        switch (role) {
        case Qt::DisplayRole:
            return QString::fromLatin1(titles[section]);
        case Qt::TextAlignmentRole:
            return section == CodeColumn ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
        case WidthHintRole:
            return QString::fromLatin1(hints[section]);
        case InitialSortRole:
            return int(section == TimeColumn ? Qt::DescendingOrder : Qt::AscendingOrder);
        case HiddenRole:
            return section == AddressColumn;
        case SeverityIconRole:
            return section == LevelColumn;
        case UnknownIconRole:
            return section == CodeColumn;
        default:
            return {};
        }
    }

    void sort(int column, Qt::SortOrder order) override { sorts.append({column, order}); }

    void append(int rows) { insert(m_rows, rows); }
    void insert(int at, int rows)
    {
        beginInsertRows({}, at, at + rows - 1);
        m_rows += rows;
        endInsertRows();
    }
    void remove(int at, int rows)
    {
        beginRemoveRows({}, at, at + rows - 1);
        m_rows -= rows;
        endRemoveRows();
    }
    void reset(int rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }

    /// Turns the order round where persistent indexes are concerned; the texts stay, as they are made from the row.
    void reverse()
    {
        emit layoutAboutToBeChanged();
        const QModelIndexList before = persistentIndexList();
        for (const QModelIndex &index : before)
            changePersistentIndex(index, this->index(m_rows - 1 - index.row(), index.column()));
        emit layoutChanged();
    }

    /// The description of this row is not known from now on, or is again when -1.
    void setUnread(int row)
    {
        const int changed = row < 0 ? unreadRow : row;
        unreadRow = row;
        emit dataChanged(index(changed, DescriptionColumn), index(changed, DescriptionColumn));
    }

    static Severity severityAt(int row)
    {
        static constexpr Severity levels[] = {Severity::Info,   Severity::Info,    Severity::Notice,   Severity::Error,
                                              Severity::Info,   Severity::Notice,  Severity::Info,     Severity::Notice,
                                              Severity::Info,   Severity::Warning, Severity::Critical, Severity::Notice,
                                              Severity::Unknown};
        return levels[row % std::size(levels)];
    }

    static QString text(int row, Column column)
    {
        static const char *const levels[] = {"critical", "error", "warning", "notice", "info", "audit"};
        static const char *const users[] = {"jdoe", "asmith@example.com", "EXAMPLE\\mmuster", "svc-vpn"};
        static const char *const descriptions[] = {
            "Authentication succeeded", "Approve authentication failed: the user did not respond in time",
            "Additional authentication required", "Sign-in from a location that the policy does not trust",
            "The identity router lost its connection to the cloud service; queued requests are tried again later"};
        switch (column) {
        case TimeColumn:
            return QStringLiteral("2026-01-15 09:%1:%2.%3")
                .arg(row / 60 % 60, 2, 10, QLatin1Char('0'))
                .arg(row % 60, 2, 10, QLatin1Char('0'))
                .arg(qint64(row) * 37 % 1000, 3, 10, QLatin1Char('0'));
        case LevelColumn:
            return QString::fromLatin1(levels[int(severityAt(row))]);
        case CodeColumn:
            return QString::number(400 + qint64(row) * 7 % 1000);
        case UserColumn:
            return QString::fromLatin1(users[row % std::size(users)]);
        case DescriptionColumn:
            return QString::fromLatin1(descriptions[row % std::size(descriptions)]);
        default:
            return QStringLiteral("192.0.2.%1").arg(row % 255);
        }
    }

    mutable qint64 dataCalls = 0;
    QList<QPair<int, Qt::SortOrder>> sorts;
    int unreadRow = -1;

private:
    int m_rows;
};

} // namespace evident
