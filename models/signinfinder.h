#pragma once

#include "latestjob.h"
#include "query.h"

#include "log.h"

#include <QObject>

#include <memory>
#include <optional>

namespace evident {

class LogDocument;
class Postbox;

/// Finds the sign-in of a record that names no transaction, on a thread of its own. Of the GUI thread, which never
/// waits for it.
class SignInFinder : public QObject
{
    Q_OBJECT

public:
    explicit SignInFinder(QObject *parent = nullptr);
    ~SignInFinder() override; ///< waits for nobody

    void find(const LogDocument &document, Row record); ///< found() answers, of the newest wish
    void cancel();

signals:
    void found(const std::optional<evident::Query> &query); ///< none: the record tells of no sign-in

private:
    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_job;
    quint64 m_number = 0; ///< of the newest job; what comes of others is dropped
};

} // namespace evident
