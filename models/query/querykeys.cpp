#include "querykeys.h"

#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Key
{
    Field field = Field::Text;
    QLatin1StringView name;
    QLatin1StringView alias = {};
};

constexpr std::array<Key, 23> keys{{
    {Field::User, "user"_L1},
    {Field::Code, "code"_L1},
    {Field::Kind, "kind"_L1},
    {Field::Level, "level"_L1},
    {Field::Category, "category"_L1},
    {Field::Method, "method"_L1},
    {Field::Outcome, "outcome"_L1},
    {Field::Owner, "owner"_L1},
    {Field::Application, "application"_L1, "app"_L1},
    {Field::SourceIp, "sourceIp"_L1, "ip"_L1},
    {Field::Transaction, "transaction"_L1, "txn"_L1},
    {Field::Activity, "activity"_L1},
    {Field::Device, "device"_L1},
    {Field::Policy, "policy"_L1},
    {Field::Result, "result"_L1},
    {Field::File, "file"_L1},
    {Field::Description, "desc"_L1},
    {Field::Time, "time"_L1},
    {Field::Since, "since"_L1},
    {Field::Finding, "finding"_L1},
    {Field::Is, "is"_L1},
    {Field::Has, "has"_L1},
    {Field::Named, "field."_L1},
}};

/// Longer words are no misspelled keys; also bounds the cost of comparing.
constexpr qsizetype longestMisspelling = 24;

/// Levenshtein's distance without regard to case.
int editDistance(QStringView a, QLatin1StringView b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (const QChar left : a) {
        int diagonal = row[0]++;
        for (std::size_t column = 1; column < row.size(); ++column) {
            const QChar right = QChar(b[static_cast<qsizetype>(column) - 1]);
            const int replaced = diagonal + (left.toCaseFolded() == right.toCaseFolded() ? 0 : 1);
            diagonal = row[column];
            row[column] = std::min({replaced, diagonal + 1, row[column - 1] + 1});
        }
    }
    return row.back();
}

/// How far a written key is from a spelling; nothing when it is too far to have been meant.
std::optional<int> misspelling(QStringView written, QLatin1StringView spelling)
{
    if (spelling.isEmpty())
        return std::nullopt;
    const int distance = editDistance(written, spelling);
    if (distance <= (written.size() <= 3 ? 1 : 2))
        return distance;
    const bool abbreviated = written.size() >= 2 && spelling.startsWith(written, Qt::CaseInsensitive);
    const bool extended = spelling.size() >= 3 && written.startsWith(spelling, Qt::CaseInsensitive);
    return abbreviated || extended ? std::optional(distance) : std::nullopt;
}

} // namespace

QString queryKey(Field field)
{
    const auto *key = std::find_if(keys.begin(), keys.end(), [field](const Key &each) { return each.field == field; });
    return key == keys.end() ? QString() : QString(key->name);
}

QStringList queryKeys()
{
    QStringList names;
    for (const Key &key : keys)
        names.append(key.name);
    return names;
}

std::optional<Field> fieldFromKey(QStringView key)
{
    for (const Key &each : keys) {
        if (each.field != Field::Named
            && (key.compare(each.name, Qt::CaseInsensitive) == 0
                || (!each.alias.isEmpty() && key.compare(each.alias, Qt::CaseInsensitive) == 0)))
            return each.field;
    }
    return std::nullopt;
}

QStringList nearKeys(QStringView key)
{
    if (key.size() > longestMisspelling)
        return {};
    std::vector<std::pair<int, QString>> found;
    for (const Key &each : keys) {
        const std::optional<int> byName = misspelling(key, each.name);
        const std::optional<int> byAlias = misspelling(key, each.alias);
        if (byName || byAlias)
            found.emplace_back(std::min(byName.value_or(1000), byAlias.value_or(1000)), each.name);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList near;
    for (const auto &[distance, name] : found)
        near.append(name);
    return near.first(std::min<qsizetype>(near.size(), 3));
}

QStringList fieldTokens(Field field)
{
    switch (field) {
    case Field::Kind:
        return {u"user"_s, u"system"_s, u"admin"_s, u"am"_s, u"idr"_s};
    case Field::Outcome:
        return {u"success"_s, u"failure"_s, u"pending"_s, u"none"_s};
    case Field::Owner:
        return {u"user"_s, u"helpdesk"_s, u"identity"_s, u"network"_s, u"vendor"_s, u"unknown"_s, u"none"_s};
    case Field::Is:
        return {u"unknown"_s,       u"drift"_s,     u"formdrift"_s,  u"textmatch"_s, u"ambiguous"_s,
                u"notunderstood"_s, u"duplicate"_s, u"bookmarked"_s, u"marked"_s};
    case Field::Has:
        return {u"note"_s};
    default:
        return {};
    }
}

} // namespace evident
