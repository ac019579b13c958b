#pragma once

#include "logoptions.h"

#include <QMenu>

class QLabel;

namespace evident {

class LogDocument;

/// How a log is read and why, and how else it could be. Filled anew each time before it is shown.
class ReadAsMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ReadAsMenu(QWidget *parent = nullptr);

    void setDocument(LogDocument *document); ///< null for none
    /// "JSON lines": what is always seen.
    static QString shortText(const LogDocument &document);
    /// Sentences: which format it is, what was seen, what had to be guessed.
    static QString reasonText(const LogDocument &document);

signals:
    void optionsChosen(const evident::LogOptions &options); ///< for the document
    void patternRequested(); ///< the person wants to see or change the pattern for event codes

private:
    void fill();
    void addReason();
    void addFormats();
    void addEncodings();
    void addZones();
    QAction *addChoice(QMenu *menu, const QString &text, bool chosen, const LogOptions &options);

    LogDocument *m_document = nullptr;
};

} // namespace evident
