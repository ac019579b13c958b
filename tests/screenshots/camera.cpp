#include "camera.h"

#include "logdocument.h"
#include "searchbox.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

namespace evident {

Camera::Camera(const QDir &folder, QSize windowSize, bool highContrast, CatalogStore &store)
    : m_folder(folder),
      m_windowSize(windowSize),
      m_highContrast(highContrast),
      m_store(store),
      m_icons(m_theme),
      m_settings(m_private.path())
{ }

void Camera::setDark(bool dark)
{
    m_theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
}

std::unique_ptr<MainWindow> Camera::window()
{
    Settings settings = m_settings.load();
    settings.theme = m_theme.isDark() ? Settings::ThemeChoice::Dark : Settings::ThemeChoice::Light;
    settings.highContrast = m_highContrast;
    settings.recentFiles = m_recentFiles;
    expect(m_settings.save(settings));
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    auto result = std::make_unique<MainWindow>(
        MainWindow::Parts{m_theme, m_icons, m_settings, m_store, {}, options, QTimeZone("Europe/Berlin")});
    result->resize(m_windowSize);
    result->show();
    expect(QTest::qWaitForWindowActive(result.get()));
    return result;
}

void Camera::settle(MainWindow &window)
{
    waitFor([&window] {
        const LogPane *pane = window.currentLog();
        if (!pane)
            return true;
        const LogDocument::State state = pane->document()->state();
        return state != LogDocument::State::Opening && state != LogDocument::State::Loading
            && !pane->document()->isFiltering();
    });
    QTest::qWait(200); // the details follow the selection after a moment
}

void Camera::shoot(MainWindow &window, const QString &name)
{
    settle(window);
    save(window.grab(), name);
}

void Camera::shootWidget(QWidget *widget, const QString &name)
{
    QTest::qWait(100);
    expect(widget);
    if (widget)
        save(widget->grab(), name);
}

void Camera::save(const QPixmap &picture, const QString &name)
{
    const QString theme = m_theme.isDark() ? u"-dark"_s : QString();
    expect(picture.save(path(name + theme + u".png"_s)));
}

void Camera::waitFor(const std::function<bool()> &condition)
{
    expect(QTest::qWaitFor(condition));
}

void Camera::shootMenu(MainWindow &window, QMenu *menu, const QPoint &corner, const QString &name)
{
    menu->popup(window.mapToGlobal(corner));
    QTest::qWait(100);
    QPixmap picture = window.grab();
    QPainter(&picture).drawPixmap(corner, menu->grab());
    save(picture, name);
    menu->close();
}

void Camera::type(MainWindow &window, const QString &text)
{
    window.searchBox()->focusBox();
    QTest::keyClicks(QApplication::focusWidget(), text);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    settle(window);
}

QString Camera::put(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    expect(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    return file.fileName();
}

} // namespace evident
