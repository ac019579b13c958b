#pragma once

#include "catalogstore.h"
#include "icons.h"
#include "logpane.h"
#include "mainwindow.h"
#include "settings.h"
#include "theme.h"

#include <QDir>
#include <QTemporaryDir>

namespace evident {

/// Makes windows of the program, waits until they have nothing left to do, and writes what they show to PNG files.
class Camera
{
public:
    Camera(const QDir &folder, QSize windowSize, bool highContrast, CatalogStore &store);

    const Theme &theme() const { return m_theme; }
    const Icons &icons() const { return m_icons; }
    CatalogStore &store() { return m_store; }
    QString path(const QString &fileName) const { return m_folder.filePath(fileName); }

    /// Pictures are of this theme from now on; those of the dark one say so in their names.
    void setDark(bool dark);
    /// Files that the start page offers.
    void setRecentFiles(const QStringList &files) { m_recentFiles = files; }

    std::unique_ptr<MainWindow> window();
    void settle(MainWindow &window);
    void shoot(MainWindow &window, const QString &name);
    void shootWidget(QWidget *widget, const QString &name);
    /// `menu` over the window, open where `corner` of the window is.
    void shootMenu(MainWindow &window, QMenu *menu, const QPoint &corner, const QString &name);
    void save(const QPixmap &picture, const QString &name);
    void type(MainWindow &window, const QString &text);
    /// Waits; what does not come about is a failure.
    void waitFor(const std::function<bool()> &condition);
    /// Writes a file; its path.
    QString put(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes);

    void expect(bool good) { m_good = good && m_good; }
    /// Did everything work until now?
    bool isGood() const { return m_good; }

private:
    QDir m_folder;
    QSize m_windowSize;
    bool m_highContrast;
    CatalogStore &m_store;
    QTemporaryDir m_private;
    Theme m_theme;
    Icons m_icons;
    SettingsStore m_settings;
    QStringList m_recentFiles;
    bool m_good = true;
};

} // namespace evident
