#include "pageedition.h"

#include "pagecolumns.h"
#include "pagetext.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

/// More of a line does not tell its edition.
constexpr qsizetype tellingHead = 200;

struct EditionPattern
{
    PageEdition edition;
    QRegularExpression row;
};

/// A code in the first cell or, behind an activity's key, in the second.
QRegularExpression delimitedRow(const QString &separator)
{
    return QRegularExpression(uR"(^(?:[^%1]{1,100}%1)?\s*"?[0-9]{1,9}"?\s*%1)"_s.arg(separator));
}

/// Of two with as many rows the earlier is meant.
const std::array<EditionPattern, 5> &editionPatterns()
{
    static const std::array<EditionPattern, 5> patterns{{
        {PageEdition::Pipes, QRegularExpression(uR"(^\s*\||^\s*[0-9]{1,9}\s*\|)"_s)},
        {PageEdition::Tabs, delimitedRow(u"\\t"_s)},
        {PageEdition::Unseparated,
         QRegularExpression(u"^(?:[A-Za-z ]{0,60}Description)?\\s*[0-9]{1,9}\\s*%1"_s.arg(pageLevelPattern()))},
        {PageEdition::Semicolons, delimitedRow(u";"_s)},
        {PageEdition::Commas, delimitedRow(u","_s)},
    }};
    return patterns;
}

} // namespace

bool isHtml(QStringView text)
{
    constexpr qsizetype longestTag = 40;
    const QStringView trimmed = text.trimmed();
    static const QRegularExpression markup(uR"(^<(!doctype\b|!--|\?xml|[a-z][a-z0-9]*[\s/>]))"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (markup.match(trimmed.first(std::min(trimmed.size(), longestTag)).toString()).hasMatch())
        return true;
    return text.contains(u"<tr", Qt::CaseInsensitive) && text.contains(u"<td", Qt::CaseInsensitive);
}

PageEdition editionOf(QStringView text)
{
    if (isHtml(text))
        return PageEdition::Html;
    const auto &patterns = editionPatterns();
    std::array<qint64, 5> rows = {};
    PageLineReader lines(text);
    while (lines.next()) {
        if (lines.line().isEmpty())
            continue;
        const QString head = lines.line().first(std::min(lines.line().size(), tellingHead)).toString();
        for (std::size_t i = 0; i < patterns.size(); ++i) {
            if (patterns[i].row.match(head).hasMatch()) {
                rows[i] += 1;
                break;
            }
        }
    }
    return patterns[std::size_t(std::max_element(rows.begin(), rows.end()) - rows.begin())].edition;
}

} // namespace evident
