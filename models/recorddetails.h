#pragma once

#include "catalogentry.h"
#include "guidance.h"
#include "log.h"
#include "resolution.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace evident {

/// A code that has to do with an entry's.
struct RelatedEntry
{
    EventKey key;
    Relation relation = Relation::See;
    std::optional<CatalogEntry> entry; ///< absent: the catalog does not have it

    /// The entry's description, or which page of the vendor's has it; "" when neither is known. Translated.
    QString text() const;
};

/// Everything the details pane shows, of a record or of a catalog entry. Plain texts; nothing here is markup.
struct RecordDetails
{
    EventKey key;
    bool hasCode = false;
    QString level;
    QString category;
    QString description;
    QString method;
    Outcome outcome = Outcome::Unknown;
    EventFlags flags;
    /// Sentences that answer "why does it look like this?": unknown code and which page covers it, text drift with both
    /// texts, the mark, matched by text, ambiguous. Translated.
    QStringList remarks;
    std::optional<CatalogEntry> entry;
    std::optional<Guidance> guidance;
    Owner owner = Owner::Unknown;
    /// The guidance's; without guidance the entries that share the start of the description.
    QList<RelatedEntry> related;
    /// Whose word the guidance is, or where method and outcome are from where there is none; "" without an entry.
    /// Translated.
    QString guidanceRemark() const;
    // Of a record only:
    bool isRecord = false;
    QString file; ///< of a log of several: its path
    quint32 line = 0;
    std::optional<qint64> time; ///< ms UTC
    QList<RecordField> fields;
    QString raw; ///< as read; of a record over 1 MiB the beginning
    /// Of such a record: how many pages its text has, and one of them by its number from 0, or why it cannot be read.
    qint64 rawPages = 0;
    std::function<QString(qint64 page)> rawPage;
    QString readError; ///< why fields and raw are missing
};

class CatalogSnapshot;
class LogDocument;

/// See RecordDetails::related.
QList<RelatedEntry> relatedEntries(const CatalogSnapshot &catalog, const CatalogEntry &entry);
RecordDetails entryDetails(const CatalogSnapshot &catalog, const CatalogEntry &entry);
/// Reads the record back from its file; call it for one record at a time.
RecordDetails recordDetails(const LogDocument &document, Row row);

} // namespace evident
