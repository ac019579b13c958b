#pragma once

#include "logfingerprint.h"
#include "result.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>

namespace evident {

class StateFolder;

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

/// What was dismissed of all logs. Each change is made to what the file holds at that time. An error of a change: it
/// holds, but only until the program ends. One thread.
class DismissalStore
{
public:
    /// The oldest give way to newer ones, also where the file would be too long.
    static constexpr qsizetype mostDismissals = 5000;

    /// The folder outlives this.
    explicit DismissalStore(StateFolder &folder);

    /// Takes over what a file outside the folder holds, in which older versions kept it, and removes that.
    Result<void> takeOver(const QString &path);

    QList<Dismissal> of(const QString &path) const;
    Result<void> add(const Dismissal &dismissal);
    Result<void> remove(const Dismissal &dismissal);

private:
    using Change = std::function<void(QList<Dismissal> &)>;
    Result<void> change(const Change &change);

    StateFolder &m_folder;
    QList<Dismissal> m_dismissals; ///< the oldest first
};

} // namespace evident
