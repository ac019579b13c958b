#pragma once

#include "latestjob.h"
#include "readstory.h"

#include <QObject>

#include <memory>

namespace evident {

class LogDocument;
class Postbox;

/// Puts a user's story together on a thread of its own; a newer wish takes the place of one that is under way. Of the
/// GUI thread, which never waits for it.
class StoryReader : public QObject
{
    Q_OBJECT

public:
    explicit StoryReader(QObject *parent = nullptr);
    ~StoryReader() override; ///< waits for nobody

    /// Of the document as it is now; what was read before stays until storyRead().
    void read(const LogDocument &document, const QString &user);
    void forget();
    bool isReading() const { return m_isReading; }
    const std::shared_ptr<const ReadStory> &story() const { return m_story; } ///< null: none

signals:
    void storyRead();

private:
    std::shared_ptr<Postbox> m_postbox;
    LatestJob m_job;
    std::shared_ptr<const ReadStory> m_story;
    bool m_isReading = false;
    quint64 m_number = 0; ///< of the newest job; what comes of others is dropped
};

} // namespace evident
