#pragma once

#include "event.h"
#include "logdocument.h"
#include "query.h"
#include "recorddetails.h"
#include "statusline.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QAction;
class QMenu;
class QProgressBar;
class QStackedLayout;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace evident {

class ContextBar;
class EmptyState;
class Icons;
class LogModel;
class LogNotices;
class LogView;
class NoticeBar;
class QueryState;
class RecordMarks;
class RecordReader;
class RowsCopy;
class SignInFinder;
class Theme;
class ViewPlace;

/// One log: its table, its progress, what is wrong with it, and what can be done from a record.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    LogPane(const Theme &theme, const Icons &icons, std::unique_ptr<LogDocument> document, QWidget *parent = nullptr);
    ~LogPane() override;

    LogDocument *document() const { return m_document.get(); }
    QueryState *queryState() const { return m_queryState; }
    LogView *view() const { return m_view; }
    LogNotices *notices() const { return m_notices; }
    /// Another look at the log than its records, under a tab of its own over them; the pane owns it. By its
    /// objectName() the session shows it again.
    void addPage(QWidget *page, const QString &title);
    void showPage(QWidget *page); ///< nullptr: the records
    /// `status`: what the status bar says of it besides.
    void setPageTitle(QWidget *page, const QString &title, const QString &status);
    QWidget *currentPage() const; ///< nullptr: the records
    void addAboveRecords(QWidget *widget); ///< the pane owns it
    void addNotice(QWidget *bar); ///< above everything; the pane owns it
    void setNamesMasked(bool on) { m_masksNames = on; } ///< in what is copied
    std::vector<Row> selectedRecords(int most) const; ///< the first ones, in the order of the table
    qint64 selectedCount() const;
    QList<int> shownColumns() const; ///< of LogModel, from left to right
    /// The name that the session keeps: recordsPage, or the page's objectName().
    QString pageName() const;
    void showPageNamed(const QString &name); ///< nothing when there is none
    ContextBar *contextBar() const { return m_contextBar; }

    /// What can be done with the records selected besides, in the menu of each cell. They outlive the pane.
    void addMenuActions(const QList<QAction *> &actions) { m_menuActions += actions; }
    /// Which records are bookmarked; the pane owns it.
    void setMarks(RecordMarks *marks);
    RecordMarks *marks() const { return m_marks; } ///< null where there are none
    std::optional<Row> currentRecord() const; ///< none when there is no current one
    bool goToBookmark(bool backwards); ///< false when there is none
    /// All but what is shown because there are several files.
    QByteArray saveColumns();
    void restoreColumns(const QByteArray &state);

    /// Of the current record; none when there is no current one. What the file has of it is read meanwhile, where it is
    /// not known: detailsRead() tells when it is.
    std::optional<RecordDetails> currentDetails();
    void readRawPage(qint64 page); ///< of that record; rawPageRead() answers
    /// "412 of 4,231,877 records", "2 lines not understood": sentences for the status bar.
    QStringList statusTexts() const;
    /// The same; some lead to what they tell of. The last one tells the time zone.
    QList<StatusPart> statusParts() const;

public slots:
    void goToError(bool backwards);
    void showTransaction(); ///< only the records of the current record's transaction, in order
    void showUser(); ///< what the log tells of the current record's user: userRequested()
    void selectRecord(evident::Row record); ///< becomes the current record, wherever it is shown
    /// Selects it among the records; where these leave it out, among those that `otherwise` keeps.
    void showRecord(evident::Row record, const evident::Query &otherwise);
    void copySelection(); ///< the selected rows as they are shown, tab-separated

signals:
    void currentRecordChanged();
    void detailsRead(); ///< currentDetails() knows more now
    void rawPageRead(qint64 page, const QString &text);
    void statusChanged();
    void userRequested(const QString &user, evident::Row record);
    void pageChanged();
    void bookmarkToggled(); ///< the person wants the current record marked, or not any more
    void messageShown(const QString &message); ///< for a moment, in the status bar
    void catalogRequested(const evident::EventKey &key);

private:
    void createPages();
    void connectDocument();
    void connectReaders();
    void rowsReplaced();
    void restorePlace();
    void updateState();
    void updateEmptyState();
    void offerToClear();
    void reloadHoweverLarge();
    void updateProgress();
    QString foldedText() const;
    StatusPart pageStatus(int page) const;
    StatusPart notUnderstoodStatus() const;
    void showFileColumn();
    void nameParts();
    bool hasCurrentRecord() const;
    const RecordText *currentText();
    void showSignIn(const Query &query);
    void signInFound(const std::optional<Query> &query);
    void copyCell(Row row, int column);
    void finishCopy(const QString &text);
    void showCellMenu(const QModelIndex &index, const QPoint &position);
    void addCellEdits(QMenu &menu, const QModelIndex &index);
    void applyQuery();

    const Icons &m_icons;
    std::unique_ptr<LogDocument> m_document;
    LogModel *m_model;
    RecordReader *m_reader;
    RowsCopy *m_copy;
    SignInFinder *m_signIns;
    QueryState *m_queryState;
    LogView *m_view;
    QProgressBar *m_progress;
    NoticeBar *m_notice;
    LogNotices *m_notices;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QTabBar *m_pageBar; ///< hidden while there is but one page
    QStackedWidget *m_pages; ///< the records first
    QVBoxLayout *m_recordsLayout;
    ContextBar *m_contextBar;
    QList<QAction *> m_menuActions;
    RecordMarks *m_marks = nullptr;
    QHash<QWidget *, QString> m_pageStatus; ///< of the pages that have something to say
    std::optional<Row> m_currentRecord; ///< kept over a reset of the table
    std::unique_ptr<ViewPlace> m_place; ///< to which the view is to go again
    bool m_transactionWanted = false; ///< of the current record, as soon as it was read
    bool m_masksNames = false;
    QString m_copied; ///< what is said when a copy is done
    bool m_hasSeveralFiles = false;
    bool m_applicationHidden = false; ///< where there are not
};

} // namespace evident
