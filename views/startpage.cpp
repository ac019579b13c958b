#include "startpage.h"

#include "flowlayout.h"
#include "focusscroll.h"
#include "icons.h"
#include "logdocument.h"
#include "logfiles.h"
#include "recentfiledelegate.h"
#include "settings.h"
#include "theme.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPromise>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <thread>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr int pictureSize = 64;
constexpr int columnWidth = 640;
constexpr int margin = 16;

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

/// The folder as people write it: the home folder is a tilde.
QString shownFolder(const QString &path)
{
    QString folder = QDir::toNativeSeparators(QFileInfo(path).path());
    const QString home = QDir::toNativeSeparators(QDir::homePath());
    if (folder == home || folder.startsWith(home + QDir::separator()))
        return u"~"_s + folder.mid(home.size());
    return folder;
}

bool hasFile(const QString &path)
{
    const bool isPattern = path.contains(u'*') || path.contains(u'?');
    return QFileInfo::exists(path) || (isPattern && findLogFiles({path}).ok());
}

/// Which of the entries have no file any more. A dead network share may hold the thread for minutes, and must hold
/// neither the window nor the end of the program: so it is nobody's to wait for, and shares nothing but the promise.
QFuture<QStringList> missingFiles(const QStringList &entries)
{
    auto promise = std::make_shared<QPromise<QStringList>>();
    promise->start();
    std::thread([promise, entries] {
        QStringList missing;
        const auto isMissing = [](const QString &entry) {
            const QStringList paths = Settings::recentPaths(entry);
            return std::ranges::none_of(paths, [](const QString &path) { return hasFile(path); });
        };
        std::ranges::copy_if(entries, std::back_inserter(missing), isMissing);
        promise->addResult(missing);
        promise->finish();
    }).detach();
    return promise->future();
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

StartPage::StartPage(const Theme &theme, const Icons &icons, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icons(icons)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAcceptDrops(true);

    auto *content = new QWidget;
    auto *column = new QWidget(content);
    column->setMaximumWidth(columnWidth);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(margin);
    rows->addWidget(createDropArea());
    rows->addWidget(createRecent());

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addStretch(1);
    auto *centre = new QHBoxLayout;
    centre->addStretch(1);
    centre->addWidget(column, 100);
    centre->addStretch(1);
    layout->addLayout(centre);
    layout->addStretch(2);

    // Behind other pages it must not make the window higher than a small screen.
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scrollToFocus(scroll);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);

    connect(&theme, &Theme::changed, this, &StartPage::applyTheme);
    applyTheme();
    setRecentFiles({});
}

QWidget *StartPage::createDropArea()
{
    auto *area = new QFrame(this);
    area->setObjectName(u"dropArea"_s);
    m_dropArea = area;
    m_picture = new QLabel(area);
    m_picture->setAlignment(Qt::AlignCenter);
    auto *title = plainLabel(tr("Drop a log file here"), area);
    title->setAlignment(Qt::AlignCenter);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    title->setFont(large);
    auto *kinds =
        plainLabel(tr("Exports as JSON or CSV, or any text. It is read where it lies and never changed."), area);
    kinds->setAlignment(Qt::AlignCenter);
    kinds->setWordWrap(true);
    kinds->setForegroundRole(QPalette::PlaceholderText);

    auto *buttons = new QWidget(area);
    auto *flow = new FlowLayout(buttons);
    const auto addButton = [&](const QString &text, const QString &icon, void (StartPage::*signal)()) {
        auto *button = new QPushButton(m_icons.icon(icon), text, area);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, signal);
        flow->addWidget(button);
    };
    addButton(tr("&Open log…"), u"open"_s, &StartPage::openRequested);
    addButton(tr("&Paste"), u"paste"_s, &StartPage::pasteRequested);
    addButton(tr("&Browse the catalog"), u"catalog"_s, &StartPage::catalogRequested);

    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(2 * margin, 2 * margin, 2 * margin, 2 * margin);
    layout->setSpacing(8);
    layout->addWidget(m_picture);
    layout->addWidget(title);
    layout->addWidget(kinds);
    layout->addSpacing(8);
    layout->addWidget(buttons, 0, Qt::AlignHCenter);
    return area;
}

QWidget *StartPage::createRecent()
{
    m_recent = new QWidget(this);
    auto *title = plainLabel(tr("Recent files"), m_recent);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto *clear = new QPushButton(tr("C&lear the list"), m_recent);
    clear->setFlat(true);
    connect(clear, &QPushButton::clicked, this, &StartPage::clearRecentRequested);

    m_list = new QListWidget(m_recent);
    m_list->setObjectName(u"recentFiles"_s);
    m_list->setAccessibleName(title->text());
    m_list->setItemDelegate(new RecentFileDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::itemClicked, this, &StartPage::request);

    auto *head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(clear);
    auto *layout = new QVBoxLayout(m_recent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_list);
    return m_recent;
}

void StartPage::setRecentFiles(const QStringList &entries)
{
    m_list->clear();
    for (const QString &entry : entries) {
        const QStringList paths = Settings::recentPaths(entry);
        const QString &path = paths.first();
        auto *item = new QListWidgetItem(m_icons.icon(u"log"_s), logTitle(paths), m_list);
        item->setData(RecentFileDelegate::PathRole, entry);
        item->setData(RecentFileDelegate::FolderRole, shownFolder(path));
        item->setData(Qt::AccessibleTextRole, tr("%1 in %2").arg(item->text(), shownFolder(path)));
    }
    if (!entries.isEmpty()) {
        m_list->setFixedHeight(int(entries.size()) * m_list->sizeHintForRow(0) + 2 * m_list->frameWidth());
        auto *watcher = new QFutureWatcher<QStringList>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
            markMissing(watcher->result());
            watcher->deleteLater();
        });
        watcher->setFuture(missingFiles(entries));
    }
    m_recent->setVisible(!entries.isEmpty());
}

void StartPage::markMissing(const QStringList &entries)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        if (!entries.contains(item->data(RecentFileDelegate::PathRole).toString()))
            continue;
        item->setData(RecentFileDelegate::MissingRole, true);
        const QString folder = item->data(RecentFileDelegate::FolderRole).toString();
        item->setData(Qt::AccessibleTextRole, tr("%1 in %2 is missing").arg(item->text(), folder));
    }
}

void StartPage::request(const QListWidgetItem *item)
{
    if (item)
        emit entryRequested(item->data(RecentFileDelegate::PathRole).toString());
}

bool StartPage::eventFilter(QObject *object, QEvent *event)
{
    // Qt's own "activated" comes with a double click too, after the click has opened the file.
    if (object == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            request(m_list->currentItem());
            return true;
        }
    }
    if (object == m_list && event->type() == QEvent::FocusIn && !m_list->currentItem())
        m_list->setCurrentRow(0);
    return QWidget::eventFilter(object, event);
}

void StartPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setDropping(true);
}

void StartPage::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropping(false);
}

void StartPage::dropEvent(QDropEvent *event)
{
    setDropping(false);
    const QStringList paths = localFiles(event->mimeData());
    event->setDropAction(Qt::CopyAction);
    event->accept();
    emit filesDropped(paths);
}

void StartPage::setDropping(bool dropping)
{
    m_dropArea->setProperty("dropping", dropping);
    // A style sheet does not see a property change by itself.
    m_dropArea->style()->unpolish(m_dropArea);
    m_dropArea->style()->polish(m_dropArea);
    applyTheme();
}

void StartPage::applyTheme()
{
    const bool dropping = m_dropArea->property("dropping").toBool();
    const QColor ink = dropping ? m_theme.colors().accent : m_theme.colors().mutedText;
    m_picture->setPixmap(m_icons.pixmap(u"drop"_s, ink, pictureSize, devicePixelRatioF()));
}

} // namespace evident
