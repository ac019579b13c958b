#pragma once

#include "latestjob.h"
#include "recorddetails.h"

#include <QObject>

#include <memory>
#include <optional>

namespace evident {

class Postbox;

/// Reads one record back from its file at a time, the one that was wanted last, on a thread of its own: for the details
/// of what is selected. Of the GUI thread, which never waits for it.
class RecordReader : public QObject
{
    Q_OBJECT

public:
    explicit RecordReader(QObject *parent = nullptr);
    ~RecordReader() override; ///< waits for nobody

    /// What the file has of this record. Null while it is being read, which recordRead() tells the end of; what was
    /// read before is given while it is compared with the file again.
    const RecordText *read(const std::shared_ptr<Log> &log, Row row);
    void forgetOther(const std::shared_ptr<Log> &log); ///< what was read of another log, or is
    /// Of the record that was read last: pageRead() answers.
    void readPage(qint64 page);

signals:
    void recordRead(); ///< there is a text, or another one
    void pageRead(qint64 page, const QString &text);

private:
    /// What may make a text another one, as it was before the text was read.
    struct State
    {
        quint64 doubts = 0; ///< Log::doubts()
        quint64 revision = 0; ///< of the columns
        bool settled = false; ///< the row is this record for ever
    };
    State stateNow() const;
    bool isOfThisRow(const State &state) const;
    void start();
    void startPage();
    void take(quint64 number, const RecordText &text);

    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_job;
    std::shared_ptr<const Log> m_log;
    Row m_row = 0;
    std::optional<RecordText> m_text;
    State m_state; ///< of the text, or of the one that is being read
    bool m_isReading = false;
    std::optional<qint64> m_page; ///< that is wanted
    quint64 m_number = 0; ///< of the newest job; what comes of others is dropped
};

} // namespace evident
