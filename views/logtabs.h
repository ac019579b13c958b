#pragma once

#include <QTabWidget>

namespace evident {

class CatalogPane;
class Icons;
class LogPane;
class StartPage;

/// The tabs of the window: the catalog, then a tab a log; the start page while there is no log.
class LogTabs : public QTabWidget
{
    Q_OBJECT

public:
    /// Takes the catalog's pane and the start page as its own.
    LogTabs(const Icons &icons, CatalogPane *catalog, StartPage *start, QWidget *parent = nullptr);
    ~LogTabs() override;

    void addLog(LogPane *pane); ///< and shows it; now owned by this
    QList<LogPane *> logs() const; ///< from left to right
    LogPane *currentLog() const; ///< null when another tab is in front
    LogPane *logOfFile(const QString &absolutePath) const; ///< null when no tab has it
    LogPane *logOfFiles(const QStringList &absolutePaths) const; ///< that shows them as one log
    bool isCatalogInFront() const;
    bool isStartInFront() const;
    void showCatalog();

public slots:
    void closeTab(int index); ///< the catalog stays

signals:
    void logAboutToClose(evident::LogPane *pane);

private:
    void showStartPage(bool shown);
    void updateTab(LogPane *pane);

    const Icons &m_icons;
    CatalogPane *m_catalog;
    StartPage *m_start;
};

} // namespace evident
