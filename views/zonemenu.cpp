#include "zonemenu.h"

#include "zonedialog.h"

namespace evident {

namespace {

const QByteArray utcId = QByteArrayLiteral("UTC");

} // namespace

ZoneMenu::ZoneMenu(QWidget *parent)
    : QMenu(parent)
{
    setTitle(tr("Time &zone"));
    connect(this, &QMenu::aboutToShow, this, &ZoneMenu::fill);
    fill();
}

void ZoneMenu::setZone(const QByteArray &id)
{
    m_id = id;
    fill();
}

QTimeZone ZoneMenu::zoneOf(const QByteArray &id)
{
    const QTimeZone zone(id);
    return !id.isEmpty() && zone.isValid() ? zone : QTimeZone::systemTimeZone();
}

void ZoneMenu::fill()
{
    clear();
    const auto add = [this](const QString &text, const QByteArray &id) {
        QAction *action = addAction(text);
        action->setCheckable(true);
        action->setChecked(id == m_id);
        connect(action, &QAction::triggered, this, [this, id] { emit zoneChosen(id); });
    };
    add(tr("The &system’s: %1").arg(QString::fromUtf8(QTimeZone::systemTimeZoneId())), {});
    add(tr("&UTC"), utcId);
    if (!m_id.isEmpty() && m_id != utcId)
        add(QString::fromUtf8(m_id), m_id);
    addSeparator();
    connect(addAction(tr("&Choose…")), &QAction::triggered, this, &ZoneMenu::choose);
}

void ZoneMenu::choose()
{
    auto *dialog = new ZoneDialog(m_id, window());
    connect(dialog, &ZoneDialog::zoneChosen, this, &ZoneMenu::zoneChosen);
    dialog->open();
}

} // namespace evident
