#pragma once

#include "logoptions.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

class QJsonObject;

namespace evident {

/// The name of the look at the log that every log has.
inline const QString recordsPage = QStringLiteral("records");

/// A tab as it was when the window was closed, or the tab was.
struct SessionTab
{
    QStringList paths; ///< as they were given; empty for pasted text
    QString member; ///< of an archive, whose path is the only one
    qint64 memberNumber = -1;
    QString formatName; ///< how it was to be read; "" as the program does by itself
    QString encoding;
    QByteArray inputZone;
    QStringList history; ///< of its query, oldest first
    int position = 0; ///< in the history
    int sortColumn = -1; ///< -1: the order of the file
    bool sortDescending = false;
    QByteArray columns; ///< their order, widths and visibility
    QString page = recordsPage; ///< which look at the log is in front, by its name
    int contextLines = 0;
    bool following = false;

    bool operator==(const SessionTab &) const = default;
    LogOptions options(LogOptions defaults) const;
};

/// What a window shows, to be shown again: files by their paths, nothing of what is in them but what queries say.
struct Session
{
    static constexpr qsizetype mostTabs = 50;
    static constexpr qsizetype mostPaths = 2000; ///< of one tab
    static constexpr qsizetype mostHistory = 50;

    QList<SessionTab> tabs; ///< from left to right
    int front = -1; ///< the tab in front, -1: the catalog
    QStringList catalogHistory;
    int catalogPosition = 0;

    bool operator==(const Session &) const = default;
    QJsonObject toJson() const; ///< no more than the bounds allow
    /// What is damaged falls back to its default; a tab without a path is left out.
    static Session fromJson(const QJsonObject &object);
};

} // namespace evident
