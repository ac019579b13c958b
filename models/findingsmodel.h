#pragma once

#include "finding.h"

#include <QAbstractListModel>
#include <QTimeZone>

#include <optional>

namespace evident {

class FindingsReading;

/// The findings of a log, the worst first; those that were put away only when they are asked for. DisplayRole is the
/// title; see roles.h for SeverityRole.
class FindingsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum FindingRole {
        ReasonRole = Qt::UserRole + 100, ///< QString: the sentence with the numbers
        WhenRole, ///< QString: when, and how many records
        DismissalRole, ///< QString: why it was put away; no valid variant where it was not
    };

    /// The reading outlives the model.
    explicit FindingsModel(FindingsReading *reading, QObject *parent = nullptr);

    void setZone(const QTimeZone &zone); ///< of display
    void setDismissedShown(bool shown);
    bool isDismissedShown() const { return m_dismissedShown; }
    const Finding &findingAt(int row) const { return m_shown[row].finding; }
    /// The row of the finding that findingKey() calls so; -1 when it is not shown.
    int rowOf(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Item
    {
        Finding finding;
        std::optional<QString> dismissal;
    };
    void update();
    QString whenText(const Finding &finding) const;
    QString accessibleText(const Item &item) const;

    FindingsReading *m_reading;
    QTimeZone m_zone;
    bool m_dismissedShown = false;
    QList<Item> m_shown;
};

} // namespace evident
