#pragma once

#include "recorddetails.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QAction;
class QPushButton;
class QStackedLayout;
class QToolButton;
class QUrl;

namespace evident {

class EmptyState;
class Icons;
class NotesEditor;
class PageView;
class Theme;

/// Explains the entry or the record that is selected, as a page; under it what can be done with it.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    DetailsPane(const Theme &theme, const Icons &icons, QWidget *parent = nullptr);

    void showDetails(const RecordDetails &details, const QTimeZone &zone);
    /// More of the record that is shown: the place in the page stays. Nothing when an entry is shown, or nothing.
    void completeDetails(const RecordDetails &details);
    /// What rawPageRequested() asked for; a page that nobody waits for any more is dropped.
    void showRawPage(qint64 page, const QString &text);
    void clear();
    void setNamesMasked(bool on) { m_masksNames = on; } ///< in what is copied
    bool isEmpty() const { return !m_details.has_value(); }
    /// Of the event that is shown, whether the catalog knows it or not; none when nothing is shown or it has no code.
    std::optional<EventKey> entryKey() const;

    NotesEditor *notes() const { return m_notes; }
    PageView *page() const { return m_page; }
    QAction *copyTextAction() const { return m_copyText; }
    QAction *copyRawAction() const { return m_copyRaw; }
    QPushButton *catalogButton() const { return m_catalogButton; }
    QPushButton *occurrencesButton() const { return m_occurrencesButton; }
    QPushButton *historyButton() const { return m_historyButton; }
    QToolButton *indentButton() const { return m_indentButton; }

signals:
    void rawPageRequested(qint64 page); ///< of a long record, which is read page by page
    void entryRequested(const evident::EventKey &key); ///< a related code
    void catalogRequested(const evident::EventKey &key); ///< show this entry in the catalog
    void historyRequested(const evident::EventKey &key); ///< of this entry in the catalog
    void occurrencesRequested(const evident::EventKey &key); ///< where this code occurs in the open logs

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeLine(const Theme &theme);
    QWidget *makeButtons(const Theme &theme, const Icons &icons);
    void makeActions(const Icons &icons);
    void copy(const QString &text, bool raw);
    void write(bool keepPosition);
    void followLink(const QUrl &link);
    void updateButtons();
    void turnToRawPage(qint64 page);
    void waitForFile(bool waiting);

    const Theme &m_theme;
    const Icons &m_icons;
    std::optional<RecordDetails> m_details;
    QTimeZone m_zone = QTimeZone::utc();
    qint64 m_rawPage = 0;
    QString m_rawPageText; ///< of a long record
    std::optional<qint64> m_wantedRawPage; ///< that is being read
    QTimer m_slow{this}; ///< runs while the file is waited for, until that is said
    bool m_saysReading = false;
    bool m_masksNames = false;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    PageView *m_page;
    NotesEditor *m_notes;
    QPushButton *m_catalogButton = nullptr;
    QPushButton *m_occurrencesButton = nullptr;
    QPushButton *m_historyButton = nullptr;
    QToolButton *m_indentButton = nullptr;
    QToolButton *m_copyButton = nullptr;
    QAction *m_copyText = nullptr;
    QAction *m_copyRaw = nullptr;
};

} // namespace evident
