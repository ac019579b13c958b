#pragma once

#include "logfingerprint.h"
#include "result.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace evident {

/// That a person has looked at a finding and put it away, and why.
struct Dismissal
{
    QString path; ///< of the log; its files', one a line, where it has several
    LogFingerprint log;
    QString finding; ///< see findingKey()
    QString reason;
    QDateTime time;
    bool operator==(const Dismissal &) const = default;
};

/// What was dismissed, in a file that its owner alone can read; in memory alone when nothing is to be remembered. One
/// thread.
class DismissalStore
{
public:
    static constexpr qsizetype mostDismissals = 5000; ///< the oldest give way

    /// A file that is damaged holds none.
    explicit DismissalStore(const QString &folder);

    QList<Dismissal> of(const QString &path) const;
    /// An error when it cannot be kept; it holds until the end all the same.
    Result<void> add(const Dismissal &dismissal);
    Result<void> remove(const Dismissal &dismissal);
    /// False takes the file away; what was dismissed holds until the end.
    Result<void> setRemembering(bool on);
    Result<void> clear();

private:
    void load();
    Result<void> save() const;

    QString m_path;
    QList<Dismissal> m_dismissals; ///< the oldest first
    bool m_remembering = true;
};

} // namespace evident
