#include "textreader.h"

#include "rowcells.h"
#include "workerthread.h"

#include <QCache>

#include <condition_variable>
#include <deque>
#include <limits>
#include <mutex>
#include <unordered_set>
#include <utility>

namespace evident {

namespace {

/// A text and what was so when it was read.
struct Entry
{
    TextReader::Text text;
    quint64 doubts = 0; ///< Log::doubts()
    quint64 revision = 0; ///< of the columns
    bool settled = false; ///< the row is this record for ever
};

qsizetype costOf(const Entry &entry)
{
    constexpr qsizetype overhead = 64; // of the cache and of the string
    return qsizetype(sizeof(Entry)) + overhead + entry.text.text.capacity() * qsizetype(sizeof(QChar));
}

Entry readEntry(const Log &log, Row row)
{
    // What was so before: what changes meanwhile makes the text one to be read again.
    Entry entry{{}, log.doubts(), log.columns().revision(), row < log.settledRows()};
    const Result<QString> text = RowCells::readOwnText(log, row);
    entry.text = text ? TextReader::Text{text.value(), false} : TextReader::Text{text.error().message, true};
    return entry;
}

} // namespace

struct TextReader::State
{
    static constexpr Row nothing = std::numeric_limits<Row>::max();

    State(std::shared_ptr<const Log> readLog, std::function<void()> tellNews)
        : log(std::move(readLog)),
          news(std::move(tellNews))
    { }

    void run();
    bool store(Row row, Entry entry);
    // With the mutex locked:
    bool isOfThisRow(const Entry &entry) const { return entry.settled || entry.revision == log->columns().revision(); }
    const Entry *find(Row row)
    {
        const Entry *entry = texts.object(row);
        return entry && isOfThisRow(*entry) ? entry : nullptr;
    }
    bool isToBeRead(Row row)
    {
        const Entry *entry = find(row);
        return row != reading && (!entry || entry->doubts != log->doubts());
    }
    bool tell(Row row)
    {
        changed.push_back(row);
        return changed.size() == 1;
    }

    const std::shared_ptr<const Log> log;
    const std::function<void()> news;
    std::mutex mutex;
    std::condition_variable wake;
    std::condition_variable arrived;
    // Guarded by the mutex:
    QCache<Row, Entry> texts{mostBytes};
    std::deque<Row> waiting;
    Row reading = nothing;
    std::vector<Row> changed; ///< for takeNews()
    bool started = false;
    bool ended = false;
};

void TextReader::State::run()
{
    for (;;) {
        Row row = nothing;
        {
            std::unique_lock lock(mutex);
            reading = nothing;
            wake.wait(lock, [this] { return ended || !waiting.empty(); });
            if (ended)
                return;
            row = waiting.front();
            waiting.pop_front();
            if (!isToBeRead(row))
                continue;
            reading = row;
        }
        if (store(row, readEntry(*log, row)))
            news();
    }
}

/// True when there is news again.
bool TextReader::State::store(Row row, Entry entry)
{
    const std::lock_guard lock(mutex);
    if (!isOfThisRow(entry)) {
        waiting.push_front(row); // it became another record meanwhile
        return false;
    }
    const Entry *before = find(row);
    const bool isNew = !before || before->text != entry.text;
    const qsizetype cost = costOf(entry);
    texts.insert(row, new Entry(std::move(entry)), cost);
    arrived.notify_all();
    return isNew && tell(row);
}

TextReader::TextReader(std::shared_ptr<const Log> log, std::function<void()> news)
    : m_state(std::make_shared<State>(std::move(log), std::move(news)))
{ }

TextReader::~TextReader()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->ended = true;
    m_state->wake.notify_one();
}

std::optional<TextReader::Text> TextReader::find(Row row) const
{
    const std::lock_guard lock(m_state->mutex);
    const Entry *entry = m_state->find(row);
    return entry ? std::optional(entry->text) : std::nullopt;
}

void TextReader::want(const std::vector<Row> &rows)
{
    bool isFirst = false;
    bool isNews = false;
    {
        const std::lock_guard lock(m_state->mutex);
        std::deque<Row> waiting;
        std::unordered_set<Row> seen;
        const auto take = [&](Row row) {
            if (!m_state->isToBeRead(row) || !seen.insert(row).second)
                return;
            if (waiting.size() < mostWaiting)
                waiting.push_back(row);
            else
                isNews = m_state->tell(row) || isNews;
        };
        for (const Row row : rows)
            take(row);
        for (const Row row : m_state->waiting)
            take(row);
        m_state->waiting = std::move(waiting);
        if (m_state->waiting.empty())
            return;
        isFirst = !std::exchange(m_state->started, true);
        m_state->wake.notify_one();
    }
    if (isNews)
        m_state->news();
    if (isFirst)
        runOnWorkerThread([state = m_state] { state->run(); });
}

std::optional<TextReader::Text> TextReader::waitFor(Row row, std::chrono::nanoseconds longest) const
{
    std::unique_lock lock(m_state->mutex);
    m_state->arrived.wait_for(lock, longest, [&] { return m_state->find(row) != nullptr; });
    const Entry *entry = m_state->find(row);
    return entry ? std::optional(entry->text) : std::nullopt;
}

std::vector<Row> TextReader::takeNews()
{
    const std::lock_guard lock(m_state->mutex);
    return std::exchange(m_state->changed, {});
}

qsizetype TextReader::keptBytes() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->texts.totalCost();
}

} // namespace evident
