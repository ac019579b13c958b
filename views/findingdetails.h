#pragma once

#include "finding.h"
#include "findingrecordsmodel.h"

#include <QScrollArea>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace evident {

class Icons;
class LogDocument;
class Theme;

/// One finding: what it is, why, what to do, its records, and what can be done with it. A reason to dismiss it is asked
/// for in its place, not in a dialog. Scrolls where there is no room for all of it.
class FindingDetails : public QScrollArea
{
    Q_OBJECT

public:
    /// The document outlives this.
    FindingDetails(const Theme &theme, const Icons &icons, LogDocument *document, QWidget *parent = nullptr);

    /// `dismissal`: why it was put away. No finding leaves the page empty.
    void show(const std::optional<Finding> &finding, const std::optional<QString> &dismissal);

signals:
    void recordsRequested();
    void recordSelected(evident::Row record); ///< of the finding's
    void copyRequested();
    void dismissRequested(const QString &reason);
    void restoreRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeButtons();
    void setUpQuestion();
    void setUpRecords();
    void askForReason(bool asked);
    void dismiss();
    void applyTheme();

    const Theme &m_theme;
    const Icons &m_icons;
    LogDocument *m_document;
    FindingRecordsModel m_model;
    Severity m_severity = Severity::Unknown;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_when;
    QLabel *m_reason;
    QLabel *m_dismissal;
    QLabel *m_advice;
    QPushButton *m_show;
    QPushButton *m_copy;
    QPushButton *m_dismiss;
    QPushButton *m_restore;
    QWidget *m_question;
    QLineEdit *m_why;
    QPushButton *m_confirm;
    QTableView *m_records;
    QLabel *m_more; ///< that not all records are listed
};

} // namespace evident
