#pragma once

#include <QByteArray>
#include <QStringList>

namespace evident {

/// One row of a CSV as RFC 4180 wants it, UTF-8 with its line end. A cell that a spreadsheet would take for a formula
/// (leading `=`, `+`, `-`,
/// `@`, tab, CR) gets a leading `'`.
QByteArray csvRow(const QStringList &cells);

} // namespace evident
