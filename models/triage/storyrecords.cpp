#include "storyrecords.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <tuple>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

/// One sign-in writes codes of several groups, in this order.
enum Stage { Beginning, Primary, Asking, Answering, SecondFactor, End, After };
static_assert(Primary == ShapeFacts::lastBeginningStage && SecondFactor == ShapeFacts::firstEndingStage);

int stageOf(const Guidance &guidance)
{
    static const QHash<QString, Stage> ended{
        {u"sync"_s, Beginning}, {u"password"_s, Primary},    {u"idp"_s, Primary},
        {u"match"_s, Asking},   {u"stepup"_s, SecondFactor}, {u"policy"_s, End},
        {u"app"_s, End},        {u"portal"_s, End},          {u"session"_s, After},
    };
    static const QHash<QString, Stage> pending{{u"app"_s, Beginning}, {u"stepup"_s, Asking}};
    if (guidance.outcome == Outcome::Pending)
        return pending.value(guidance.group, Answering);
    return guidance.outcome == Outcome::None && guidance.group == "portal"_L1 ? After
                                                                              : ended.value(guidance.group, Answering);
}

/// Groups that tell of no try to get in: the directory's news, and a token that is tested or set up.
bool isOfNoAttempt(const QString &group)
{
    return group == "sync"_L1 || group == "hw-test"_L1 || group == "ds100"_L1 || group == "session"_L1;
}

/// Groups whose codes are decided by something else than the method that stands in their entry.
bool isOfNoMethod(const QString &group)
{
    return group == "policy"_L1 || group == "stepup"_L1;
}

ShapeFacts factsOf(const ResolvedEvent &event, const GuidanceBook &guidance)
{
    ShapeFacts facts;
    facts.outcome = event.outcome;
    facts.isError = severityOf(event.level) <= Severity::Error;
    facts.code = event.code;
    facts.method = event.method;
    facts.stage = Answering;
    if (const Guidance *found = event.code == noCode ? nullptr : guidance.find({event.kind, event.code})) {
        facts.stage = stageOf(*found);
        facts.states = found->states;
        if (facts.outcome == Outcome::Unknown)
            facts.outcome = found->outcome;
        if (facts.method.isEmpty())
            facts.method = found->method;
        if (isOfNoMethod(found->group))
            facts.method.clear();
        facts.isAttempt = facts.isDecisive() && !isOfNoAttempt(found->group) && !facts.tellsRegistration();
    } else {
        facts.isAttempt = facts.isDecisive();
    }
    return facts;
}

/// At one time, what goes on comes before what has ended, and what went well before what then failed all the same.
int rankOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pending:
        return 1;
    case Outcome::Success:
        return 2;
    case Outcome::Failure:
        return 3;
    case Outcome::None:
    case Outcome::Unknown:
        break;
    }
    return 0;
}

int compareTexts(const Dictionary &texts, quint32 left, quint32 right)
{
    return left == right ? 0 : texts.utf8(left).compare(texts.utf8(right));
}

} // namespace

bool ShapeFacts::tellsRegistration() const
{
    return std::ranges::any_of(states, [](const ToldState &told) {
        return told.of == StateOf::Method && (told.news == StateNews::Enables || told.news == StateNews::Disables);
    });
}

StoryRecords::StoryRecords(const Log &log, const Resolution &resolution, const GuidanceBook &guidance,
                           std::span<const Row> rows, const std::stop_token &stop)
    : m_log(log)
{
    m_facts.reserve(size_t(resolution.size()) + 1);
    for (const ResolvedEvent &event : resolution)
        m_facts.push_back(evident::factsOf(event, guidance));
    m_facts.emplace_back(); // of shapes that are not resolved yet
    read(rows, stop);
    if (stop.stop_requested())
        return;
    std::ranges::sort(m_records,
                      [this](const StoryRecord &left, const StoryRecord &right) { return isBefore(left, right); });
    const auto repeats =
        std::unique(m_records.begin(), m_records.end(),
                    [](const StoryRecord &left, const StoryRecord &right) { return right.repeats(left); });
    m_repeated = qint64(m_records.end() - repeats);
    m_records.erase(repeats, m_records.end());
}

void StoryRecords::read(std::span<const Row> rows, const std::stop_token &stop)
{
    const Columns &columns = m_log.columns();
    std::array<qint64, Columns::chunkRows> times{};
    std::array<qint64, Columns::chunkRows> transactions{};
    std::array<std::array<quint32, Columns::chunkRows>, 4> ids{};
    constexpr std::array idColumns{LogColumn::Shape, LogColumn::Method, LogColumn::Application, LogColumn::Address};
    m_records.reserve(rows.size());
    for (size_t first = 0; first < rows.size() && !stop.stop_requested(); first += Columns::chunkRows) {
        const std::span<const Row> part =
            rows.subspan(first, std::min<size_t>(Columns::chunkRows, rows.size() - first));
        columns.gather(LogColumn::Time, part, std::span(times).first(part.size()));
        for (size_t column = 0; column < idColumns.size(); ++column)
            columns.gather(idColumns.at(column), part, std::span(ids.at(column)).first(part.size()));
        columns.gather(LogColumn::Transaction, part, std::span(transactions).first(part.size()));
        for (size_t i = 0; i < part.size(); ++i) {
            const ShapeId shape = std::min(ids[0][i], ShapeId(m_facts.size() - 1));
            m_records.push_back({times[i], quint64(transactions[i]), part[i], shape, ids[1][i], ids[2][i], ids[3][i]});
        }
    }
}

/// By what records say: where it stands in the file, a record tells nothing of an export's order.
bool StoryRecords::isBefore(const StoryRecord &left, const StoryRecord &right) const
{
    const ShapeFacts &of = m_facts[left.shape];
    const ShapeFacts &other = m_facts[right.shape];
    const std::tuple key(left.time, of.stage, rankOf(of.outcome), of.code);
    const std::tuple otherKey(right.time, other.stage, rankOf(other.outcome), other.code);
    if (key != otherKey)
        return key < otherKey;
    int order = compareTexts(m_log.texts(TextColumn::Method), left.method, right.method);
    if (order == 0)
        order = compareTexts(m_log.texts(TextColumn::Application), left.application, right.application);
    if (order == 0)
        order = compareTexts(m_log.texts(TextColumn::Address), left.address, right.address);
    if (order == 0)
        order = compareShapes(left.shape, right.shape);
    return order != 0 ? order < 0 : left.transaction < right.transaction;
}

int StoryRecords::compareShapes(ShapeId left, ShapeId right) const
{
    if (left == right || std::max<size_t>(left, right) + 1 >= m_facts.size())
        return left < right ? -1 : int(left > right);
    const EventShape of = m_log.shape(left);
    const EventShape other = m_log.shape(right);
    int order = compareTexts(m_log.names(), of.level, other.level);
    if (order == 0)
        order = compareTexts(m_log.names(), of.category, other.category);
    if (order == 0)
        order = compareTexts(m_log.names(), of.description, other.description);
    const std::tuple flags(of.kind, of.understood, of.failed, of.ownDescriptionKept);
    const std::tuple otherFlags(other.kind, other.understood, other.failed, other.ownDescriptionKept);
    if (order == 0 && flags != otherFlags)
        order = flags < otherFlags ? -1 : 1;
    return order;
}

QString StoryRecords::methodOf(const StoryRecord &record) const
{
    return record.method != 0 ? m_log.texts(TextColumn::Method).text(record.method) : factsOf(record).method;
}

bool StoryRecords::namesMethod(const StoryRecord &record) const
{
    return record.method != 0 || !factsOf(record).method.isEmpty();
}

} // namespace evident
