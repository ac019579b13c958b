#include "rowscopy.h"

#include "logdocument.h"
#include "postbox.h"
#include "rowcells.h"

#include <optional>
#include <utility>

namespace evident {

namespace {

/// Why a text cannot be read stands in its place.
QString cellText(const Log &log, const RowCells &cells, Row row, int column)
{
    if (const std::optional<QString> text = cells.text(row, column))
        return RowCells::shown(*text);
    const Result<QString> text = RowCells::readOwnText(log, row);
    return RowCells::shown(text ? text.value() : text.error().message);
}

} // namespace

RowsCopy::RowsCopy(QObject *parent)
    : QObject(parent),
      m_postbox(std::make_shared<Postbox>(this))
{ }

RowsCopy::~RowsCopy()
{
    m_postbox->close();
}

void RowsCopy::start(const LogDocument &document, std::vector<Row> rows, QList<int> columns)
{
    m_isRunning = true;
    m_job.set([this, postbox = m_postbox, number = ++m_number, log = document.log(), resolution = document.resolution(),
               zone = document.zone(), rows = std::move(rows),
               columns = std::move(columns)](const std::stop_token &stop) {
        const RowCells cells(*log, *resolution, zone);
        QStringList lines;
        for (const Row row : rows) {
            if (stop.stop_requested())
                return;
            QStringList texts;
            for (const int column : columns)
                texts.append(cellText(*log, cells, row, column));
            lines.append(texts.join(u'\t'));
        }
        postbox->post([this, number, text = lines.join(u'\n')] {
            if (number != m_number || !m_isRunning)
                return;
            m_isRunning = false;
            emit finished(text);
        });
    });
}

void RowsCopy::cancel()
{
    m_isRunning = false;
    m_job.stop();
}

} // namespace evident
