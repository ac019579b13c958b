#pragma once

#include "log.h"
#include "query.h"

#include <QList>
#include <QStringList>

namespace evident {

/// The names that a query's field has in the formats, best first: Transaction, Activity, Device, Policy, Result,
/// Description. Empty for fields that columns answer. Tools that add a type to a name (`policyName_s`) are covered.
QStringList fieldNames(Field field);
QStringList eventIdNames();
/// One name and its spellings with the suffixes of such tools.
QStringList nameSpellings(const QString &name);

/// The value of the first of `names` that the record has a value for, without regard to case; "" when it has none.
QString fieldValue(const QList<RecordField> &fields, const QStringList &names);

} // namespace evident
