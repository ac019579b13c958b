#pragma once

#include "result.h"

#include <QByteArray>
#include <QStringList>

namespace evident {

/// The lines of a vendor's page, without their line breaks. UTF-8, or UTF-16 with a byte order mark. An empty, a binary
/// and an undecodable file are errors that name `name` and the cause.
Result<QStringList> pageLines(const QByteArray &bytes, const QString &name);

} // namespace evident
