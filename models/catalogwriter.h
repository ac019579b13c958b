#pragma once

#include "catalogentry.h"

#include <QByteArray>
#include <QList>

namespace evident {

enum class CatalogFormat { Text, Csv, Json, Markdown };

/// The entries in the order given, UTF-8. Text is a table for a terminal; Markdown one for a wiki, with nothing in it
/// read as markup.
QByteArray catalogBytes(const QList<CatalogEntry> &entries, CatalogFormat format);

/// Entries that somebody asked for one by one, to be read: a heading and the description below it.
QByteArray lookupText(const QList<CatalogEntry> &entries);

} // namespace evident
