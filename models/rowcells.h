#pragma once

#include "log.h"
#include "resolution.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace evident {

/// What the cells of a log's rows say, column by column of LogModel. Any thread; log and resolution outlive it.
class RowCells
{
public:
    RowCells(const Log &log, const Resolution &resolution, const QTimeZone &zone)
        : m_log(log),
          m_resolution(resolution),
          m_zone(zone)
    { }

    const ResolvedEvent &eventOf(Row row) const;
    QString timeText(Row row) const;
    /// The whole text; none where only the file has it, which is readOwnText()'s business.
    std::optional<QString> text(Row row, int column) const;
    /// Whether the description stands in the file alone: a line of text, or a description beyond those that are kept.
    bool isOwnText(Row row) const;
    /// Reads the row's description back from the file, as much of it as a cell shows. Blocking: never on the GUI
    /// thread.
    static Result<QString> readOwnText(const Log &log, Row row);
    /// The text of a cell, read from the file where it stands there alone, or why it cannot be. Blocking, too.
    QString readText(Row row, int column) const;
    /// The same for a text in which names are going to be masked: that of a record that was not understood is left out,
    /// since nothing tells its names.
    QString readMaskableText(Row row, int column) const;
    /// The text as a cell shows it: its beginning, control characters made visible.
    static QString shown(const QString &text);
    /// Its beginning, as the log has it.
    static QString beginning(const QString &text);

private:
    QString methodOf(Row row) const;

    const Log &m_log;
    const Resolution &m_resolution;
    QTimeZone m_zone;
};

} // namespace evident
