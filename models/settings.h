#pragma once

#include "timelinereading.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace evident {

/// What the program remembers between runs. One load, one save; unknown or damaged values fall back to the defaults one
/// by one.
struct Settings
{
    enum class ThemeChoice { System, Light, Dark };

    ThemeChoice theme = ThemeChoice::System;
    bool highContrast = false;
    QByteArray windowGeometry;
    QHash<QString, QByteArray> headers; ///< header state by table name ("log", "catalog")
    QHash<QString, QByteArray> splitters;
    QStringList recentFiles; ///< newest first; several paths that are one log are one entry, see recentEntry()
    QString lastFolder;
    bool remember = true; ///< false: recent files and queries are not kept

    bool timeline = true; ///< shown
    TimelineGrouping timelineGrouping = TimelineGrouping::Level;
    bool maskNames = false; ///< in what is copied, reported and exported
    bool ticketsInMarkdown = false; ///< else plain text

    QString textPattern; ///< LogOptions::textPattern of every log

    static constexpr int maxRecentFiles = 12;
    void addRecentFile(const QString &entry);
    static QString recentEntry(const QStringList &paths);
    static QStringList recentPaths(const QString &entry);

    bool operator==(const Settings &) const = default;
};

/// The settings file of a folder; its owner alone can read it.
class SettingsStore
{
public:
    explicit SettingsStore(const QString &folder);
    Settings load() const;
    bool save(const Settings &settings) const; ///< false when it cannot be written

private:
    QString m_path;
};

} // namespace evident
