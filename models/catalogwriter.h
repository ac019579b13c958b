#pragma once

#include "catalogentry.h"
#include "entrynote.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace evident {

class CatalogStore;
class JsonWriter;

enum class CatalogFormat { Text, Csv, Json, Markdown };

/// What is known of entries besides their own facts: the later keys of JSON.
struct EntryBackground
{
    EntryNotes notes;
    QHash<EventKey, qint64> revisions; ///< the one that an entry's present text came with; 0 or absent: not known
};

EntryBackground entryBackground(const CatalogStore &store, const QList<CatalogEntry> &entries);

/// The entries in the order given, UTF-8. Text is a table for a terminal; Markdown one for a wiki, with nothing in it
/// read as markup.
QByteArray catalogBytes(const QList<CatalogEntry> &entries, CatalogFormat format, const EntryBackground &background);

/// The columns of every table of the catalog that a machine reads, and an entry's cells of them. Never translated.
QStringList catalogColumns();
QStringList catalogCells(const CatalogEntry &entry);
/// Writes the same facts as members of the object that is open.
void writeEntryMembers(JsonWriter &json, const CatalogEntry &entry);

/// Entries that somebody asked for one by one, to be read: a heading and the description below it.
QByteArray lookupText(const QList<CatalogEntry> &entries);

} // namespace evident
