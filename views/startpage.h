#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace evident {

class Icons;
class Theme;

/// What is seen without a log: where to drop one, what was open lately, and the ways in.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    /// Newest first, see Settings::recentEntry(). Files that are missing now are dimmed and say so; whether they are is
    /// looked up off the GUI thread, as a network share may take its time.
    void setRecentFiles(const QStringList &entries);

signals:
    void openRequested();
    void entryRequested(const QString &entry); ///< of the list
    void filesDropped(const QStringList &paths);
    void pasteRequested();
    void catalogRequested();
    void clearRecentRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *createDropArea();
    QWidget *createRecent();
    void applyTheme();
    void markMissing(const QStringList &entries);
    void request(const QListWidgetItem *item);
    void setDropping(bool dropping);

    const Theme &m_theme;
    const Icons &m_icons;
    QWidget *m_dropArea = nullptr;
    QLabel *m_picture = nullptr;
    QWidget *m_recent = nullptr;
    QListWidget *m_list = nullptr;
};

} // namespace evident
