#pragma once

#include <QList>
#include <QStringView>
#include <QUrl>

namespace evident {

/// An address in a text that somebody wrote.
struct NoteLink
{
    qsizetype start = 0;
    qsizetype length = 0;
    QUrl url;
    bool operator==(const NoteLink &) const = default;
};

/// The addresses that may be opened: http, https and mailto, written out, of printable ASCII alone, and without a name
/// or a password before the host. Anything else is text.
QList<NoteLink> linksIn(QStringView text);

} // namespace evident
