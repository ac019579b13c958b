#include "readstory.h"

#include "logmodel.h"
#include "rowcells.h"
#include "words.h"

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

const ResolvedEvent &ReadStory::eventOf(Row row) const
{
    return RowCells(*log, *resolution, zone).eventOf(row);
}

QString ReadStory::description(Row row) const
{
    const RowCells cells(*log, *resolution, zone);
    return RowCells::shown(cells.text(row, LogModel::DescriptionColumn).value_or(ownTexts.value(row)));
}

QString ReadStory::timeText(qint64 time) const
{
    return time == noTime ? QString() : momentText(time, zone);
}

QString ReadStory::codeText(Row row) const
{
    return *RowCells(*log, *resolution, zone).text(row, LogModel::CodeColumn);
}

QString ReadStory::methodOf(Row row) const
{
    return RowCells::shown(*RowCells(*log, *resolution, zone).text(row, LogModel::MethodColumn));
}

QString ReadStory::applicationOf(Row row) const
{
    return RowCells::shown(*RowCells(*log, *resolution, zone).text(row, LogModel::ApplicationColumn));
}

ReadStory readStory(const std::shared_ptr<Log> &log, const std::shared_ptr<const Resolution> &resolution,
                    const CatalogSnapshot &catalog, const QTimeZone &zone, const QString &user,
                    const std::stop_token &stop)
{
    static const GuidanceBook none;
    const GuidanceBook &guidance = catalog.guidanceBook() ? *catalog.guidanceBook() : none;
    ReadStory read{log, resolution, zone, user, userStory(*log, *resolution, guidance, user, stop), {}};
    if (!stop.stop_requested())
        readOwnTexts(read, stop);
    return read;
}

} // namespace evident
