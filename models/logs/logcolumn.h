#pragma once

#include "log.h"

namespace evident {

/// The column that has the ids of a dictionary.
inline LogColumn logColumn(TextColumn column)
{
    switch (column) {
    case TextColumn::User:
        break;
    case TextColumn::Method:
        return LogColumn::Method;
    case TextColumn::Application:
        return LogColumn::Application;
    case TextColumn::Address:
        return LogColumn::Address;
    }
    return LogColumn::User;
}

} // namespace evident
