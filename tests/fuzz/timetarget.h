#pragma once

#include <QByteArrayView>

/// The input is a time in any form, or a line that has one, or a value of a time term.
void checkTimes(QByteArrayView input);
