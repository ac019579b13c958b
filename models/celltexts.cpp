#include "celltexts.h"

#include "logdocument.h"
#include "postbox.h"
#include "rowcells.h"

#include <algorithm>
#include <utility>

namespace evident {

using namespace std::chrono_literals;

namespace {

/// How long the rows of a screen are waited for in one turn of the event loop: less than a frame, so that nothing
/// stalls, and long enough for a file in memory or on a quick disk, so that nothing flickers. After a wait in vain
/// there is none until something has come.
constexpr std::chrono::nanoseconds patience = 10ms;
/// Rows below one that is waited for that are wanted with it: they are asked for next.
constexpr int rowsWithOne = 64;
/// Rows around those that were asked for are read ahead, as many as were asked for; where these lie so far apart that
/// they are no screen, none.
constexpr int mostRowsOfScreen = 512;
constexpr int leastRowsAhead = 32;
/// Places that are remembered; with more of them everybody is told to ask again.
constexpr qsizetype mostPlaces = 16'384;
/// Rows no farther apart are told together, with those between them: who listens does less for some rows more than for
/// some calls more.
constexpr int nearby = 32;

} // namespace

CellTexts::CellTexts(LogDocument *document, QObject *parent)
    : QObject(parent),
      m_document(document),
      m_postbox(std::make_shared<Postbox>(this)),
      m_patience(patience)
{
    connect(document, &LogDocument::rowsAboutToChange, this, &CellTexts::forgetPlaces);
    connect(document, &LogDocument::rowsChanged, this, &CellTexts::forgetOtherLog);
}

CellTexts::~CellTexts()
{
    m_postbox->close();
}

/// A log that is not shown any more is not kept for its texts.
void CellTexts::forgetOtherLog()
{
    if (m_log == m_document->log())
        return;
    m_reader.reset();
    m_log.reset();
}

TextReader &CellTexts::reader()
{
    forgetOtherLog();
    if (m_reader)
        return *m_reader;
    m_log = m_document->log();
    m_isSlow = false;
    // Of a reader of before there may be news on the way: this one's are asked for then, which does no harm.
    m_reader =
        std::make_unique<TextReader>(m_log, [this, postbox = m_postbox] { postbox->post([this] { takeNews(); }); });
    return *m_reader;
}

std::optional<QString> CellTexts::text(int position)
{
    const Row row = m_document->rows().at(Row(position));
    remember(position);
    std::optional<TextReader::Text> found = reader().find(row);
    if (!found && m_patience > 0ns && !m_isSlow)
        found = waitFor(row, position);
    if (found)
        return found->text;
    m_places.insert(row, position);
    m_missing.push_back(position);
    return {};
}

/// The rows at these positions, those of them that are there, that have no text but in the file.
std::vector<Row> CellTexts::ownTexts(qint64 first, qint64 end)
{
    const RowCells cells(*m_document->log(), *m_document->resolution(), m_document->zone());
    const RowSet &rows = m_document->rows();
    std::vector<Row> found;
    for (qint64 position = std::max<qint64>(first, 0); position < std::min<qint64>(end, rows.size()); ++position) {
        const Row row = rows.at(Row(position));
        if (!cells.isOwnText(row))
            continue;
        found.push_back(row);
        m_places.insert(row, int(position));
    }
    return found;
}

std::optional<TextReader::Text> CellTexts::waitFor(Row row, int position)
{
    const auto start = std::chrono::steady_clock::now();
    reader().want(ownTexts(position, qint64(position) + rowsWithOne));
    std::optional<TextReader::Text> found = reader().waitFor(row, m_patience);
    m_patience -= std::chrono::steady_clock::now() - start;
    m_isSlow = !found;
    return found;
}

/// What is asked for in this turn of the event loop is looked at behind it.
void CellTexts::remember(int position)
{
    if (m_asked) {
        m_asked->first = std::min(m_asked->first, position);
        m_asked->second = std::max(m_asked->second, position);
        return;
    }
    m_asked = {position, position};
    m_postbox->post([this] { endTurn(); });
}

/// Wants what was missing, and what stands around all that was asked for.
void CellTexts::endTurn()
{
    m_patience = patience;
    const auto asked = std::exchange(m_asked, {});
    const std::vector<int> missing = std::exchange(m_missing, {});
    const RowSet &rows = m_document->rows();
    const int count = int(rows.size());
    if (!asked || !m_document->log() || asked->first >= count)
        return;
    std::vector<Row> wanted;
    for (const int position : missing) {
        if (position < count)
            wanted.push_back(rows.at(Row(position)));
    }
    const auto [first, last] = *asked;
    if (last - first < mostRowsOfScreen) {
        const qint64 ahead = std::max(leastRowsAhead, last - first + 1);
        const auto want = [&](qint64 from, qint64 end) {
            const std::vector<Row> found = ownTexts(from, end);
            wanted.insert(wanted.end(), found.begin(), found.end());
        };
        want(first, last + 1 + ahead);
        want(first - ahead, first);
    }
    reader().want(wanted);
    if (m_places.size() > mostPlaces) {
        forgetPlaces();
        emit arrived(0, count - 1);
    }
}

void CellTexts::takeNews()
{
    if (!m_reader || m_log != m_document->log())
        return;
    const RowSet &rows = m_document->rows();
    std::vector<int> positions;
    bool failed = false;
    for (const Row row : m_reader->takeNews()) {
        const auto place = m_places.constFind(row);
        if (place != m_places.cend() && Row(*place) < rows.size() && rows.at(Row(*place)) == row)
            positions.push_back(*place);
        const std::optional<TextReader::Text> text = m_reader->find(row);
        m_isSlow = m_isSlow && !text;
        failed = failed || (text && text->failed);
    }
    if (failed)
        m_document->look(); // what is shown may not be in the file any more
    std::ranges::sort(positions);
    for (size_t begin = 0, end = 0; begin < positions.size(); begin = end) {
        for (end = begin + 1; end < positions.size() && positions[end] - positions[end - 1] <= nearby;)
            ++end;
        emit arrived(positions[begin], positions[end - 1]);
    }
}

/// The rows get other positions, and whoever shows them asks again.
void CellTexts::forgetPlaces()
{
    m_places.clear();
    m_missing.clear();
}

} // namespace evident
