#pragma once

#include "catalogsnapshot.h"
#include "log.h"
#include "resolution.h"
#include "userstory.h"

#include <QHash>
#include <QString>
#include <QTimeZone>

#include <memory>
#include <stop_token>

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

/// Reads the log's columns, and its file for devices and for descriptions that stand there alone. Blocking: never on
/// the GUI thread. When stopped, of no use.
ReadStory readStory(const std::shared_ptr<Log> &log, const std::shared_ptr<const Resolution> &resolution,
                    const CatalogSnapshot &catalog, const QTimeZone &zone, const QString &user,
                    const std::stop_token &stop = {});

} // namespace evident
