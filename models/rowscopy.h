#pragma once

#include "latestjob.h"
#include "log.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace evident {

class LogDocument;
class Postbox;

/// Puts the cells of many rows together as text, on a thread of its own: what the columns do not have is read from the
/// file. A newer copy takes the place of one that is under way. Of the GUI thread, which never waits for it.
class RowsCopy : public QObject
{
    Q_OBJECT

public:
    explicit RowsCopy(QObject *parent = nullptr);
    ~RowsCopy() override; ///< waits for nobody

    /// Of the document as it is now: its rows one a line, their cells in the order of these columns of LogModel, parted
    /// by tabs; all names in them replaced by masks where that is wished.
    void start(const LogDocument &document, std::vector<Row> rows, QList<int> columns, bool masked = false);
    void cancel();
    bool isRunning() const { return m_isRunning; }

signals:
    void finished(const QString &text);

private:
    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_job;
    bool m_isRunning = false;
    quint64 m_number = 0; ///< of the newest job; what comes of others is dropped
};

} // namespace evident
