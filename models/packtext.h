#pragma once

#include "catalogrevision.h"
#include "event.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace evident {

// What the packs for a SIEM are written with. Their queries and settings, comments included, are English as their
// languages are; what a person reads first, the README, is translated.

/// An event as one value to search by: "user:702".
QString packKey(const EventKey &key);

/// A string in double quotes as KQL and YAML read it. All that is not plainly visible is escaped.
QString quotedText(QStringView text);

/// "Made by Evident 0.1.0 of revision 3 of the catalog (page.html).": one line for a comment, whatever the page's name
/// is.
QString packComment(const CatalogRevision &revision);

/// "revision 3 (page.html, 2026-01-15)", or the page of one that is not stored; translated.
QString revisionText(const CatalogRevision &revision);

/// Paragraphs, then what each file is: its name and a text below it.
QByteArray packReadme(const QStringList &paragraphs, const QList<std::pair<QString, QString>> &files);

} // namespace evident
