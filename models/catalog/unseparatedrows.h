#pragma once

#include <QString>

namespace evident {

class PageBuilder;

/// Feeds a page whose cells lost what stood between them (`400noticeAuthenticationUser re-enabled.`) to the builder.
/// The description may stand on a line of its own, and several rows on one line. Levels are known; a category is known
/// when it is one of the vendor's usual ones or when the page shows elsewhere where it ends. Where the border between
/// two cells or two rows cannot be known, what stands on both sides of it is not understood.
void readUnseparatedPage(const QString &text, PageBuilder &builder);

} // namespace evident
