#pragma once

#include "jsonscanner.h"

#include <QByteArrayView>

namespace evident {

/// Whose log an object is an item of, by its own keys. The object may be cut off.
struct JsonItemTraits
{
    bool hasCode = false; ///< eventCode or activityCode
    bool isAdmin = false; ///< activityCode, activityKey or adminUserName
    bool isUser = false; ///< eventCode, eventLogDate or eventDescription, and not isAdmin
};
JsonItemTraits jsonItemTraits(QByteArrayView item);

/// What the beginning of a JSON file shows.
struct JsonProbe
{
    bool isJson = false; ///< begins with an object or an array
    bool rootIsArray = false;
    bool isEmptyArray = false; ///< and nothing else
    JsonPageKind page = JsonPageKind::None; ///< the first wanted array
    bool hasRecord = false;
    bool recordIsPretty = false; ///< the first record is written on several lines, its bracket alone on the first
    JsonItemTraits record; ///< of the first record
};
JsonProbe probeJson(QByteArrayView head, bool headIsAll);

} // namespace evident
