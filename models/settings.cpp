#include "settings.h"

#include <QDir>
#include <QFile>
#include <QSettings>

#include <algorithm>
#include <iterator>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr auto themeKey = "window/theme"_L1;
constexpr auto highContrastKey = "window/highContrast"_L1;
constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto timelineKey = "window/timeline"_L1;
constexpr auto groupingKey = "window/timelineGrouping"_L1;
constexpr auto headersGroup = "headers"_L1;
constexpr auto splittersGroup = "splitters"_L1;
constexpr auto recentKey = "files/recent"_L1;
constexpr auto patternKey = "files/textPattern"_L1;
constexpr auto folderKey = "files/lastFolder"_L1;
constexpr auto rememberKey = "privacy/remember"_L1;
constexpr auto maskKey = "privacy/maskNames"_L1;
constexpr auto markdownKey = "tickets/markdown"_L1;

/// No path has it.
constexpr QChar pathSeparator = u'\0';

constexpr auto darkToken = "dark"_L1;
constexpr auto lightToken = "light"_L1;
constexpr auto systemToken = "system"_L1;

QString themeToken(Settings::ThemeChoice choice)
{
    switch (choice) {
    case Settings::ThemeChoice::Light:
        return lightToken;
    case Settings::ThemeChoice::Dark:
        return darkToken;
    case Settings::ThemeChoice::System:
        break;
    }
    return systemToken;
}

Settings::ThemeChoice themeFromToken(const QString &token)
{
    if (token == darkToken)
        return Settings::ThemeChoice::Dark;
    return token == lightToken ? Settings::ThemeChoice::Light : Settings::ThemeChoice::System;
}

/// By TimelineGrouping.
constexpr QLatin1String groupingTokens[] = {"level"_L1, "owner"_L1, "method"_L1, "code"_L1};

TimelineGrouping groupingFromToken(const QString &token)
{
    const auto found = std::ranges::find(groupingTokens, token);
    return found == std::end(groupingTokens) ? TimelineGrouping::Level
                                             : TimelineGrouping(found - std::begin(groupingTokens));
}

QHash<QString, QByteArray> readGroup(QSettings &file, QLatin1String group)
{
    QHash<QString, QByteArray> values;
    file.beginGroup(group);
    for (const QString &key : file.childKeys())
        values.insert(key, file.value(key).toByteArray());
    file.endGroup();
    return values;
}

void writeGroup(QSettings &file, QLatin1String group, const QHash<QString, QByteArray> &values)
{
    file.remove(group);
    file.beginGroup(group);
    for (auto it = values.begin(); it != values.end(); ++it)
        file.setValue(it.key(), it.value());
    file.endGroup();
}

} // namespace

void Settings::addRecentFile(const QString &entry)
{
    if (!remember)
        return;
    recentFiles.removeAll(entry);
    recentFiles.prepend(entry);
    if (recentFiles.size() > maxRecentFiles)
        recentFiles.resize(maxRecentFiles);
}

QString Settings::recentEntry(const QStringList &paths)
{
    return paths.join(pathSeparator);
}

QStringList Settings::recentPaths(const QString &entry)
{
    return entry.split(pathSeparator);
}

SettingsStore::SettingsStore(const QString &folder)
    : m_path(QDir(folder).filePath(u"settings.ini"_s))
{ }

Settings SettingsStore::load() const
{
    QSettings file(m_path, QSettings::IniFormat);
    const Settings defaults;
    Settings settings;
    settings.theme = themeFromToken(file.value(themeKey).toString());
    settings.highContrast = file.value(highContrastKey, defaults.highContrast).toBool();
    settings.timeline = file.value(timelineKey, defaults.timeline).toBool();
    settings.timelineGrouping = groupingFromToken(file.value(groupingKey).toString());
    settings.windowGeometry = file.value(geometryKey).toByteArray();
    settings.headers = readGroup(file, headersGroup);
    settings.splitters = readGroup(file, splittersGroup);
    settings.recentFiles = file.value(recentKey).toStringList();
    if (settings.recentFiles.size() > Settings::maxRecentFiles)
        settings.recentFiles.resize(Settings::maxRecentFiles);
    settings.lastFolder = file.value(folderKey).toString();
    settings.textPattern = file.value(patternKey).toString();
    settings.remember = file.value(rememberKey, defaults.remember).toBool();
    settings.maskNames = file.value(maskKey, defaults.maskNames).toBool();
    settings.ticketsInMarkdown = file.value(markdownKey, defaults.ticketsInMarkdown).toBool();
    return settings;
}

bool SettingsStore::save(const Settings &settings) const
{
    constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    // The file exists with its permissions before anything private is in it.
    if (!QFile::exists(m_path)) {
        QFile fresh(m_path);
        if (!fresh.open(QIODevice::WriteOnly))
            return false;
        fresh.setPermissions(ownerOnly);
    }
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(themeKey, themeToken(settings.theme));
    file.setValue(highContrastKey, settings.highContrast);
    file.setValue(timelineKey, settings.timeline);
    file.setValue(groupingKey, groupingTokens[size_t(settings.timelineGrouping)]);
    file.setValue(geometryKey, settings.windowGeometry);
    writeGroup(file, headersGroup, settings.headers);
    writeGroup(file, splittersGroup, settings.splitters);
    file.setValue(recentKey, settings.recentFiles);
    file.setValue(folderKey, settings.lastFolder);
    file.setValue(patternKey, settings.textPattern);
    file.setValue(rememberKey, settings.remember);
    file.setValue(maskKey, settings.maskNames);
    file.setValue(markdownKey, settings.ticketsInMarkdown);
    file.sync();
    QFile::setPermissions(m_path, ownerOnly);
    return file.status() == QSettings::NoError;
}

} // namespace evident
