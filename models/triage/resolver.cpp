#include "resolver.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

bool isInCatalog(Kind kind)
{
    return kind == Kind::User || kind == Kind::System || kind == Kind::Admin;
}

/// The fixed parts of a catalog text around its placeholders (`{0}`).
QStringList partsAroundPlaceholders(const QString &text)
{
    QStringList parts{QString()};
    for (qsizetype at = 0; at < text.size(); ++at) {
        qsizetype end = at + 1;
        if (text[at] == u'{') {
            while (end < text.size() && text[end].isDigit())
                ++end;
            if (end > at + 1 && end < text.size() && text[end] == u'}') {
                parts.append(QString());
                at = end;
                continue;
            }
        }
        parts.last().append(text[at]);
    }
    return parts;
}

/// Whether `text` is the parts in their order with any text between them.
bool fits(const QString &text, const QStringList &parts)
{
    if (parts.size() == 1)
        return text == parts.first();
    if (!text.startsWith(parts.first()) || !text.endsWith(parts.last()))
        return false;
    qsizetype at = parts.first().size();
    const qsizetype end = text.size() - parts.last().size();
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        const qsizetype found = text.indexOf(parts[i], at);
        if (found < 0)
            return false;
        at = found + parts[i].size();
    }
    return at <= end;
}

/// The folded forms of the fixed parts. Folding trims the ends of a text, so that a blank beside a placeholder is not
/// compared.
QStringList foldedParts(const QStringList &parts)
{
    QStringList folded;
    for (const QString &part : parts)
        folded.append(foldedText(part));
    return folded;
}

EventFlags driftOf(const QString &own, const QString &catalog)
{
    if (own.isEmpty() || own == catalog)
        return {};
    if (!hasPlaceholders(catalog))
        return foldedText(own) == foldedText(catalog) ? EventFlag::FormDrift : EventFlag::WordDrift;
    const QStringList parts = partsAroundPlaceholders(catalog);
    if (fits(own, parts))
        return {};
    return fits(foldedText(own), foldedParts(parts)) ? EventFlag::FormDrift : EventFlag::WordDrift;
}

/// What the catalog says goes before what the record says; where the catalog is silent (admin pages have neither level
/// nor category), the record's own stays.
void applyEntry(ResolvedEvent &event, const CatalogEntry &entry, const EventShape &shape, const QString &own)
{
    event.kind = entry.key.kind;
    event.code = entry.key.code;
    if (!entry.level.isEmpty())
        event.level = entry.level;
    if (!entry.category.isEmpty())
        event.category = entry.category;
    event.method = entry.method;
    event.outcome = shape.failed ? Outcome::Failure : entry.outcome;
    // That nobody needs to act is said of an event that went well.
    event.owner = shape.failed && entry.owner == Owner::Nobody ? Owner::Unknown : entry.owner;
    event.flags |= EventFlag::Known;
    event.flags.setFlag(EventFlag::Marked, entry.marked);
    event.flags |= driftOf(own, entry.description);
    const bool ownIsShown = hasPlaceholders(entry.description) && (!own.isEmpty() || !shape.ownDescriptionKept);
    if (!ownIsShown)
        event.description = entry.description;
}

/// One description stands for several entries: only what all of them say is said.
void applyCandidates(ResolvedEvent &event, const QList<CatalogEntry> &entries, const QString &own)
{
    const CatalogEntry &first = entries.first();
    const auto all = [&entries, &first](auto member) {
        return std::all_of(entries.begin(), entries.end(),
                           [&](const CatalogEntry &entry) { return entry.*member == first.*member; });
    };
    if (all(&CatalogEntry::level) && !first.level.isEmpty())
        event.level = first.level;
    if (all(&CatalogEntry::category) && !first.category.isEmpty())
        event.category = first.category;
    if (all(&CatalogEntry::method))
        event.method = first.method;
    if (all(&CatalogEntry::outcome))
        event.outcome = first.outcome;
    if (all(&CatalogEntry::owner))
        event.owner = first.owner;
    event.flags |= EventFlag::TextMatch;
    event.flags |= EventFlag::Ambiguous;
    const bool verbatim = std::any_of(entries.begin(), entries.end(),
                                      [&own](const CatalogEntry &entry) { return entry.description == own; });
    event.flags.setFlag(EventFlag::FormDrift, !verbatim);
    for (const CatalogEntry &entry : entries)
        event.candidates.append(entry.key.code);
}

} // namespace

Resolver::Resolver(CatalogPointer catalog)
    : m_catalog(catalog ? std::move(catalog) : std::make_shared<const CatalogSnapshot>())
{ }

void Resolver::extend(Resolution &resolution, const Log &log) const
{
    const ShapeId count = log.shapeCount();
    if (ShapeId(resolution.size()) >= count)
        return;
    resolution.reserve(count);
    const Dictionary &names = log.names();
    for (ShapeId id = ShapeId(resolution.size()); id < count; ++id) {
        const EventShape shape = log.shape(id);
        resolution.append(
            resolve(shape, names.text(shape.level), names.text(shape.category), names.text(shape.description)));
    }
}

ResolvedEvent Resolver::resolve(const EventShape &shape, const QString &level, const QString &category,
                                const QString &description) const
{
    ResolvedEvent event = lookedUp(shape, level, category, description);
    event.flags.setFlag(EventFlag::HasNote, m_catalog->note({event.kind, event.code}) != nullptr);
    return event;
}

ResolvedEvent Resolver::lookedUp(const EventShape &shape, const QString &level, const QString &category,
                                 const QString &description) const
{
    ResolvedEvent event;
    event.kind = shape.kind;
    event.code = shape.code;
    event.level = level.isEmpty() && shape.failed ? u"error"_s : level;
    event.category = category;
    event.description = description;
    if (shape.failed)
        event.outcome = Outcome::Failure;
    event.flags.setFlag(EventFlag::NotUnderstood, !shape.understood);
    if (!isInCatalog(shape.kind))
        return event;

    if (shape.code != noCode) {
        const CatalogEntry *entry = m_catalog->find({shape.kind, shape.code});
        if (!entry && shape.kind == Kind::User)
            entry = m_catalog->find({Kind::System, shape.code});
        if (entry)
            applyEntry(event, *entry, shape, description);
        else
            event.flags |= EventFlag::UnknownCode;
        return event;
    }

    if (description.isEmpty())
        return event;
    QList<CatalogEntry> entries = m_catalog->findText(shape.kind, description);
    if (entries.isEmpty() && shape.kind == Kind::User)
        entries = m_catalog->findText(Kind::System, description);
    if (entries.size() == 1) {
        applyEntry(event, entries.first(), shape, description);
        event.flags |= EventFlag::TextMatch;
    } else if (!entries.isEmpty()) {
        applyCandidates(event, entries, description);
    }
    return event;
}

QString pageForUnknownCode(qint64 code)
{
    if (code == 683 || code == 684 || (code >= 2500 && code <= 2599))
        return QCoreApplication::translate("evident::Resolver", "The vendor's page of system events covers it.");
    struct Page
    {
        qint64 first = 0;
        qint64 last = 0;
        QLatin1StringView title; ///< as the vendor writes the range
    };
    static constexpr Page pages[] = {
        {2, 345, "02-345"_L1},
        {400, 1409, "400-1409"_L1},
        {1501, 20406, "1501-20406"_L1},
        {20601, 38000, "20601-38000"_L1},
    };
    for (const Page &page : pages) {
        if (code >= page.first && code <= page.last)
            return QCoreApplication::translate("evident::Resolver", "The vendor's page of user events %1 covers it.")
                .arg(page.title);
    }
    return {};
}

} // namespace evident
