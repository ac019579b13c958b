#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <compare>

namespace evident {

/// What rules know of a record. Empty texts are absent.
struct EventLine
{
    qint64 time = 0; ///< ms since 1970, UTC; -1: the record has none
    int code = 0;
    QString user;
    QString address;
    QString application;
    QString transaction;

    std::strong_ordering operator<=>(const EventLine &) const = default;
    bool operator==(const EventLine &) const = default;
};

inline constexpr qint64 secondMs = 1000;
inline constexpr qint64 minuteMs = 60 * secondMs;
inline constexpr qint64 hourMs = 60 * minuteMs;

/// As JSON lines.
inline QByteArray linesOf(const QList<EventLine> &events)
{
    QByteArray bytes;
    for (const EventLine &event : events) {
        QJsonObject item{{QStringLiteral("eventCode"), QString::number(event.code)}};
        const auto add = [&item](const QString &key, const QString &value) {
            if (!value.isEmpty())
                item.insert(key, value);
        };
        if (event.time != -1)
            add(QStringLiteral("eventLogDate"),
                QDateTime::fromMSecsSinceEpoch(event.time, Qt::UTC).toString(Qt::ISODateWithMs));
        add(QStringLiteral("userId"), event.user);
        add(QStringLiteral("sourceIPAddress"), event.address);
        add(QStringLiteral("application"), event.application);
        add(QStringLiteral("transactionId"), event.transaction);
        bytes += QJsonDocument(item).toJson(QJsonDocument::Compact) + '\n';
    }
    return bytes;
}

} // namespace evident
