#pragma once

#include "result.h"

#include <QDir>
#include <QString>
#include <QStringList>

#include <functional>

namespace evident {

/// A made-up log of the benchmark's. Equal specifications make equal bytes.
struct BenchmarkData
{
    QString shape; ///< a name of benchmarkShapes()
    qint64 bytes = 0; ///< about so many
    qint64 records = 0; ///< so many, whatever their size; 0: as many as make up `bytes`
    quint64 seed = 1;
};

/// The names that the generator of logs knows, and `cas-user-pages`: pages of a hundred, one after another.
QStringList benchmarkShapes();

/// Writes the log, block after block in its order; blocks are made on as many threads as there are processors, and do
/// not depend on how many these are. False from `sink` ends it early, and false is the answer.
bool writeBenchmarkData(const BenchmarkData &data, const std::function<bool(const QByteArray &)> &sink);

/// The log's file in `folder`, written when it is not there yet. The name holds what the file depends on, the
/// generator's state included; files of other states are removed.
Result<QString> benchmarkFile(const QDir &folder, const BenchmarkData &data);

} // namespace evident
