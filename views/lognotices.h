#pragma once

#include "event.h"

#include <QObject>
#include <QStringList>

namespace evident {

class LogDocument;
class NoticeBar;

/// What the bar above a log says: what is wrong with it, what happened to its file, what had to be guessed, and what
/// else can be done with the files. All at once, worst first; what was put away stays away until there is other news.
class LogNotices : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    LogNotices(LogDocument *document, NoticeBar *bar, QObject *parent);

    /// These files were opened together, a tab each; offers to show them as one log. Empty: no more.
    void offerTogether(const QStringList &paths);
    /// The same for the logs of an archive, which is one path.
    void offerWhole(const QString &archive, int logs);
    void setRemark(const QString &remark); ///< a sentence about what was opened

signals:
    /// The person wants these files as one log, in place of those that show one of them.
    void togetherRequested(const QStringList &paths);

private:
    enum class Offer { AllErrors, Encoding, LeftOut, OlderFiles, Together };
    struct Notice
    {
        QStringList sentences;
        Severity severity = Severity::Notice;
        QList<Offer> offers;
        bool operator==(const Notice &) const = default;
    };

    void update();
    Notice notice() const;
    void addErrors(Notice &notice) const;
    void addEncoding(Notice &notice) const;
    void addFiles(Notice &notice) const;
    QString offerText(Offer offer) const;
    void accept(Offer offer);
    void dismiss();

    LogDocument *m_document;
    NoticeBar *m_bar;
    QStringList m_together;
    int m_openedLogs = 0; ///< that m_together stands for
    QString m_remark;
    Notice m_shown;
    Notice m_dismissed;
};

} // namespace evident
