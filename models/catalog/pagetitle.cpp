#include "pagetitle.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

std::optional<Kind> kindOfTitle(const QString &title)
{
    struct KindPattern
    {
        Kind kind;
        QRegularExpression words;
    };
    static const auto words = [](const QString &pattern) {
        return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
    };
    static const KindPattern patterns[] = {
        {Kind::System, words(u"\\bsystem\\s+events?\\b"_s)},
        {Kind::User, words(u"\\buser\\s+events?\\b"_s)},
        {Kind::Admin, words(u"\\badmin(istration|istrator|istrators|istrative)?\\b"_s)},
    };
    for (const KindPattern &pattern : patterns) {
        if (pattern.words.match(title).hasMatch())
            return pattern.kind;
    }
    return std::nullopt;
}

int weightOf(const PageTitle &title, TitleRank rank)
{
    constexpr int statesKind = 8;
    constexpr int statesRange = 16;
    if (rank == TitleRank::Prose)
        return title.kind && title.from ? 0 : -1;
    const bool isHeading = rank >= TitleRank::Heading;
    return int(rank) + (isHeading && title.kind ? statesKind : 0) + (title.from ? statesRange : 0);
}

} // namespace

PageTitle pageTitle(QStringView text)
{
    static const QRegularExpression headingMark(u"^#+\\s*"_s);
    static const QRegularExpression range(u"\\(\\s*([0-9]{1,9})\\s*[-\u2010-\u2015]\\s*([0-9]{1,9})\\s*\\)"_s);
    PageTitle title;
    title.text = text.toString().remove(headingMark);
    title.kind = kindOfTitle(title.text);
    const QRegularExpressionMatch match = range.match(title.text);
    const qint64 from = match.captured(1).toLongLong();
    const qint64 to = match.captured(2).toLongLong();
    if (match.hasMatch() && from <= to) {
        title.from = from;
        title.to = to;
    }
    return title;
}

void TitleChooser::consider(QStringView text, TitleRank rank)
{
    constexpr qsizetype longestTitle = 500;
    if (text.size() > longestTitle)
        return;
    PageTitle title = pageTitle(text);
    // A heading that repeats the range of the document's title is that title without the portal's name.
    const bool repeats =
        m_rank == TitleRank::Document && title.from && title.from == m_title.from && title.to == m_title.to;
    if (rank == TitleRank::Heading && repeats)
        rank = TitleRank::MainHeading;
    const int weight = weightOf(title, rank);
    if (weight <= m_weight)
        return;
    m_title = std::move(title);
    m_rank = rank;
    m_weight = weight;
}

} // namespace evident
