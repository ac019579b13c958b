#pragma once

#include "log.h"

namespace evident {

/// The column that has the ids of a dictionary.
inline RecordColumn recordColumn(TextColumn column)
{
    switch (column) {
    case TextColumn::User:
        break;
    case TextColumn::Method:
        return RecordColumn::Method;
    case TextColumn::Application:
        return RecordColumn::Application;
    case TextColumn::Address:
        return RecordColumn::Address;
    }
    return RecordColumn::User;
}

} // namespace evident
