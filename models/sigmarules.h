#pragma once

#include "catalogentry.h"

#include <QByteArray>
#include <QList>

namespace evident {

/// Whether an event has a rule of its own: the vendor calls it an error, or worse.
bool hasSigmaRule(const CatalogEntry &entry);

/// Sigma rules, to begin with, for those of the entries that have one: one YAML file with a document a rule. A rule's
/// id depends on kind and code alone, so that it stays when the catalog changes. `comment` is one line.
QByteArray sigmaRules(const QList<CatalogEntry> &entries, const QString &comment);

} // namespace evident
