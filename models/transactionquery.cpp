#include "transactionquery.h"

#include "fieldnames.h"
#include "logusers.h"
#include "signins.h"
#include "timeterms.h"
#include "transactionhash.h"

#include <algorithm>

namespace evident {

std::optional<Query> transactionQuery(const QList<RecordField> &fields)
{
    for (const Field field : {Field::Transaction, Field::Activity}) {
        if (const QString value = fieldValue(fields, fieldNames(field)); !isNoId(value.toUtf8()))
            return Query({{Term{field, {}, false, {TextValue{value}}}}});
    }
    return {};
}

std::optional<Query> signInQuery(const Log &log, const Resolution &resolution, const CatalogSnapshot &catalog, Row row,
                                 const std::stop_token &stop)
{
    const QString user = log.texts(TextColumn::User).text(log.columns().user(row));
    if (user.isEmpty() || log.columns().time(row) == noTime)
        return {};
    const std::vector<Row> rows = rowsOfUser(log, user, stop);
    static const GuidanceBook none;
    const GuidanceBook &guidance = catalog.guidanceBook() ? *catalog.guidanceBook() : none;
    const StoryRecords records(log, resolution, guidance, rows, stop);
    if (stop.stop_requested())
        return {};
    const std::optional<TimeSpan> span = signInSpan(records, row);
    return span ? std::optional(signInQuery(user, span->first, span->last)) : std::nullopt;
}

Query signInQuery(const QString &user, qint64 begin, qint64 end)
{
    const QTimeZone utc = QTimeZone::utc();
    const TimeValue range{timePoint(begin, utc), timePoint(end + 1, utc), false};
    return Query({{Term{Field::User, {}, false, {TextValue{user}}}}, {Term{Field::Time, {}, false, {range}}}});
}

} // namespace evident
