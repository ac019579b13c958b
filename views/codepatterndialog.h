#pragma once

#include "codepattern.h"
#include "latestjob.h"
#include "log.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace evident {

class Postbox;
class Theme;

/// Asks for LogOptions::textPattern: checked while it is typed, and shown at work on the first lines of a log.
class CodePatternDialog : public QDialog
{
    Q_OBJECT

public:
    /// `log` may be null: then there is no preview.
    CodePatternDialog(const Theme &theme, const QString &pattern, std::shared_ptr<Log> log, QWidget *parent = nullptr);
    ~CodePatternDialog() override;

    QString pattern() const; ///< "" where there is to be none

signals:
    void patternChosen(const QString &pattern);

private:
    void setUpEditor(const Theme &theme);
    void setUpPreview();
    void check();
    void startPreview();
    void showPreview(quint64 number, const QList<FoundCode> &found);

    const std::shared_ptr<Log> m_log;
    const std::shared_ptr<Postbox> m_postbox;
    LatestJob m_finding; ///< of the newest preview
    QLineEdit *m_edit;
    QLabel *m_error;
    QLabel *m_found;
    QTableWidget *m_preview;
    QDialogButtonBox *m_buttons;
    QTimer m_typed; ///< the preview follows when the typing rests
    quint64 m_number = 0; ///< of the newest preview
};

} // namespace evident
