#include "readstory.h"

#include "logmodel.h"
#include "rowcells.h"
#include "words.h"

namespace evident {

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

} // namespace evident
