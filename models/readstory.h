#pragma once

#include "log.h"
#include "resolution.h"
#include "userstory.h"

#include <QHash>
#include <QString>
#include <QTimeZone>

#include <memory>

namespace evident {

/// A user's story with all that it takes to put it into words. Immutable; shared.
struct ReadStory
{
    std::shared_ptr<Log> log;
    std::shared_ptr<const Resolution> resolution;
    QTimeZone zone = QTimeZone::utc(); ///< of display
    QString asked; ///< the name that was asked for
    UserStory story;
    QHash<Row, QString> ownTexts; ///< descriptions that stand in the file alone

    const ResolvedEvent &eventOf(Row row) const;
    QString description(Row row) const; ///< as a cell shows it
    QString timeText(qint64 time) const; ///< "" for noTime
    QString codeText(Row row) const; ///< "" where the record has none
    QString methodOf(Row row) const;
    QString applicationOf(Row row) const;
};

} // namespace evident
