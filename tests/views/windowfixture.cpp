#include "windowfixture.h"

#include "logmodel.h"
#include "logview.h"
#include "noticebar.h"
#include "windowstate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>

#include <algorithm>

namespace evident {

using namespace Qt::StringLiterals;

QByteArray line(int code, const char *time, const char *user, const char *transaction, const char *method)
{
    QByteArray json = "{\"eventCode\":\"" + QByteArray::number(code) + "\",\"eventLogDate\":\"2026-01-15T" + time
        + "Z\",\"userId\":\"" + user + "\",\"application\":\"VPN\",\"sourceIPAddress\":\"192.0.2.14\"";
    if (*transaction)
        json += QByteArrayLiteral(",\"transactionId\":\"") + transaction + '"';
    if (*method)
        json += QByteArrayLiteral(",\"method\":\"") + method + '"';
    return json + "}\n";
}

QByteArray smallLog()
{
    return line(911, "09:00:00.000", "jdoe@example.com", "t-1") + line(901, "09:00:01.000", "asmith@example.com", "t-2")
        + line(702, "09:01:00.000", "jdoe@example.com", "t-1") + line(913, "09:01:00.100", "jdoe@example.com", "t-1")
        + line(911, "09:02:00.000", "jdoe@example.com", "t-3") + line(702, "09:03:00.000", "jdoe@example.com", "t-3")
        + "no record at all\n";
}

QStringList columnTexts(const QAbstractItemModel *model, int column)
{
    QStringList texts;
    for (int row = 0; row < model->rowCount(); ++row)
        texts.append(model->index(row, column).data().toString());
    return texts;
}

QAbstractButton *visibleButton(const QWidget *root, const QString &text)
{
    const QList<QAbstractButton *> buttons = root->findChildren<QAbstractButton *>();
    const auto found = std::ranges::find_if(buttons, [&text](const QAbstractButton *button) {
        return button->isVisible() && button->text().remove(u'&') == text;
    });
    return found == buttons.end() ? nullptr : *found;
}

void WindowFixture::initTestCase()
{
    m_theme = std::make_unique<Theme>();
    m_icons = std::make_unique<Icons>(*m_theme);
    openCatalog();
}

void WindowFixture::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_data = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid() && m_data->isValid());
    m_settings = std::make_unique<SettingsStore>(m_data->path());
    makeWindow();
    QGuiApplication::clipboard()->clear();
}

void WindowFixture::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_data.reset();
    m_folder.reset();
}

void WindowFixture::openCatalog()
{
    m_catalog.reset();
    m_catalogFolder = std::make_unique<QTemporaryDir>();
    auto resources = shippedCatalogResources();
    QVERIFY(resources.ok());
    auto store = CatalogStore::open(m_catalogFolder->path(), std::move(resources).value());
    QVERIFY(store.ok());
    m_catalog = std::move(store).value();
    QCOMPARE(m_catalog->snapshot()->entries().size(), 112);
}

void WindowFixture::makeWindow()
{
    m_window.reset();
    LogOptions options;
    options.inputZone = QTimeZone::utc();
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{*m_theme, *m_icons, *m_settings, *m_catalog, {}, options, m_zone});
    m_window->resize(1280, 800); // as on most screens; the one of the tests is smaller
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QString WindowFixture::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder->filePath(name));
    const bool written = QDir(m_folder->path()).mkpath(QFileInfo(name).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
    return written ? file.fileName() : QString();
}

bool WindowFixture::loaded(LogPane *pane)
{
    constexpr int patienceMs = 30'000; // many tabs take their time where all cores are busy
    const auto isDone = [pane] { return !pane->document()->isLoading() && !pane->document()->isFiltering(); };
    return pane && QTest::qWaitFor(isDone, patienceMs);
}

LogPane *WindowFixture::open(const QByteArray &bytes, const QString &name) const
{
    const QString path = put(name, bytes);
    LogPane *pane = path.isEmpty() ? nullptr : m_window->openFile(path);
    return loaded(pane) && pane->document()->state() == LogDocument::State::Complete ? pane : nullptr;
}

QAction *WindowFixture::action(const QString &text) const
{
    const QList<QAction *> actions = m_window->findChildren<QAction *>() + m_window->state()->findChildren<QAction *>();
    const auto found =
        std::ranges::find_if(actions, [&text](const QAction *action) { return action->text().remove(u'&') == text; });
    return found == actions.end() ? nullptr : *found;
}

void WindowFixture::drop(const QStringList &paths) const
{
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &event);
}

void WindowFixture::answer(const QString &path) const
{
    auto *question = m_window->findChild<QFileDialog *>();
    QVERIFY(question);
    question->selectFile(path);
    static_cast<QDialog *>(question)->accept();
    QTRY_VERIFY(!m_window->findChild<QFileDialog *>());
}

QAbstractButton *WindowFixture::offer(const LogPane *pane, const QString &text)
{
    return visibleButton(pane->findChild<NoticeBar *>(), text);
}

QStringList WindowFixture::shownCodes(const LogPane *pane)
{
    return columnTexts(pane->view()->model(), LogModel::CodeColumn);
}

} // namespace evident
