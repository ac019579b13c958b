#include "storyreader.h"

#include "logdocument.h"
#include "postbox.h"

namespace evident {

StoryReader::StoryReader(QObject *parent)
    : QObject(parent),
      m_postbox(std::make_shared<Postbox>(this))
{ }

StoryReader::~StoryReader()
{
    m_postbox->close();
}

void StoryReader::read(const LogDocument &document, const QString &user)
{
    if (!document.log())
        return;
    m_isReading = true;
    m_job.set([this, postbox = m_postbox, number = ++m_number, log = document.log(), resolution = document.resolution(),
               catalog = document.catalog(), zone = document.zone(), user](const std::stop_token &stop) {
        auto done = std::make_shared<const ReadStory>(readStory(log, resolution, *catalog, zone, user, stop));
        if (stop.stop_requested())
            return;
        postbox->post([this, number, done = std::move(done)] {
            if (number != m_number || !m_isReading)
                return;
            m_isReading = false;
            m_story = done;
            emit storyRead();
        });
    });
}

void StoryReader::forget()
{
    m_isReading = false;
    m_story.reset();
    m_job.stop();
}

} // namespace evident
