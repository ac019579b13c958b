#include "catalogsnapshot.h"

#include "wordindex.h"

#include <algorithm>
#include <tuple>

namespace evident {

namespace {

bool byCode(const EventKey &left, const EventKey &right)
{
    return std::tie(left.code, left.kind) < std::tie(right.code, right.kind);
}

} // namespace

CatalogSnapshot::CatalogSnapshot(CatalogContent content)
    : m_content(std::move(content))
{
    QList<CatalogEntry> &all = m_content.entries;
    std::sort(all.begin(), all.end(),
              [](const CatalogEntry &left, const CatalogEntry &right) { return byCode(left.key, right.key); });
    for (qsizetype i = 0; i < all.size(); ++i)
        m_byText[foldedText(all.at(i).description)].append(i);
    m_words = std::make_shared<const WordIndex>(m_content);
}

CatalogSnapshot::CatalogSnapshot(QList<CatalogEntry> entries, Synonyms synonyms)
    : CatalogSnapshot(CatalogContent{std::move(entries), std::move(synonyms), nullptr, {}, 0})
{ }

const Guidance *CatalogSnapshot::guidance(const EventKey &key) const
{
    return m_content.guidance ? m_content.guidance->find(key) : nullptr;
}

const EntryNote *CatalogSnapshot::note(const EventKey &key) const
{
    const auto found = m_content.notes.constFind(key);
    return found == m_content.notes.cend() ? nullptr : &*found;
}

const CatalogEntry *CatalogSnapshot::find(const EventKey &key) const
{
    const auto found =
        std::lower_bound(m_content.entries.begin(), m_content.entries.end(), key,
                         [](const CatalogEntry &entry, const EventKey &wanted) { return byCode(entry.key, wanted); });
    return found != m_content.entries.end() && found->key == key ? &*found : nullptr;
}

QList<CatalogEntry> CatalogSnapshot::findCode(qint64 code) const
{
    QList<CatalogEntry> found;
    auto entry =
        std::lower_bound(m_content.entries.begin(), m_content.entries.end(), code,
                         [](const CatalogEntry &candidate, qint64 wanted) { return candidate.key.code < wanted; });
    for (; entry != m_content.entries.end() && entry->key.code == code; ++entry)
        found.append(*entry);
    return found;
}

QList<CatalogEntry> CatalogSnapshot::findText(Kind kind, QStringView description) const
{
    QList<CatalogEntry> found;
    for (const qsizetype index : m_byText.value(foldedText(description))) {
        if (m_content.entries.at(index).key.kind == kind)
            found.append(m_content.entries.at(index));
    }
    return found;
}

bool CatalogSnapshot::matchesText(const CatalogEntry &entry, const TermMatcher &matcher, Breadth breadth) const
{
    const QList<Value> &values = matcher.term().values;
    return std::any_of(values.begin(), values.end(), [&](const Value &value) {
        if (const auto *word = std::get_if<TextValue>(&value))
            return m_words && m_words->finds(word->text, entry.key, breadth);
        return std::holds_alternative<RegexValue>(value) && matcher.matchesRaw(entry.description.toUtf8());
    });
}

Breadth CatalogSnapshot::breadthOf(const Query &query) const
{
    QList<Group> groups;
    for (const Group &group : query.groups()) {
        if (std::any_of(group.cbegin(), group.cend(), [](const Term &term) { return term.field == Field::Text; }))
            groups.append(group);
    }
    const QueryMatcher words(Query{groups}, MatchContext());
    const bool found = std::any_of(entries().cbegin(), entries().cend(), [&](const CatalogEntry &entry) {
        return words.matches(EntrySubject(*this, entry));
    });
    return found ? Breadth::Entry : Breadth::Guidance;
}

EntrySubject::EntrySubject(const CatalogSnapshot &catalog, const CatalogEntry &entry, Breadth breadth)
    : m_catalog(catalog),
      m_entry(entry),
      m_breadth(breadth)
{ }

QString EntrySubject::value(Field field, const QString &) const
{
    switch (field) {
    case Field::Code:
        return QString::number(m_entry.key.code);
    case Field::Kind:
        return kindToken(m_entry.key.kind);
    case Field::Level:
        return m_entry.level;
    case Field::Category:
        return m_entry.category;
    case Field::Method:
        return m_entry.method;
    case Field::Outcome:
        return outcomeToken(m_entry.outcome);
    case Field::Owner:
        return ownerToken(m_entry.owner);
    case Field::Description:
        return m_entry.description;
    default:
        return {}; // what only a record has
    }
}

qint64 EntrySubject::code() const
{
    return m_entry.key.code;
}

std::optional<qint64> EntrySubject::time() const
{
    return std::nullopt;
}

EventFlags EntrySubject::flags() const
{
    EventFlags flags = EventFlag::Known;
    flags.setFlag(EventFlag::Marked, m_entry.marked);
    flags.setFlag(EventFlag::HasNote, m_catalog.note(m_entry.key) != nullptr);
    return flags;
}

bool EntrySubject::matchesText(const TermMatcher &matcher) const
{
    return m_catalog.matchesText(m_entry, matcher, m_breadth);
}

} // namespace evident
