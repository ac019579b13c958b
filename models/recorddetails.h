#pragma once

#include "catalogentry.h"
#include "guidance.h"
#include "log.h"
#include "resolution.h"

#include <QList>
#include <QString>

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

/// What the file has of a record.
struct RecordText
{
    QList<RecordField> fields;
    QString raw; ///< as read; of a record over 1 MiB the beginning
    /// Of such a record: how many pages its text has, and the first of them.
    qint64 rawPages = 0;
    QString firstRawPage;
    QString readError; ///< why fields and raw are missing
    bool operator==(const RecordText &) const = default;
};

/// Everything the details pane shows, of a record or of a catalog entry. Plain texts; nothing here is markup.
struct RecordDetails : RecordText
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
    bool isBeingRead = false; ///< what the file has is not known yet
    QString file; ///< of a log of several: its path
    quint32 line = 0;
    std::optional<qint64> time; ///< ms UTC
};

class CatalogSnapshot;
class LogDocument;

/// See RecordDetails::related.
QList<RelatedEntry> relatedEntries(const CatalogSnapshot &catalog, const CatalogEntry &entry);
RecordDetails entryDetails(const CatalogSnapshot &catalog, const CatalogEntry &entry);
/// What is known of a record by the log's columns and the catalog, and what was read of it; null while it is being
/// read. Reads nothing.
RecordDetails recordDetails(const LogDocument &document, Row row, const RecordText *text);
/// Reads the record back from its file. Blocking, any thread: never the GUI's.
RecordText readRecordText(const Log &log, Row row);
/// The same of a page of a record over 1 MiB, by its number from 0; why it cannot be read, where that is so.
QString readRawPage(const Log &log, Row row, qint64 page);

} // namespace evident
