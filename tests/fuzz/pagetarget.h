#pragma once

#include <QByteArrayView>

/// The input is a page of the vendor's in some edition, or claims to be.
void checkPage(QByteArrayView input);
