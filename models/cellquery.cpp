#include "cellquery.h"

#include "logmodel.h"
#include "roles.h"
#include "timeterms.h"

#include <QFileInfo>

namespace evident {

namespace {

/// Of a line of text, its beginning is looked for.
constexpr qsizetype longestText = 200;

/// What the cell stands for in a query; none where it stands for nothing.
std::optional<QString> queryValueOf(const LogModel &model, Row record, int row, int column)
{
    const LogDocument &document = *model.document();
    const Log &log = *document.log();
    const ResolvedEvent &event = document.eventOf(record);
    switch (column) {
    case LogModel::TimeColumn:
    case LogModel::LineColumn:
        return {};
    case LogModel::LevelColumn:
        return event.level;
    case LogModel::CodeColumn:
        return event.code == noCode ? QString() : QString::number(event.code);
    case LogModel::UserColumn:
        return log.texts(TextColumn::User).text(log.columns().user(record));
    case LogModel::DescriptionColumn:
        if (!event.description.isEmpty())
            return event.description;
        // What stands in the file alone, as far as it was read.
        if (const QVariant text = model.index(row, column).data(SortRole); text.isValid())
            return text.toString().section(u'\n', 0, 0).left(longestText).trimmed();
        return {};
    case LogModel::ApplicationColumn:
        return log.texts(TextColumn::Application).text(log.columns().application(record));
    case LogModel::CategoryColumn:
        return event.category;
    case LogModel::SourceIpColumn:
        return log.texts(TextColumn::Address).text(log.columns().address(record));
    case LogModel::FileColumn:
        return QFileInfo(log.info(record).path).fileName();
    default:
        return model.index(row, column).data().toString();
    }
}

/// Of a line of text: its words stand for it, as it has no description of its own.
Query withText(const Query &query, const QString &text, bool negated)
{
    return query.withGroup({Term{Field::Text, {}, negated, {TextValue{text}}}});
}

void addValueEdits(QList<CellEdit> &edits, Field field, const QString &value, bool isOwnText, const Query &query)
{
    if (isOwnText) {
        edits.append({CellEdit::Kind::Only, value, withText(query, value, false)});
        edits.append({CellEdit::Kind::Not, value, withText(query, value, true)});
        return;
    }
    edits.append({CellEdit::Kind::Only, value, withOnly(query, field, value)});
    edits.append({CellEdit::Kind::Not, value, withoutValue(query, field, value)});
}

TimeValue range(std::optional<qint64> from, std::optional<qint64> to, const QTimeZone &zone)
{
    TimeValue time;
    if (from)
        time.from = timePoint(*from, zone);
    if (to)
        time.to = timePoint(*to, zone);
    time.endless = !to;
    return time;
}

/// The part of a range that the query has already that goes on to the other side of a new end.
bool isOtherSide(const Group &group, bool newIsFrom)
{
    if (group.size() != 1 || group.first().field != Field::Time || group.first().negated
        || group.first().values.size() != 1)
        return false;
    const auto *time = std::get_if<TimeValue>(&group.first().values.first());
    return time && (newIsFrom ? !time->from : !time->to && time->endless);
}

/// A new end takes the place of the one that was there; the other end stays.
Query withTime(const Query &query, const TimeValue &time)
{
    Query changed = withoutTimeRange(query);
    const bool oneEnd = !time.from || !time.to;
    for (const Group &group : query.groups()) {
        if (oneEnd && isOtherSide(group, time.from.has_value()))
            changed = changed.withGroup(group);
    }
    return changed.withGroup({Term{Field::Time, {}, false, {time}}});
}

void addTimeEdits(QList<CellEdit> &edits, qint64 time, const QTimeZone &zone, const Query &query)
{
    const auto add = [&](CellEdit::Kind kind, std::optional<qint64> from, std::optional<qint64> to) {
        edits.append({kind, {}, withTime(query, range(from, to, zone))});
    };
    add(CellEdit::Kind::From, time, {});
    add(CellEdit::Kind::Until, {}, time + 1); // with the record itself
    add(CellEdit::Kind::AroundShort, time - aroundShortMs, time + aroundShortMs + 1);
    add(CellEdit::Kind::AroundLong, time - aroundLongMs, time + aroundLongMs + 1);
}

} // namespace

Query withOnly(const Query &query, Field field, const QString &value)
{
    return query.withoutFacet(field).withFacetValue(field, value);
}

Query withoutValue(const Query &query, Field field, const QString &value)
{
    return query.withFacetValue(field, value, true);
}

QList<CellEdit> cellEdits(const LogModel &model, int row, int column, const Query &query)
{
    const LogDocument &document = *model.document();
    if (!document.log() || row < 0 || row >= model.rowCount())
        return {};
    const Row record = model.recordAt(row);
    const ResolvedEvent &event = document.eventOf(record);
    const Field field = LogModel::fieldOf(column);
    QList<CellEdit> edits;
    if (const std::optional<QString> value = queryValueOf(model, record, row, column)) {
        const bool isOwnText = column == LogModel::DescriptionColumn && event.description.isEmpty();
        if (!isOwnText || !value->isEmpty())
            addValueEdits(edits, field, *value, isOwnText, query);
    }
    if (event.code != noCode && column != LogModel::CodeColumn)
        edits.append({CellEdit::Kind::HideCode, QString::number(event.code),
                      withoutValue(query, Field::Code, QString::number(event.code))});
    if (const qint64 time = document.log()->columns().time(record); time != noTime)
        addTimeEdits(edits, time, document.zone(), query);
    return edits;
}

} // namespace evident
