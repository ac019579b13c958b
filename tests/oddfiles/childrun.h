#pragma once

#include <QByteArray>
#include <QStringList>

/// A program that was run to its end as a process of its own.
struct ChildRun
{
    int exitCode = -1; ///< -1: it was not started, or a signal ended it
    QByteArray output; ///< standard output, of much its first 4 MiB
    qint64 outputSize = 0; ///< all of it
    QByteArray errors; ///< standard error, likewise
    qint64 peakMemory = 0; ///< bytes that were resident at most
};

/// What a child is started with besides its arguments.
struct ChildSetting
{
    QString standardInput; ///< a file or FIFO; "" is /dev/null
    QString folder; ///< where it runs and where its temporary files go
    qint64 largestFile = 0; ///< bytes that a file of its may have, as on a disk that is full then; 0: any number
    int openFiles = 0; ///< descriptors that it may have at once; 0: as many as the caller
};

ChildRun runChild(const QString &program, const QStringList &arguments, const ChildSetting &setting);
