#pragma once

#include "result.h"

#include <QDir>
#include <QString>
#include <QStringList>

namespace evident {

/// What a run of the benchmark is to do.
struct BenchmarkSettings
{
    qint64 bytes = qint64(1) << 30; ///< of a log
    QStringList only; ///< names of works; empty: all that run by default
    QStringList shapes; ///< of works that go over the shapes; empty: all
    int runs = 5;
    quint64 seed = 1;
    QString jsonFile; ///< "": none
    QDir dataFolder{QStringLiteral("build/bench-data")};
    QString program; ///< evident itself
    QString ownProgram; ///< this benchmark
    QString windowProgram; ///< what drives the window
    QString bareWindowProgram; ///< what opens a window of nothing

    /// To be handed to a child of its own program.
    QStringList arguments() const;
};

/// "256M", "1G", "1500000": bytes; nothing when it is no size.
std::optional<qint64> byteSize(const QString &text);
QString byteSizeText(qint64 bytes); ///< "1 GiB"

} // namespace evident
