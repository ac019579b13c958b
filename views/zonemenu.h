#pragma once

#include <QMenu>
#include <QTimeZone>

namespace evident {

/// The zone in which a window shows times: the system's, UTC, or one of a list that can be searched.
class ZoneMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ZoneMenu(QWidget *parent = nullptr);

    /// `id` "" is the system's zone, whichever that is.
    void setZone(const QByteArray &id);
    static QTimeZone zoneOf(const QByteArray &id); ///< the system's where there is none with this name

signals:
    void zoneChosen(const QByteArray &id);

private:
    void fill();
    void choose();

    QByteArray m_id;
};

} // namespace evident
