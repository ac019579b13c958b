#include "sortkeys.h"

#include "rowsort.h"

#include <QCollator>

#include <algorithm>
#include <limits>
#include <numeric>

namespace evident {

namespace {

constexpr quint64 absentRank = std::numeric_limits<quint64>::max();

/// The place of each text in the locale's order; equal texts share one.
std::vector<quint64> ranks(const QStringList &texts)
{
    QCollator collator;
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(size_t(texts.size()));
    for (const QString &text : texts)
        keys.push_back(collator.sortKey(text));
    std::vector<size_t> order(keys.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::ranges::sort(order, [&](size_t a, size_t b) { return keys[a] < keys[b]; });
    std::vector<quint64> result(keys.size());
    quint64 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && keys[order[i - 1]] < keys[order[i]])
            ++rank;
        result[order[i]] = texts[qsizetype(order[i])].isEmpty() ? absentRank : rank;
    }
    return result;
}

std::vector<quint64> textRanks(const Log &log, TextColumn column)
{
    const Dictionary &dictionary = log.texts(column);
    QStringList texts;
    for (quint32 id = 0, count = dictionary.size(); id < count; ++id)
        texts.append(dictionary.text(id));
    return ranks(texts);
}

template <typename TextOf>
std::vector<quint64> shapeRanks(const Resolution &resolution, TextOf textOf)
{
    QStringList texts;
    for (const ResolvedEvent &event : resolution)
        texts.append(textOf(event));
    return ranks(texts);
}

quint64 rankOf(const std::vector<quint64> &ranks, quint32 id)
{
    return id < ranks.size() ? ranks[id] : absentRank;
}

std::function<quint64(Row)> byText(const Log &log, TextColumn column, quint32 (Columns::*id)(Row) const noexcept)
{
    return [&columns = log.columns(), id, ranks = textRanks(log, column)](Row row) {
        return rankOf(ranks, (columns.*id)(row));
    };
}

std::function<quint64(Row)> byShape(const Log &log, std::vector<quint64> ranks)
{
    return [&columns = log.columns(), ranks = std::move(ranks)](Row row) { return rankOf(ranks, columns.shape(row)); };
}

/// The record's own method, else the catalog's: both sorts of text in one order.
std::function<quint64(Row)> byMethod(const Log &log, const Resolution &resolution)
{
    const Dictionary &dictionary = log.texts(TextColumn::Method);
    QStringList texts;
    for (quint32 id = 0, count = dictionary.size(); id < count; ++id)
        texts.append(dictionary.text(id));
    const size_t own = size_t(texts.size());
    for (const ResolvedEvent &event : resolution)
        texts.append(event.method);
    return [&columns = log.columns(), own, ranks = ranks(texts)](Row row) {
        const quint32 method = columns.method(row);
        if (method != 0)
            return method < own ? ranks[method] : absentRank;
        const size_t shape = own + columns.shape(row);
        return shape < ranks.size() ? ranks[shape] : absentRank;
    };
}

std::vector<quint64> numbersOfShapes(const Resolution &resolution, quint64 (*number)(const ResolvedEvent &))
{
    std::vector<quint64> result;
    result.reserve(size_t(resolution.size()));
    for (const ResolvedEvent &event : resolution)
        result.push_back(number(event));
    return result;
}

} // namespace

std::function<quint64(Row)> sortKeyFunction(LogDocument::SortKey key, const Log &log, const Resolution &resolution)
{
    using SortKey = LogDocument::SortKey;
    switch (key) {
    case SortKey::Time:
        return [&columns = log.columns()](Row row) { return timeSortKey(columns.time(row)); };
    case SortKey::Level:
        return byShape(log, numbersOfShapes(resolution, [](const ResolvedEvent &event) {
                           return quint64(severityOf(event.level));
                       }));
    case SortKey::Code:
        return byShape(log, numbersOfShapes(resolution, [](const ResolvedEvent &event) {
                           return event.code == noCode ? absentRank : quint64(event.code);
                       }));
    case SortKey::Category:
        return byShape(log, shapeRanks(resolution, [](const ResolvedEvent &event) { return event.category; }));
    case SortKey::Description:
        return byShape(log, shapeRanks(resolution, [](const ResolvedEvent &event) { return event.description; }));
    case SortKey::Method:
        return byMethod(log, resolution);
    case SortKey::User:
        return byText(log, TextColumn::User, &Columns::user);
    case SortKey::Application:
        return byText(log, TextColumn::Application, &Columns::application);
    case SortKey::SourceIp:
        return byText(log, TextColumn::Address, &Columns::address);
    case SortKey::FileOrder:
        break;
    }
    return [](Row row) { return quint64(row); };
}

} // namespace evident
