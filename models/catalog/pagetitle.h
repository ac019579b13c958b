#pragma once

#include "event.h"

#include <QStringView>

#include <optional>

namespace evident {

/// What a line in front of the table is to a page's title, the weakest first.
enum class TitleRank {
    Prose, ///< text of a page that has headings for its titles
    Line, ///< of a page that has none
    Heading, ///< one of the lower levels
    Document, ///< the document's, which often has the portal's name behind it
    MainHeading,
};

/// What a title tells of its page: "User Event Monitor Messages for Cloud Access Service (400 - 1409)".
struct PageTitle
{
    QString text;
    std::optional<Kind> kind;
    std::optional<qint64> from; ///< there are both or none
    std::optional<qint64> to;
};
PageTitle pageTitle(QStringView text);

/// Chooses the title among what stands in front of a page's table: what states the range of codes is better than what
/// does not, then a heading that says which events they are, then the rank, then what comes first.
class TitleChooser
{
public:
    void consider(QStringView text, TitleRank rank);
    const PageTitle &title() const { return m_title; }

private:
    PageTitle m_title;
    TitleRank m_rank = TitleRank::Prose;
    int m_weight = -1; ///< of the title; -1 while there is none
};

} // namespace evident
