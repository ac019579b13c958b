#pragma once

#include "format.h"

/// Reads the input with one format: in a single block, in blocks of a size that the input chooses, and in two parts as
/// a log that grew. Its first two bytes choose, see FuzzSetting; the others are the log.
void checkReader(const evident::Format &format, QByteArrayView input);

/// What an input that is a log chooses besides its text. ASCII "0 " in front of a log chooses nothing odd.
struct FuzzSetting
{
    static constexpr qsizetype size = 2; ///< bytes of an input

    explicit FuzzSetting(QByteArrayView input);

    qint64 blockSize = 1; ///< bytes; 1 to 256
    qint64 longestRecord = 0; ///< bytes
    evident::FormatContext context;
    QByteArrayView log;
    QByteArrayView head; ///< what a format sees before it reads; a longest record in length, as the engine's is shorter
};
