#pragma once

#include "log.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace evident {

/// An event that a forwarder put into an object of its own.
struct JsonEnvelope
{
    QByteArrayView event; ///< the object; of a text what stands between its quotes
    bool isText = false; ///< `{"message":"{\"eventCode\":…}"}` and not `{"event":{"eventCode":…}}`
    QByteArrayView key; ///< of the outer object, under which it stands
};

/// Looks for an event inside an object that is none itself: the first object within it, or JSON in a string, that has
/// eventCode or activityCode. Arrays are not looked into: those are pages.
std::optional<JsonEnvelope> findEnvelopedEvent(QByteArrayView object);

/// The object in a text: from its first bracket on. Empty where there is none.
QByteArrayView objectInText(QByteArrayView text);

/// The fields of an event. Of one in an envelope, the event's go first and the envelope's follow.
QList<RecordField> jsonEventFields(QByteArrayView object);

} // namespace evident
