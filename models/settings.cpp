#include "settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr auto themeKey = "window/theme"_L1;
constexpr auto highContrastKey = "window/highContrast"_L1;
constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto headersGroup = "headers"_L1;
constexpr auto splittersGroup = "splitters"_L1;
constexpr auto recentKey = "files/recent"_L1;
constexpr auto patternKey = "files/textPattern"_L1;
constexpr auto folderKey = "files/lastFolder"_L1;
constexpr auto rememberKey = "privacy/remember"_L1;

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

QString SettingsStore::folder() const
{
    return QFileInfo(m_path).path();
}

Settings SettingsStore::load() const
{
    QSettings file(m_path, QSettings::IniFormat);
    const Settings defaults;
    Settings settings;
    settings.theme = themeFromToken(file.value(themeKey).toString());
    settings.highContrast = file.value(highContrastKey, defaults.highContrast).toBool();
    settings.windowGeometry = file.value(geometryKey).toByteArray();
    settings.headers = readGroup(file, headersGroup);
    settings.splitters = readGroup(file, splittersGroup);
    settings.recentFiles = file.value(recentKey).toStringList();
    if (settings.recentFiles.size() > Settings::maxRecentFiles)
        settings.recentFiles.resize(Settings::maxRecentFiles);
    settings.lastFolder = file.value(folderKey).toString();
    settings.textPattern = file.value(patternKey).toString();
    settings.remember = file.value(rememberKey, defaults.remember).toBool();
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
    file.setValue(geometryKey, settings.windowGeometry);
    writeGroup(file, headersGroup, settings.headers);
    writeGroup(file, splittersGroup, settings.splitters);
    file.setValue(recentKey, settings.recentFiles);
    file.setValue(folderKey, settings.lastFolder);
    file.setValue(patternKey, settings.textPattern);
    file.setValue(rememberKey, settings.remember);
    file.sync();
    QFile::setPermissions(m_path, ownerOnly);
    return file.status() == QSettings::NoError;
}

} // namespace evident
