#include "lowering.h"

#include "fieldnames.h"
#include "rowparts.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

using Clause = std::vector<LoweredTerm>;
using Clauses = std::vector<Clause>;
using RowList = std::shared_ptr<const std::vector<Row>>;

LoweredTerm constantTerm(bool constant, bool negated)
{
    LoweredTerm term;
    term.on = LoweredTerm::On::Constant;
    term.constant = constant;
    term.negated = negated;
    return term;
}

LoweredTerm rowsTerm(const RowList &rows, bool negated)
{
    if (!rows)
        return constantTerm(false, negated);
    LoweredTerm term;
    term.on = LoweredTerm::On::Rows;
    term.rows = rows;
    term.negated = negated;
    return term;
}

/// Of the term's values, when each is a text that a record's id is compared with as a whole; else none.
std::vector<quint64> idHashes(const Term &term, IdKind kind)
{
    std::vector<quint64> hashes;
    for (const Value &value : term.values) {
        const auto *text = std::get_if<TextValue>(&value);
        const QString id = text ? text->text : QString();
        // What is written for an absent id the column does not have.
        if (isNoId(id.toUtf8()) || id.contains(u'*') || id.contains(QChar::ReplacementCharacter))
            return {};
        hashes.push_back(transactionHash(kind, id.toUtf8()));
    }
    return hashes;
}

bool isRead(const LoweredTerm &term)
{
    return term.on == LoweredTerm::On::Raw || term.on == LoweredTerm::On::Named;
}

/// What columns tell of a term that asks for ids: it holds for all rows for which the term does.
LoweredTerm idsTerm(const LoweredTerm &named)
{
    LoweredTerm term;
    term.on = LoweredTerm::On::Ids;
    term.negated = named.negated;
    term.hashes = named.hashes;
    term.kind = named.kind;
    return term;
}

/// Adds to alternatives that ask for ids what columns know of these, so that few records need be read.
Clauses withIds(const Clause &clause)
{
    Clause likely = clause;
    Clause exact = clause;
    bool isNarrower = false;
    for (LoweredTerm &term : likely) {
        if (term.hashes.empty())
            continue;
        if (term.negated) {
            exact.push_back(idsTerm(term));
        } else {
            isNarrower = true;
            term = idsTerm(term);
        }
    }
    return isNarrower && std::ranges::none_of(likely, isRead) ? Clauses{likely, exact} : Clauses{exact};
}

/// The texts that match, asked by several threads when there are many.
IdSet matchingIds(const Dictionary &texts, const TermMatcher &matcher)
{
    constexpr quint32 smallestPart = 16'384;
    const quint32 count = texts.size();
    const quint32 parts = partsOf(count, smallestPart);
    std::vector<std::vector<quint32>> matching(parts);
    forParts(0, count, parts, [&](quint32 part, quint32 first, quint32 last) {
        for (quint32 id = first; id < last; ++id) {
            if (matcher.matchesUtf8(texts.utf8(id)))
                matching[part].push_back(id);
        }
    });
    IdSet ids;
    for (const std::vector<quint32> &ofPart : matching) {
        for (const quint32 id : ofPart)
            ids.insert(id);
    }
    return ids;
}

/// Brings one query down; lives for the call of lowerQuery().
class Lowering
{
public:
    Lowering(const MatchContext &context, const Log &log, const Resolution &resolution, const RowFacts &facts)
        : m_context(context),
          m_log(log),
          m_resolution(resolution),
          m_facts(facts)
    { }

    Clauses group(const Group &group) const;

private:
    template <typename Keeps>
    LoweredTerm shapesTerm(Keeps keeps, bool negated) const;
    LoweredTerm plainTerm(const TermMatcher &matcher) const;
    LoweredTerm textTerm(TextColumn column, const TermMatcher &matcher) const;
    LoweredTerm readTerm(LoweredTerm::On on, const TermMatcher &matcher, const QStringList &names = {}) const;
    LoweredTerm fileTerm(const TermMatcher &matcher) const;
    LoweredTerm idTerm(IdKind kind, const TermMatcher &matcher) const;
    LoweredTerm findingTerm(const TermMatcher &matcher) const;
    /// Whether the description of a shape stands in the record alone.
    bool isDescriptionRead(ShapeId id) const;
    bool anyDescriptionRead() const;
    Clauses withDescriptions(const Clause &others, const std::vector<TermMatcher> &descriptions) const;
    Clauses withoutFlags(Clauses clauses, const std::vector<TermMatcher> &matchers) const;

    const MatchContext &m_context;
    const Log &m_log;
    const Resolution &m_resolution;
    const RowFacts &m_facts;
};

template <typename Keeps>
LoweredTerm Lowering::shapesTerm(Keeps keeps, bool negated) const
{
    LoweredTerm term;
    term.on = LoweredTerm::On::Shape;
    term.negated = negated;
    for (qsizetype id = 0; id < m_resolution.size(); ++id) {
        if (keeps(ShapeId(id), m_resolution[id]))
            term.shapes.insert(ShapeId(id));
    }
    return term;
}

LoweredTerm Lowering::textTerm(TextColumn column, const TermMatcher &matcher) const
{
    LoweredTerm term;
    term.on = LoweredTerm::On::Text;
    term.column = column;
    term.negated = matcher.term().negated;
    term.ids = matchingIds(m_log.texts(column), matcher);
    if (column == TextColumn::Method) {
        for (qsizetype id = 0; id < m_resolution.size(); ++id) {
            if (matcher.matchesValue(m_resolution[id].method))
                term.shapes.insert(ShapeId(id));
        }
    }
    return term;
}

LoweredTerm Lowering::readTerm(LoweredTerm::On on, const TermMatcher &matcher, const QStringList &names) const
{
    LoweredTerm term;
    term.on = on;
    term.negated = matcher.term().negated;
    term.matcher = std::make_shared<const TermMatcher>(matcher);
    term.fieldNames = names;
    return term;
}

LoweredTerm Lowering::idTerm(IdKind kind, const TermMatcher &matcher) const
{
    LoweredTerm term = readTerm(LoweredTerm::On::Named, matcher, fieldNames(matcher.term().field));
    term.kind = kind;
    term.hashes = idHashes(matcher.term(), kind);
    return term;
}

LoweredTerm Lowering::fileTerm(const TermMatcher &matcher) const
{
    LoweredTerm term;
    term.on = LoweredTerm::On::File;
    term.negated = matcher.term().negated;
    for (size_t part = 0; part < m_log.partCount(); ++part) {
        const QString path = m_log.partInfo(part).path;
        if (matcher.matchesValue(path) || matcher.matchesValue(QFileInfo(path).fileName()))
            term.ids.insert(quint32(part));
    }
    return term;
}

/// A record's values are the names of the findings that it is evidence of.
LoweredTerm Lowering::findingTerm(const TermMatcher &matcher) const
{
    if (!m_facts.findings)
        return constantTerm(false, false);
    std::vector<Row> matching;
    std::vector<Row> others;
    for (const Finding &finding : m_facts.findings->list) {
        const QStringList names = findingNames(finding);
        const bool matches =
            std::ranges::any_of(names, [&](const QString &name) { return matcher.matchesValue(name); });
        const std::span<const Row> rows = finding.rows.rows();
        std::vector<Row> &side = matches ? matching : others;
        side.insert(side.end(), rows.begin(), rows.end());
    }
    for (const auto &[rule, rows] : m_facts.findings->leftOutRows.asKeyValueRange()) {
        std::vector<Row> &side = matcher.matchesValue(rule) ? matching : others;
        side.insert(side.end(), rows.begin(), rows.end());
    }
    const auto sort = [](std::vector<Row> &rows) {
        std::ranges::sort(rows);
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    };
    sort(matching);
    const bool negated = matcher.term().negated;
    if (!matcher.matchesValue(QString()))
        return rowsTerm(std::make_shared<const std::vector<Row>>(std::move(matching)), negated);
    // `finding:""` is what no finding has: all but the records of findings that do not match.
    sort(others);
    std::vector<Row> left;
    std::ranges::set_difference(others, matching, std::back_inserter(left));
    return rowsTerm(std::make_shared<const std::vector<Row>>(std::move(left)), !negated);
}

LoweredTerm Lowering::plainTerm(const TermMatcher &matcher) const
{
    const Term &term = matcher.term();
    const auto ofShapes = [&](auto valueOf) {
        return shapesTerm([&](ShapeId, const ResolvedEvent &event) { return matcher.matchesValue(valueOf(event)); },
                          term.negated);
    };
    switch (term.field) {
    case Field::Text:
        return readTerm(LoweredTerm::On::Raw, matcher);
    case Field::User:
        return textTerm(TextColumn::User, matcher);
    case Field::Method:
        return textTerm(TextColumn::Method, matcher);
    case Field::Application:
        return textTerm(TextColumn::Application, matcher);
    case Field::SourceIp:
        return textTerm(TextColumn::Address, matcher);
    case Field::Code:
        return shapesTerm([&](ShapeId, const ResolvedEvent &event) { return matcher.matchesCode(event.code); },
                          term.negated);
    case Field::Kind:
        return ofShapes([](const ResolvedEvent &event) { return kindToken(event.kind); });
    case Field::Level:
        return ofShapes([](const ResolvedEvent &event) { return event.level; });
    case Field::Category:
        return ofShapes([](const ResolvedEvent &event) { return event.category; });
    case Field::Outcome:
        return ofShapes([](const ResolvedEvent &event) { return outcomeToken(event.outcome); });
    case Field::Owner:
        return ofShapes([](const ResolvedEvent &event) { return ownerToken(event.owner); });
    case Field::Description:
        return ofShapes([](const ResolvedEvent &event) { return event.description; });
    case Field::Is:
    case Field::Has:
        return shapesTerm([&](ShapeId, const ResolvedEvent &event) { return matcher.matchesFlags(event.flags); },
                          term.negated);
    case Field::Time:
    case Field::Since:
        return readTerm(LoweredTerm::On::Time, matcher);
    case Field::File:
        return fileTerm(matcher);
    case Field::Transaction:
        return idTerm(IdKind::Transaction, matcher);
    case Field::Activity:
        return idTerm(IdKind::Activity, matcher);
    case Field::Device:
    case Field::Policy:
    case Field::Result:
        return readTerm(LoweredTerm::On::Named, matcher, fieldNames(term.field));
    case Field::Named:
        return readTerm(LoweredTerm::On::Named, matcher, nameSpellings(term.name));
    case Field::Finding:
        return findingTerm(matcher);
    }
    return constantTerm(false, term.negated);
}

bool Lowering::isDescriptionRead(ShapeId id) const
{
    return m_resolution[id].description.isEmpty() && !m_log.shape(id).ownDescriptionKept;
}

bool Lowering::anyDescriptionRead() const
{
    for (qsizetype id = 0; id < m_resolution.size(); ++id) {
        if (isDescriptionRead(ShapeId(id)))
            return true;
    }
    return false;
}

/// A row either has its description in the resolution or must be read. "Resolved, or one term fits what is read" and
/// "to be read, or one term fits what is resolved" together say what one alternative with both would.
Clauses Lowering::withDescriptions(const Clause &others, const std::vector<TermMatcher> &descriptions) const
{
    Clause resolved = others;
    Clause read = others;
    const auto isRead = [this](ShapeId id, const ResolvedEvent &) { return isDescriptionRead(id); };
    resolved.push_back(shapesTerm(isRead, false));
    read.push_back(shapesTerm(isRead, true));
    for (const TermMatcher &matcher : descriptions) {
        resolved.push_back(plainTerm(matcher));
        read.push_back(readTerm(LoweredTerm::On::Named, matcher, fieldNames(Field::Description)));
    }
    return {resolved, read};
}

/// `-is:unknown,duplicate` is "not unknown and not duplicate". All terms here ask for the same facts of rows, so that
/// together they are "no event with all of their flags, and no such row", however many there are.
Clauses Lowering::withoutFlags(Clauses clauses, const std::vector<TermMatcher> &matchers) const
{
    if (matchers.empty())
        return clauses;
    const auto allMatch = [&](ShapeId, const ResolvedEvent &event) {
        return std::all_of(matchers.begin(), matchers.end(),
                           [&](const TermMatcher &matcher) { return matcher.matchesFlags(event.flags); });
    };
    Clause facts{shapesTerm(allMatch, true)};
    if (matchers.front().asksForDuplicates())
        facts.push_back(rowsTerm(m_facts.duplicates, true));
    if (matchers.front().asksForBookmarks())
        facts.push_back(rowsTerm(m_facts.bookmarks, true));
    Clauses product;
    for (const Clause &clause : clauses) {
        for (const LoweredTerm &fact : facts) {
            product.push_back(clause);
            product.back().push_back(fact);
        }
    }
    return product;
}

Clauses Lowering::group(const Group &group) const
{
    Clause plain;
    std::vector<TermMatcher> descriptions;
    std::vector<TermMatcher> withoutRows[4]; // by what they ask of rows besides flags
    const bool readsDescriptions = anyDescriptionRead();
    for (const Term &term : group) {
        const TermMatcher matcher(term, m_context);
        if (term.field == Field::Description && readsDescriptions) {
            descriptions.push_back(matcher);
            continue;
        }
        const bool duplicates = term.field == Field::Is && matcher.asksForDuplicates();
        const bool bookmarks = term.field == Field::Is && matcher.asksForBookmarks();
        if (term.negated && (duplicates || bookmarks)) {
            withoutRows[(duplicates ? 1 : 0) + (bookmarks ? 2 : 0)].push_back(matcher);
            continue;
        }
        plain.push_back(plainTerm(matcher));
        if (duplicates)
            plain.push_back(rowsTerm(m_facts.duplicates, false));
        if (bookmarks)
            plain.push_back(rowsTerm(m_facts.bookmarks, false));
    }
    Clauses clauses = descriptions.empty() ? Clauses{plain} : withDescriptions(plain, descriptions);
    for (const std::vector<TermMatcher> &matchers : withoutRows)
        clauses = withoutFlags(std::move(clauses), matchers);
    return clauses;
}

bool anyTermIs(const Query &query, bool (TermMatcher::*asks)() const)
{
    for (const Group &group : query.groups()) {
        for (const Term &term : group) {
            if (term.field == Field::Is && (TermMatcher(term, {}).*asks)())
                return true;
        }
    }
    return false;
}

} // namespace

LoweredQuery lowerQuery(const Query &query, const MatchContext &context, const Log &log, const Resolution &resolution,
                        const RowFacts &facts)
{
    const Lowering lowering(context, log, resolution, facts);
    LoweredQuery lowered;
    for (const Group &group : query.groups()) {
        for (const Clause &clause : lowering.group(group)) {
            for (Clause &with : withIds(clause))
                lowered.groups.push_back(std::move(with));
        }
    }
    return lowered;
}

bool asksForDuplicates(const Query &query)
{
    return anyTermIs(query, &TermMatcher::asksForDuplicates);
}

bool asksForBookmarks(const Query &query)
{
    return anyTermIs(query, &TermMatcher::asksForBookmarks);
}

bool asksForFindings(const Query &query)
{
    return std::ranges::any_of(query.groups(), [](const Group &group) {
        return std::ranges::any_of(group, [](const Term &term) { return term.field == Field::Finding; });
    });
}

} // namespace evident
