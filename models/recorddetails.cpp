#include "recorddetails.h"

#include "catalogsnapshot.h"
#include "logdocument.h"
#include "resolver.h"

#include <QCoreApplication>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxRaw = qint64(1) << 20;
constexpr qint64 rawPageSize = 32 * 1024;
constexpr qsizetype maxDescriptionInRemark = 1000;
constexpr qsizetype maxRelated = 8;

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::RecordDetails)
};

/// What an event is about: its description up to the dash, or without its last word ("Approve authentication
/// succeeded.").
QString subjectOf(const QString &description)
{
    const QString folded = foldedText(description);
    const qsizetype dash = folded.indexOf(" - "_L1);
    const QString head = dash > 0 ? folded.left(dash) : folded;
    const qsizetype lastWord = head.lastIndexOf(u' ');
    return lastWord > 0 ? head.left(lastWord) : head;
}

/// Entries that share the start of the description: all that is known of a code without guidance.
QList<RelatedEntry> similarEntries(const CatalogSnapshot &catalog, const CatalogEntry &entry)
{
    QList<RelatedEntry> related;
    const QString subject = subjectOf(entry.description);
    for (const CatalogEntry &other : catalog.entries()) {
        if (related.size() == maxRelated)
            break;
        if (other.key != entry.key && subjectOf(other.description) == subject)
            related.append({other.key, Relation::See, other});
    }
    return related;
}

/// What the catalog says of an entry, besides its own facts.
void addBackground(RecordDetails &details, const CatalogSnapshot &catalog, const CatalogEntry &entry)
{
    details.entry = entry;
    if (const Guidance *guidance = catalog.guidance(entry.key))
        details.guidance = *guidance;
    details.related = relatedEntries(catalog, entry);
}

QString markRemark()
{
    return Messages::tr("The vendor's level and wording disagree. The level is shown as the vendor gives it.");
}

QString quotable(const QString &description)
{
    if (description.size() <= maxDescriptionInRemark)
        return visibleText(description);
    return visibleText(description.left(maxDescriptionInRemark)) + u'…';
}

QStringList remarksOf(const ResolvedEvent &event, const std::optional<CatalogEntry> &entry,
                      const QString &ownDescription)
{
    QStringList remarks;
    if (event.flags.testFlag(EventFlag::NotUnderstood))
        remarks.append(Messages::tr("No format could read this record. It is kept as it stands."));
    if (event.flags.testFlag(EventFlag::UnknownCode)) {
        const QString page = pageForUnknownCode(event.code);
        remarks.append(page.isEmpty() ? Messages::tr("The catalog does not know this code.")
                                      : Messages::tr("The catalog does not know this code.") + u' ' + page);
    }
    if (event.flags.testFlag(EventFlag::Ambiguous)) {
        QStringList codes;
        for (const qint64 code : event.candidates)
            codes.append(QString::number(code));
        remarks.append(
            Messages::tr("This record has no code. Its text stands for several codes: %1.").arg(codes.join(", "_L1)));
    } else if (event.flags.testFlag(EventFlag::TextMatch)) {
        remarks.append(Messages::tr("This record has no code. It was found in the catalog by its text."));
    }
    if (event.flags.testFlag(EventFlag::WordDrift) && entry && !ownDescription.isEmpty()) {
        remarks.append(
            Messages::tr("The record's words differ from the catalog's: “%1”. A rule that matches on the text misses "
                         "one of them.")
                .arg(quotable(ownDescription)));
    }
    if (event.flags.testFlag(EventFlag::FormDrift) && entry && !ownDescription.isEmpty()) {
        remarks.append(
            Messages::tr(
                "The record's text differs from the catalog's only in dashes, spaces, case or the final stop: “%1”. "
                "That is enough to break a rule that matches on the text.")
                .arg(quotable(ownDescription)));
    }
    if (entry && entry->marked)
        remarks.append(markRemark());
    return remarks;
}

/// Bytes at the beginning of `text`, three at most, that belong to a character that began before.
qsizetype charactersRest(QByteArrayView text)
{
    qsizetype size = 0;
    while (size < std::min<qsizetype>(3, text.size()) && (uchar(text[size]) & 0xc0) == 0x80)
        ++size;
    return size;
}

/// What the record says of its event in its own words; "" where it says nothing, and while only the file knows.
QString ownDescriptionOf(const Log &log, const EventShape &shape, const RecordText *text)
{
    if (shape.ownDescriptionKept)
        return log.names().text(shape.description);
    for (const RecordField &field : text ? text->fields : QList<RecordField>()) {
        if (field.name.compare("eventDescription"_L1, Qt::CaseInsensitive) == 0)
            return field.value;
    }
    return {};
}

} // namespace

QString RelatedEntry::text() const
{
    return entry ? entry->description : pageForUnknownCode(key.code);
}

QString RecordDetails::guidanceRemark() const
{
    if (!entry)
        return {};
    if (!guidance) {
        return Messages::tr("There is no guidance for this code. Its method and outcome are derived from the "
                            "description by rule.");
    }
    if (foldedText(guidance->describes) == foldedText(entry->description))
        return Messages::tr("This guidance is Evident's, not the vendor's.");
    return Messages::tr("This guidance is Evident's, not the vendor's. It was written when the vendor's text was “%1”.")
        .arg(quotable(guidance->describes));
}

QList<RelatedEntry> relatedEntries(const CatalogSnapshot &catalog, const CatalogEntry &entry)
{
    const Guidance *guidance = catalog.guidance(entry.key);
    if (!guidance)
        return similarEntries(catalog, entry);
    QList<RelatedEntry> related;
    for (const RelatedCode &code : guidance->related) {
        const CatalogEntry *other = catalog.find(code.key);
        related.append({code.key, code.relation, other ? std::optional(*other) : std::nullopt});
    }
    return related;
}

RecordDetails entryDetails(const CatalogSnapshot &catalog, const CatalogEntry &entry)
{
    RecordDetails details;
    details.key = entry.key;
    details.hasCode = true;
    details.level = entry.level;
    details.category = entry.category;
    details.description = entry.description;
    details.method = entry.method;
    details.outcome = entry.outcome;
    details.owner = entry.owner;
    details.flags = EventFlag::Known;
    if (entry.marked) {
        details.flags |= EventFlag::Marked;
        details.remarks.append(markRemark());
    }
    addBackground(details, catalog, entry);
    return details;
}

RecordDetails recordDetails(const LogDocument &document, Row row, const RecordText *text)
{
    const Log &log = *document.log();
    const ResolvedEvent &event = document.eventOf(row);
    const RecordColumns columns = log.columns().record(row);
    const QString ownDescription = ownDescriptionOf(log, log.shape(columns.shape), text);

    RecordDetails details;
    if (text)
        static_cast<RecordText &>(details) = *text;
    if (event.code != noCode) {
        details.hasCode = true;
        details.key = {event.kind, event.code};
        if (const CatalogEntry *entry = document.catalog()->find(details.key))
            addBackground(details, *document.catalog(), *entry);
    }
    details.level = event.level;
    details.category = event.category;
    details.description = event.description.isEmpty() ? ownDescription : event.description;
    details.method = columns.method != 0 ? log.texts(TextColumn::Method).text(columns.method) : event.method;
    details.outcome = event.outcome;
    details.owner = event.owner;
    details.flags = event.flags;
    details.remarks = remarksOf(event, details.entry, ownDescription);
    details.isRecord = true;
    details.isBeingRead = !text;
    if (log.partCount() > 1)
        details.file = log.info(row).path;
    details.line = columns.line;
    if (columns.time != noTime)
        details.time = columns.time;
    return details;
}

/// A record that is longer than the engine reads has no fields.
RecordText readRecordText(const Log &log, Row row)
{
    RecordText text;
    const qint64 length = log.columns().record(row).length;
    const bool isRead = length <= Log::longestText;
    const Result<QByteArray> raw = isRead ? log.raw(row) : log.rawPart(row, 0, maxRaw);
    if (!raw) {
        text.readError = raw.error().message;
        return text;
    }
    text.raw = QString::fromUtf8(raw.value().left(maxRaw));
    if (isRead)
        text.fields = log.fieldsOf(row, raw.value());
    if (length > maxRaw) {
        text.rawPages = (length + rawPageSize - 1) / rawPageSize;
        text.firstRawPage = readRawPage(log, row, 0);
    }
    return text;
}

/// A page has whole characters: one that lies on the border is the first page's.
QString readRawPage(const Log &log, Row row, qint64 page)
{
    constexpr qint64 character = 4;
    const Result<QByteArray> part = log.rawPart(row, page * rawPageSize, rawPageSize + character);
    if (!part)
        return part.error().message;
    const QByteArrayView text = part.value();
    const qsizetype begin = page == 0 ? 0 : charactersRest(text);
    const qsizetype border = std::min<qsizetype>(rawPageSize, text.size());
    return QString::fromUtf8(text.sliced(begin, std::max(begin, border + charactersRest(text.sliced(border))) - begin));
}

} // namespace evident
