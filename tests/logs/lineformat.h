#pragma once

#include "format.h"

#include <QByteArray>
#include <QRandomGenerator>

#include <vector>

namespace evident {

/// A format for the engine's tests: a line is a record of values parted by `;`, in the order of lineFields(). A line
/// that does not begin with a number is not understood; blank lines are none.
const Format &lineFormat();
QStringList lineFields();

/// Lines with values of all kinds, some not understood, some blank.
QByteArray randomLines(quint32 seed, int count);

/// What a line says, read without the engine.
struct NaiveRecord
{
    qint64 offset = 0;
    quint32 line = 0;
    QByteArray text;
    QByteArrayList values; ///< empty: not understood
};
std::vector<NaiveRecord> naiveRecords(const QByteArray &text);

} // namespace evident
