#pragma once

#include <QString>
#include <QStringList>

namespace evident {

/// Texts that every match of a regular expression has in it, in their order and as it has them but for the case where
/// the expression ignores that. Those of less than three characters are left out. None where there is doubt.
QStringList requiredLiterals(const QString &pattern);

} // namespace evident
