#pragma once

#include "dismissalstore.h"
#include "findings.h"
#include "latestjob.h"
#include "ruleset.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace evident {

class LogDocument;
class Postbox;

/// What the rules find in a document's log: in all of it, whatever the query keeps. Looked for on a thread of its own
/// when the log was read, and again when it grows or the catalog changes. Of the GUI thread, which never waits for it.
class FindingsReading : public QObject
{
    Q_OBJECT

public:
    /// The document and the store outlive this.
    FindingsReading(LogDocument *document, RuleSetPointer rules, DismissalStore &dismissals, QObject *parent = nullptr);
    ~FindingsReading() override; ///< waits for nobody

    LogDocument *document() const { return m_document; }
    const RuleSetPointer &rules() const { return m_rules; }
    /// The last answer; null before the first one.
    const FindingsPointer &findings() const { return m_findings; }
    /// Whether there is news in the log that the answer does not know.
    bool isReading() const { return m_reading; }

    /// Why it was put away; none where it was not.
    std::optional<QString> dismissalOf(const Finding &finding) const;
    /// Errors are of keeping it: it is put away until the end all the same.
    Result<void> dismiss(const Finding &finding, const QString &reason);
    Result<void> restore(const Finding &finding);
    qsizetype openCount() const; ///< findings that were not put away

signals:
    void changed(); ///< the findings
    void readingChanged();
    void dismissalsChanged();

private:
    struct Answer;

    /// By what a state of the log is known.
    struct State
    {
        const void *log = nullptr;
        const void *catalog = nullptr;
        Row records = 0;
        quint64 revision = 0;
        bool operator==(const State &) const = default;
    };

    State currentState() const;
    void look();
    void start();
    void take(const Answer &answer);
    void setFindings(FindingsPointer findings);
    QString logPath() const;
    Result<void> forget(const QString &key);

    LogDocument *m_document;
    RuleSetPointer m_rules;
    DismissalStore &m_store;
    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_job;
    QTimer m_timer; ///< a log that grows by the second is looked at now and then
    State m_asked; ///< of what the newest job is
    bool m_reading = false;
    FindingsPointer m_findings;
    LogFingerprint m_fingerprint;
    QList<Dismissal> m_dismissals; ///< of this log
    quint64 m_number = 0; ///< of the newest job; what comes of others is dropped
};

} // namespace evident
