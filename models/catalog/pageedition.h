#pragma once

#include <QStringView>

namespace evident {

/// In which form a page of the vendor was kept.
enum class PageEdition {
    Html,
    Pipes, ///< a table with bars between its cells
    Tabs,
    Semicolons,
    Commas,
    Unseparated, ///< copied text that has lost what stood between the cells
};

/// Whether a text is a page of HTML or a piece of one.
bool isHtml(QStringView text);
/// The edition in which most lines of the text look like rows.
PageEdition editionOf(QStringView text);

} // namespace evident
