#include "storyreader.h"

#include "logdocument.h"
#include "postbox.h"
#include "rowcells.h"

#include <utility>

namespace evident {

namespace {

/// Descriptions that are read from the file, of the newest sign-ins: each is a look into the file.
constexpr qsizetype mostOwnTexts = 500;

void readOwnTexts(ReadStory &read, const std::stop_token &stop)
{
    const RowCells cells(*read.log, *read.resolution, read.zone);
    const auto readText = [&](Row row) {
        if (read.ownTexts.size() >= mostOwnTexts || read.ownTexts.contains(row) || !cells.isOwnText(row))
            return;
        const Result<QString> text = RowCells::readOwnText(*read.log, row);
        read.ownTexts.insert(row, text ? text.value() : text.error().message);
    };
    for (const SignIn &signIn : read.story.signIns) {
        if (stop.stop_requested())
            return;
        readText(signIn.telling);
        for (const Row row : signIn.steps)
            readText(row);
    }
}

} // namespace

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
    ReadStory empty{document.log(), document.resolution(), document.zone(), user, {}, {}};
    m_job.set([this, postbox = m_postbox, number = ++m_number, catalog = document.catalog(),
               read = std::move(empty)](const std::stop_token &stop) mutable {
        static const GuidanceBook none;
        const GuidanceBook &guidance = catalog->guidanceBook() ? *catalog->guidanceBook() : none;
        read.story = userStory(*read.log, *read.resolution, guidance, read.asked, stop);
        if (!stop.stop_requested())
            readOwnTexts(read, stop);
        if (stop.stop_requested())
            return;
        auto done = std::make_shared<const ReadStory>(std::move(read));
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
