#pragma once

#include "catalogstore.h"
#include "icons.h"
#include "logdocument.h"
#include "logpane.h"
#include "mainwindow.h"
#include "settings.h"
#include "theme.h"
#include "viewfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

class QAbstractItemModel;
class QAction;

namespace evident {

/// A record of 2026-01-15 as a line of JSON. Empty texts are absent.
QByteArray line(int code, const char *time, const char *user, const char *transaction = "", const char *method = "");

/// jdoe's push times out twice; another user signs in between; the last of the seven lines is no record.
QByteArray smallLog();

/// The texts of a column, row by row.
QStringList columnTexts(const QAbstractItemModel *model, int column);

/// The button of this text that is seen; null when there is none.
QAbstractButton *visibleButton(const QWidget *root, const QString &text);

/// What a test of the whole window derives from. Each test function has a window of its own, with empty folders; the
/// theme, the icons and the catalog are of the program.
class WindowFixture : public QObject
{
    Q_OBJECT

protected slots: // private ones would be tests
    virtual void initTestCase();
    virtual void init();
    virtual void cleanup();

protected:
    /// The catalog as the program ships it, in a new folder.
    void openCatalog();
    /// The program is started anew: the window that there is goes first.
    void makeWindow();

    /// Writes a file among the logs; its path.
    QString put(const QString &name, const QByteArray &bytes) const;
    /// Waits until the log is read and filtered, or cannot be.
    static bool loaded(LogPane *pane);
    /// A file of these bytes in its tab, read to its end; null when that failed.
    LogPane *open(const QByteArray &bytes, const QString &name = QStringLiteral("log.ndjson")) const;

    /// Of the window, by its text; null when there is none.
    QAction *action(const QString &text) const;
    void drop(const QStringList &paths) const; ///< on the window
    void answer(const QString &path) const; ///< to the question for a file that is shown
    /// The button of this text in the tab's notice; null when there is none.
    static QAbstractButton *offer(const LogPane *pane, const QString &text);
    static QStringList shownCodes(const LogPane *pane);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Icons> m_icons;
    std::unique_ptr<QTemporaryDir> m_catalogFolder;
    std::unique_ptr<CatalogStore> m_catalog;
    std::unique_ptr<QTemporaryDir> m_folder; ///< of the logs
    std::unique_ptr<QTemporaryDir> m_data; ///< of the settings and of all that is remembered
    std::unique_ptr<SettingsStore> m_settings;
    QTimeZone m_zone = QTimeZone::utc(); ///< of display
    std::unique_ptr<MainWindow> m_window;
};

} // namespace evident
