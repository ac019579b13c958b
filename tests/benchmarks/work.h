#pragma once

#include "benchmarksettings.h"
#include "measurement.h"

#include <QList>

#include <functional>

namespace evident {

/// One work that is measured. It lives in a file of its own, which adds it to the list, and runs in a process of its
/// own.
struct Work
{
    int position = 0; ///< in the table
    QString name; ///< as `--only` takes it
    QString description;
    bool runsByDefault = true;
    std::function<QList<Measurement>(const BenchmarkSettings &)> run;
};

/// In the order of the table.
QList<Work> works();
/// For a constant of the work's file: true.
bool addWork(Work work);

} // namespace evident
