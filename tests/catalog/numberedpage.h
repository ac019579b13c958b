#pragma once

#include "catalogfixture.h"

#include <QRegularExpression>

namespace evident {

/// The shipped page with a number behind every description: so that a catalog tells whether it is all of one page. 0 is
/// the page as it is.
inline QByteArray numberedPage(int number)
{
    QString page = QString::fromUtf8(shippedPage());
    static const QRegularExpression rowEnd(QStringLiteral("^(\\|? ?[0-9]+ \\|.*) \\|$"),
                                           QRegularExpression::MultilineOption);
    if (number > 0)
        page.replace(rowEnd, QStringLiteral("\\1 #%1 |").arg(number));
    return page.toUtf8();
}

/// The number of the page that all entries come from; -1 when they are not one whole page.
inline int numberOf(const QList<CatalogEntry> &entries)
{
    const qsizetype all = 112;
    static const QRegularExpression ending(QStringLiteral(" #([0-9]+)$"));
    int number = -1;
    for (const CatalogEntry &entry : entries) {
        const QRegularExpressionMatch match = ending.match(entry.description);
        const int own = match.hasMatch() ? match.captured(1).toInt() : 0;
        if (number >= 0 && number != own)
            return -1;
        number = own;
    }
    return entries.size() == all ? number : -1;
}

} // namespace evident
