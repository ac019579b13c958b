#pragma once

#include "event.h"

#include <QList>
#include <QString>

namespace evident {

/// One event of the vendor's catalog. Level, category and description are the vendor's, to the letter.
struct CatalogEntry
{
    EventKey key;
    QString level;
    QString category;
    QString description;

    // From the guidance of its code, else derived from the description by the rule file.
    QString method; ///< "" when the event is about no method
    Outcome outcome = Outcome::Unknown;
    bool marked = false; ///< level and wording disagree; the vendor's level stays
    Owner owner = Owner::Unknown; ///< known from guidance alone

    bool operator==(const CatalogEntry &) const = default;
};

/// Whether a description has placeholders (`{0}`): then it matches any text there.
bool hasPlaceholders(QStringView description);

} // namespace evident
