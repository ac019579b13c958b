#include "findingsmodel.h"

#include "event.h"
#include "findingsreading.h"
#include "findingtexts.h"
#include "htmltext.h"
#include "roles.h"
#include "words.h"

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

FindingsModel::FindingsModel(FindingsReading *reading, QObject *parent)
    : QAbstractListModel(parent),
      m_reading(reading)
{
    connect(reading, &FindingsReading::changed, this, &FindingsModel::update);
    connect(reading, &FindingsReading::dismissalsChanged, this, &FindingsModel::update);
    update();
}

void FindingsModel::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    update();
}

void FindingsModel::setDismissedShown(bool shown)
{
    m_dismissedShown = shown;
    update();
}

void FindingsModel::update()
{
    beginResetModel();
    m_shown.clear();
    if (const FindingsPointer &findings = m_reading->findings()) {
        for (const Finding &finding : findings->list) {
            const std::optional<QString> dismissal = m_reading->dismissalOf(finding);
            if (m_dismissedShown || !dismissal)
                m_shown.append({finding, dismissal});
        }
    }
    endResetModel();
}

int FindingsModel::rowOf(const QString &key) const
{
    const auto found =
        std::ranges::find_if(m_shown, [&key](const Item &item) { return findingKey(item.finding) == key; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QString FindingsModel::whenText(const Finding &finding) const
{
    return tr("%1 · %Ln record(s)", "1: when", int(finding.rows.size()))
        .arg(spanText(finding.begin, finding.end, m_zone.isValid() ? m_zone : QTimeZone::utc()));
}

QString FindingsModel::accessibleText(const Item &item) const
{
    QStringList parts{severityWord(item.finding.severity), item.finding.title, visibleText(item.finding.reason),
                      whenText(item.finding)};
    if (item.dismissal)
        parts.append(tr("Dismissed: %1").arg(visibleText(*item.dismissal)));
    return parts.join(u", "_s);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Item &item = m_shown[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return item.finding.title;
    case Qt::ToolTipRole:
        return plainToolTip(visibleText(item.finding.reason));
    case ReasonRole:
        return visibleText(item.finding.reason);
    case Qt::AccessibleTextRole:
        return accessibleText(item);
    case SeverityRole:
        return int(item.finding.severity);
    case WhenRole:
        return whenText(item.finding);
    case DismissalRole:
        return item.dismissal ? QVariant(visibleText(*item.dismissal)) : QVariant();
    default:
        return {};
    }
}

} // namespace evident
