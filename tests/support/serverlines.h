#pragma once

#include "loggenerator.h"

#include <QByteArray>

namespace evident {

/// The header that a relay puts before an item: RFC 5424 mostly, else RFC 3164.
QByteArray syslogItemHeader(const GeneratedEvent &event, const QByteArray &program, EventRandom &random);

/// The event as an identity router writes it.
QByteArray identityRouterLine(const GeneratedEvent &event, EventRandom &random);

/// The event as an Authentication Manager writes it, most of them to its runtime log, now and then to the admin or the
/// system log; with all the pieces that these have.
QByteArray authenticationManagerLine(const GeneratedEvent &event, EventRandom &random);

} // namespace evident
