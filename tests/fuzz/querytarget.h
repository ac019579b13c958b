#pragma once

#include <QByteArrayView>

/// The input is a query's text: it is parsed, printed and parsed again, and asked of a small log.
void checkQuery(QByteArrayView input);
