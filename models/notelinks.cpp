#include "notelinks.h"

#include <QRegularExpression>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLink = 2048;

/// What ends a sentence is not of the address, nor is the bracket around it.
QStringView withoutEnd(QStringView address)
{
    while (!address.isEmpty()) {
        const QChar last = address.back();
        const bool closes = last == u')' && address.count(u'(') < address.count(u')');
        if (!closes && !u".,;:!?'"_s.contains(last))
            break;
        address.chop(1);
    }
    return address;
}

QUrl checkedUrl(QStringView address)
{
    if (address.size() > longestLink)
        return {};
    const QUrl url(address.toString(), QUrl::StrictMode);
    if (!url.isValid())
        return {};
    if (url.scheme() == u"mailto")
        return url.path().count(u'@') == 1 && url.host().isEmpty() ? url : QUrl();
    const bool web = url.scheme() == u"http" || url.scheme() == u"https";
    return web && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

} // namespace

QList<NoteLink> linksIn(QStringView text)
{
    // Only ASCII: an address that looks like another one by letters of other scripts is not offered.
    static const QRegularExpression address(
        uR"((?<![A-Za-z0-9+.\-])(?:https?://|mailto:)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+)"_s);
    QList<NoteLink> links;
    auto matches = address.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QStringView found = withoutEnd(match.capturedView());
        const bool goesOn = match.capturedEnd() < text.size() && text[match.capturedEnd()].unicode() > 0x7f
            && text[match.capturedEnd()].isLetterOrNumber();
        if (const QUrl url = checkedUrl(found); url.isValid() && !goesOn)
            links.append({match.capturedStart(), found.size(), url});
    }
    return links;
}

} // namespace evident
