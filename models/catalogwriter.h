#pragma once

#include "catalogsnapshot.h"

#include <QByteArray>
#include <QList>

namespace evident {

enum class CatalogFormat { Text, Csv, Json, Markdown };

/// Entries of the catalog in the order given, UTF-8. Text is a table for a terminal; Markdown one for a wiki, with
/// nothing in it read as markup.
QByteArray catalogBytes(const CatalogSnapshot &catalog, const QList<CatalogEntry> &entries, CatalogFormat format);

/// Entries that somebody asked for one by one, to be read: a heading, the description and the guidance below it.
QByteArray lookupText(const CatalogSnapshot &catalog, const QList<CatalogEntry> &entries);

} // namespace evident
