#pragma once

#include <QByteArrayView>

/// Bytes that somebody pasted: finds their format, indexes them and reads every record back. The first two bytes
/// choose, see FuzzSetting.
void checkDetection(QByteArrayView input);

/// The same of bytes in a file, whatever it is: of any encoding, or packed.
void checkFile(QByteArrayView input);
