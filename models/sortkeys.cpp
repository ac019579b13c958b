#include "sortkeys.h"

#include "logcolumn.h"
#include "textranks.h"
#include "timespan.h"

#include <algorithm>
#include <array>

namespace evident {

namespace {

using SortKey = LogDocument::SortKey;
using Ranks = std::vector<quint32>;

/// A column of rows that ascend.
template <typename Value>
void readRows(const Columns &columns, LogColumn column, std::span<const Row> rows, std::span<Value> values)
{
    if (!rows.empty() && rows.back() - rows.front() == rows.size() - 1)
        columns.read(column, rows.front(), values);
    else
        columns.gather(column, rows, values);
}

quint32 rankOf(const Ranks &ranks, quint32 id)
{
    return ranks[std::min<size_t>(id, ranks.size() - 1)];
}

SortKeys byIds(const Columns &columns, LogColumn column, std::shared_ptr<const Ranks> ranks)
{
    return [&columns, column, ranks = std::move(ranks)](std::span<const Row> rows, std::span<quint64> keys) {
        std::vector<quint32> ids(rows.size());
        readRows(columns, column, rows, std::span(ids));
        for (size_t i = 0; i < ids.size(); ++i)
            keys[i] = rankOf(*ranks, ids[i]);
    };
}

/// The places of the shapes' numbers in their order; those without one come last.
Ranks numberRanks(const Resolution &resolution, std::optional<qint64> (*numberOf)(const ResolvedEvent &))
{
    std::vector<qint64> numbers;
    for (const ResolvedEvent &event : resolution) {
        if (const std::optional<qint64> number = numberOf(event))
            numbers.push_back(*number);
    }
    std::ranges::sort(numbers);
    Ranks ranks(size_t(resolution.size()) + 1, quint32(resolution.size()));
    for (qsizetype shape = 0; shape < resolution.size(); ++shape) {
        if (const std::optional<qint64> number = numberOf(resolution[shape]))
            ranks[size_t(shape)] = quint32(std::ranges::lower_bound(numbers, *number) - numbers.begin());
    }
    return ranks;
}

Ranks shapeRanks(SortKey key, const Resolution &resolution, const std::stop_token &stop)
{
    const auto byText = [&](QString ResolvedEvent::*text) {
        return textRanks(
            quint32(resolution.size()), [&, text](quint32 shape) { return resolution[shape].*text; }, stop);
    };
    switch (key) {
    case SortKey::Level:
        return numberRanks(resolution, [](const ResolvedEvent &event) -> std::optional<qint64> {
            return qint64(severityOf(event.level));
        });
    case SortKey::Code:
        return numberRanks(resolution, [](const ResolvedEvent &event) {
            return event.code == noCode ? std::nullopt : std::optional(event.code);
        });
    case SortKey::Category:
        return byText(&ResolvedEvent::category);
    default:
        return byText(&ResolvedEvent::description);
    }
}

} // namespace

SortKeyMaker::SortKeyMaker(const Log &log)
    : m_log(log)
{ }

SortKeys SortKeyMaker::keys(SortKey key, const std::shared_ptr<const Resolution> &resolution,
                            const std::stop_token &stop)
{
    switch (key) {
    case SortKey::Time:
        return byTime();
    case SortKey::Level:
    case SortKey::Code:
    case SortKey::Category:
    case SortKey::Description:
        return byShape(key, resolution, stop);
    case SortKey::Method:
        return byMethod(resolution, stop);
    case SortKey::User:
        return byText(key, TextColumn::User, stop);
    case SortKey::Application:
        return byText(key, TextColumn::Application, stop);
    case SortKey::SourceIp:
        return byText(key, TextColumn::Address, stop);
    case SortKey::FileOrder:
    case SortKey::File:
        break;
    }
    return [](std::span<const Row> rows, std::span<quint64> keys) { std::ranges::copy(rows, keys.begin()); };
}

/// Rows without a time come after the last one: not far away, as near keys sort faster.
SortKeys SortKeyMaker::byTime() const
{
    const Columns &columns = m_log.columns();
    const TimeSpan span = timeSpan(columns, RowSet::all(columns.size())).value_or(TimeSpan());
    return [&columns, span](std::span<const Row> rows, std::span<quint64> keys) {
        std::vector<qint64> times(rows.size());
        readRows(columns, LogColumn::Time, rows, std::span(times));
        for (size_t i = 0; i < times.size(); ++i)
            keys[i] = (times[i] == noTime ? quint64(span.last) + 1 : quint64(times[i])) - quint64(span.first);
    };
}

SortKeys SortKeyMaker::byText(SortKey key, TextColumn column, const std::stop_token &stop)
{
    const Dictionary &texts = m_log.texts(column);
    const quint32 count = texts.size();
    Known &known = m_known[key];
    if (!known.ranks || known.texts != count) {
        known.ranks = std::make_shared<const Ranks>(textRanks(
            count, [&texts](quint32 id) { return texts.text(id); }, stop));
        known.texts = stop.stop_requested() ? 0 : count;
    }
    return byIds(m_log.columns(), logColumn(column), known.ranks);
}

SortKeys SortKeyMaker::byShape(SortKey key, const std::shared_ptr<const Resolution> &resolution,
                               const std::stop_token &stop)
{
    Known &known = m_known[key];
    if (!known.ranks || known.resolution != resolution) {
        known.ranks = std::make_shared<const Ranks>(shapeRanks(key, *resolution, stop));
        known.resolution = stop.stop_requested() ? nullptr : resolution;
    }
    return byIds(m_log.columns(), LogColumn::Shape, known.ranks);
}

/// The record's own method, else the catalog's: both sorts of text in one order.
SortKeys SortKeyMaker::byMethod(const std::shared_ptr<const Resolution> &resolution, const std::stop_token &stop)
{
    const Dictionary &texts = m_log.texts(TextColumn::Method);
    const quint32 own = texts.size();
    Known &known = m_known[SortKey::Method];
    if (!known.ranks || known.texts != own || known.resolution != resolution) {
        const auto textOf = [&](quint32 id) { return id < own ? texts.text(id) : resolution->at(id - own).method; };
        const Ranks ranks = textRanks(own + quint32(resolution->size()), textOf, stop);
        const auto shapes = ranks.begin() + own;
        Ranks methods(ranks.begin(), shapes);
        methods.push_back(ranks.back());
        known.methods = std::make_shared<const Ranks>(std::move(methods));
        known.ranks = std::make_shared<const Ranks>(shapes, ranks.end());
        known.texts = own;
        known.resolution = stop.stop_requested() ? nullptr : resolution;
    }
    return [&columns = m_log.columns(), methods = known.methods, shapes = known.ranks](std::span<const Row> rows,
                                                                                       std::span<quint64> keys) {
        std::vector<quint32> own(rows.size());
        std::vector<quint32> shape(rows.size());
        readRows(columns, LogColumn::Method, rows, std::span(own));
        readRows(columns, LogColumn::Shape, rows, std::span(shape));
        for (size_t i = 0; i < rows.size(); ++i)
            keys[i] = own[i] != 0 ? rankOf(*methods, own[i]) : rankOf(*shapes, shape[i]);
    };
}

} // namespace evident
