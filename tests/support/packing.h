#pragma once

#include "compression.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace evident {

/// One compressed file, made by libarchive.
QByteArray packed(Compression compression, const QByteArray &bytes);

struct ZipMember
{
    QByteArray name; ///< ends in '/' for a folder
    QByteArray bytes;
};
/// A zip archive. With a password all members are encrypted, the traditional way.
QByteArray zipOf(const QList<ZipMember> &members, const QByteArray &password = {});

} // namespace evident
