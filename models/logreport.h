#pragma once

#include "catalogsnapshot.h"
#include "log.h"
#include "resolution.h"
#include "rowset.h"
#include "ticket.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>
#include <QTimeZone>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace evident {

class LogDocument;

/// What a report of a log is made from.
struct ReportSource
{
    explicit ReportSource(const LogDocument &document);

    std::shared_ptr<Log> log;
    std::shared_ptr<const Resolution> resolution;
    CatalogPointer catalog;
    RowSet rows; ///< that the query keeps
    QStringList files;
    QString title;
    QString query;
    QString partial; ///< why this is not all of the log; else ""
    QTimeZone zone;
    QList<Ticket> findings; ///< a section each
    QString user; ///< whose story is told; "": nobody's
    std::vector<Row> selected; ///< records that are listed
    qint64 moreSelected = 0; ///< that are only counted
    QList<int> columns; ///< of the list
    bool masked = false;
    QDateTime made; ///< when
};

/// A report of a log, a section after the other. Unescaped, but masked where that was wished.
struct LogReport
{
    Ticket head; ///< whose report it is
    QList<Ticket> summary;
    QByteArray timeline; ///< a picture in SVG; empty where no record has a time
    QList<Ticket> story; ///< of a user; empty where none is wanted
    QList<Ticket> findings;
    Ticket records; ///< without rows where none is selected
    QString footer;
};

/// Reads columns, and of the file the selected records; when masking, all of it. Blocking: never on the GUI thread.
/// When stopped, the report is of no use. `progress` is called with rows done of all, where it takes long.
LogReport makeReport(const ReportSource &source, const std::stop_token &stop,
                     const std::function<void(qint64, qint64)> &progress = {});

} // namespace evident
