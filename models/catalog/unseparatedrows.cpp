#include "unseparatedrows.h"

#include "pagebuilder.h"
#include "pagetext.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// What stands before a description, in characters at most.
constexpr qsizetype longestHead = 200;
/// A line of more is not taken apart to its end.
constexpr qsizetype mostRowsOfLine = 10'000;

/// The cells of a row up to its category, and where its description begins.
struct Row
{
    QStringList cells;
    qint64 code = 0;
    bool isSqueezed = false; ///< nothing at all stands between the cells
    qsizetype descriptionAt = 0;
};

/// A part of a line that may be a row.
struct Piece
{
    qsizetype begin = 0;
    bool isBegun = true; ///< whether it is known to begin there
    std::optional<Row> row;
};

QRegularExpressionMatch matchHead(const QRegularExpression &expression, QStringView text)
{
    return expression.match(text.first(std::min(text.size(), longestHead)).toString());
}

QRegularExpressionMatch matchStart(QStringView text)
{
    static const QRegularExpression start(u"^\\s*([0-9]{1,9})(\\s*)(%1)(\\s*)"_s.arg(pageLevelPattern()));
    return matchHead(start, text);
}

QRegularExpressionMatch matchHeader(QStringView text)
{
    static const QRegularExpression header(
        u"^\\s*(?:Event\\s*)?Code\\s*Level\\s*(Type\\s*)?Category\\s*Description\\s*"_s,
        QRegularExpression::CaseInsensitiveOption);
    return matchHead(header, text);
}

class UnseparatedPage
{
public:
    UnseparatedPage(const QString &text, PageBuilder &builder)
        : m_text(text),
          m_builder(builder)
    { }

    void read();

private:
    void learn();
    void learnCategory(QStringView rest, const PageLineReader &lines);
    void readLine(int number, QStringView line);
    void addRow(int number, const Row &row, QStringView text, bool isLast);

    QList<Piece> piecesOf(const QString &line) const;
    std::optional<qsizetype> codeBegin(QStringView line, qsizetype from, qsizetype to, const Piece &before) const;
    std::optional<Row> rowOf(QStringView text) const;
    std::optional<qsizetype> categoryLength(QStringView rest, bool isSqueezed) const;

    const QString &m_text;
    PageBuilder &m_builder;
    bool m_hasType = false;
    QStringList m_categories{u"Authentication"_s,         u"Authorization"_s,        u"User Status"_s,
                             u"Device Management"_s,      u"Identity Source Sync"_s, u"User Management"_s,
                             u"Hardware Authenticator"_s, u"My Authenticators"_s};
};

void UnseparatedPage::read()
{
    learn();
    PageLineReader lines(m_text);
    while (lines.next()) {
        if (!lines.line().isEmpty())
            readLine(lines.number(), lines.line());
    }
}

/// Finds the page's own categories, wherever it shows them alone.
void UnseparatedPage::learn()
{
    PageLineReader lines(m_text);
    while (lines.next()) {
        if (lines.line().isEmpty())
            continue;
        const QRegularExpressionMatch header = matchHeader(lines.line());
        m_hasType = m_hasType || !header.captured(1).isEmpty();
        const QRegularExpressionMatch start = matchStart(lines.line());
        if (start.hasMatch())
            learnCategory(lines.line().sliced(start.capturedLength()), lines);
    }
}

/// A category is alone before a tab that was not lost, and at the end of a row whose description follows behind a blank
/// line.
void UnseparatedPage::learnCategory(QStringView rest, const PageLineReader &lines)
{
    constexpr qsizetype mostCategories = 1000;
    static const QRegularExpression words(u"^(?:(?i:user|system)(?=[A-Z]))?([A-Z][a-z]+(?: [A-Z][a-z]+){0,3})\\s*$"_s);
    static const QRegularExpression wordsAlone(u"^([A-Z][a-z]+(?: [A-Z][a-z]+){0,3})\\s*$"_s);
    const qsizetype tab = rest.first(std::min(rest.size(), longestHead)).indexOf(u'\t');
    const QStringView alone = tab < 0 ? rest : rest.first(tab);
    if (alone.size() > longestHead || m_categories.size() >= mostCategories)
        return;
    const QString category = (m_hasType ? words : wordsAlone).match(alone.toString()).captured(1);
    if (category.isEmpty() || m_categories.contains(category))
        return;
    if (tab >= 0) {
        m_categories.append(category);
        return;
    }
    PageLineReader ahead = lines;
    int blankLines = 0;
    while (ahead.next() && ahead.line().trimmed().isEmpty())
        ++blankLines;
    if (blankLines > 0 && !ahead.line().trimmed().isEmpty() && !matchStart(ahead.line()).hasMatch())
        m_categories.append(category);
}

void UnseparatedPage::readLine(int number, QStringView line)
{
    if (const QRegularExpressionMatch header = matchHeader(line); header.hasMatch()) {
        m_builder.startTable(m_hasType ? QList<PageColumn>{PageColumn::Code, PageColumn::Level, PageColumn::Type,
                                                           PageColumn::Category, PageColumn::Description}
                                       : usualPageColumns({}));
        line = line.sliced(header.capturedLength());
    }
    if (!matchStart(line).hasMatch()) {
        m_builder.addText(number, line);
        return;
    }
    const QString text = line.trimmed().toString();
    const QList<Piece> pieces = piecesOf(text);
    QStringView lost; // what was not understood so far
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const Piece &piece = pieces.at(i);
        const Piece *next = i + 1 < pieces.size() ? &pieces.at(i + 1) : nullptr;
        const qsizetype end = next ? next->begin : text.size();
        const bool ends = !next || (next->isBegun && next->row);
        const QStringView own = QStringView(text).sliced(piece.begin, end - piece.begin);
        // Now that it is known where the row ends: what ends a category may be a later row's.
        const std::optional<Row> row = piece.isBegun && ends ? rowOf(own) : std::nullopt;
        if (!row) {
            lost = QStringView(lost.isEmpty() ? text.cbegin() + piece.begin : lost.begin(), text.cbegin() + end);
            continue;
        }
        if (!lost.isEmpty())
            m_builder.addNotUnderstood(number, std::exchange(lost, {}));
        addRow(number, *row, own, !next);
    }
    if (!lost.isEmpty())
        m_builder.addNotUnderstood(number, lost);
}

void UnseparatedPage::addRow(int number, const Row &row, QStringView text, bool isLast)
{
    const QStringView description = text.sliced(row.descriptionAt).trimmed();
    if (!description.isEmpty())
        m_builder.addRow(number, row.cells + QStringList{description.toString()}, text);
    else if (isLast)
        m_builder.addRowHead(number, row.cells, text);
    else
        m_builder.addNotUnderstood(number, text);
}

/// The rows of a line, which begins with one.
QList<Piece> UnseparatedPage::piecesOf(const QString &line) const
{
    static const QRegularExpression squeezed(u"(?<![0-9])[0-9]++%1(?=user|system|[A-Z])"_s.arg(pageLevelPattern()));
    static const QRegularExpression spaced(
        u"(?<![0-9])[0-9]++(?=\\s+%1\\s+(?:[A-Z]|user\\b|system\\b))"_s.arg(pageLevelPattern()));
    const QRegularExpressionMatch start = matchStart(line);
    const bool isSqueezed = start.captured(2).isEmpty() && start.captured(4).isEmpty();
    QList<Piece> pieces{{0, true, rowOf(line)}};
    QRegularExpressionMatchIterator starts = (isSqueezed ? squeezed : spaced).globalMatch(line, start.capturedLength());
    while (starts.hasNext()) {
        const qsizetype from = starts.next().capturedStart();
        qsizetype to = from;
        while (to < line.size() && line.at(to).isDigit())
            ++to;
        const std::optional<qsizetype> begin = codeBegin(line, from, to, pieces.last());
        pieces.append({begin.value_or(from), begin.has_value(), {}});
        if (pieces.size() > mostRowsOfLine)
            break;
        pieces.last().row = rowOf(QStringView(line).sliced(pieces.last().begin));
    }
    return pieces;
}

/// Where in a run of digits the code of a next row begins: a description may end with digits, too. Behind the end of a
/// sentence all of them are the code. Else they are taken apart by what the codes of a page are, ascending and in the
/// range of its title, if that leaves one way.
std::optional<qsizetype> UnseparatedPage::codeBegin(QStringView line, qsizetype from, qsizetype to,
                                                    const Piece &before) const
{
    QStringView sentence = line.first(from);
    while (!sentence.isEmpty() && sentence.back().isSpace())
        sentence.chop(1);
    const bool isNumber = sentence.size() == from && from > 1 && sentence.at(from - 2).isDigit();
    if (!sentence.isEmpty() && u".!?)"_s.contains(sentence.back()) && !isNumber)
        return from;
    if (!before.row || !before.row->isSqueezed)
        return std::nullopt;

    std::optional<qsizetype> begin;
    for (qsizetype at = from; at < to; ++at) {
        const std::optional<qint64> code = pageCode(line.sliced(at, to - at));
        if (!code || *code <= before.row->code || *code > m_builder.title().to.value_or(*code))
            continue;
        if (begin)
            return std::nullopt;
        begin = at;
    }
    return begin;
}

std::optional<Row> UnseparatedPage::rowOf(QStringView text) const
{
    const QRegularExpressionMatch start = matchStart(text);
    if (!start.hasMatch())
        return std::nullopt;
    Row row;
    row.cells = {start.captured(1), start.captured(3)};
    row.code = pageCode(row.cells.first()).value_or(0);
    row.isSqueezed = start.captured(2).isEmpty() && start.captured(4).isEmpty();
    row.descriptionAt = start.capturedLength();
    if (m_hasType) {
        static const QRegularExpression type(u"^(?i:user|system)\\s*"_s);
        const QRegularExpressionMatch match = matchHead(type, text.sliced(row.descriptionAt));
        if (!match.hasMatch())
            return std::nullopt;
        row.cells.append(match.captured().trimmed());
        row.descriptionAt += match.capturedLength();
    }
    const QStringView rest = text.sliced(row.descriptionAt);
    const std::optional<qsizetype> category = categoryLength(rest, row.isSqueezed);
    if (!category)
        return std::nullopt;
    row.cells.append(rest.first(*category).trimmed().toString());
    row.descriptionAt += *category;
    return row;
}

/// Absent when it cannot be known where the category ends.
std::optional<qsizetype> UnseparatedPage::categoryLength(QStringView rest, bool isSqueezed) const
{
    const qsizetype tab = rest.first(std::min(rest.size(), longestHead)).indexOf(u'\t');
    if (tab > 0)
        return tab;
    std::optional<qsizetype> length;
    for (const QString &category : m_categories) {
        if (!rest.startsWith(category))
            continue;
        const QStringView behind = rest.sliced(category.size());
        if (behind.isEmpty())
            return category.size();
        // A word that goes on is another category's; so is one more word where no space stands between the cells.
        const bool isBorder = behind.front().isSpace() ? !isSqueezed : !behind.front().isLower();
        if (!isBorder)
            continue;
        if (length)
            return std::nullopt;
        length = category.size();
    }
    return length;
}

} // namespace

void readUnseparatedPage(const QString &text, PageBuilder &builder)
{
    UnseparatedPage(text, builder).read();
}

} // namespace evident
