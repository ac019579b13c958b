#pragma once

#include "result.h"

#include <QString>

namespace evident {

class PageBuilder;

/// Feeds a page of HTML to the builder. Nothing else is loaded for it and nothing in it is run; `name` is for the
/// error's text when it is built to take time or memory instead of being read.
Result<void> readHtmlPage(const QString &text, const QString &name, PageBuilder &builder);

} // namespace evident
