#include "rowscopy.h"

#include "csvwriter.h"
#include "logdocument.h"
#include "masker.h"
#include "postbox.h"
#include "rowcells.h"

#include <utility>

namespace evident {

RowsCopy::RowsCopy(QObject *parent)
    : QObject(parent),
      m_postbox(std::make_shared<Postbox>(this))
{ }

RowsCopy::~RowsCopy()
{
    m_postbox->close();
}

void RowsCopy::start(const LogDocument &document, std::vector<Row> rows, QList<int> columns, bool masked)
{
    m_isRunning = true;
    m_job.set([this, postbox = m_postbox, number = ++m_number, log = document.log(), resolution = document.resolution(),
               zone = document.zone(), rows = std::move(rows), columns = std::move(columns),
               masked](const std::stop_token &stop) {
        const RowCells cells(*log, *resolution, zone);
        Masker masker;
        if (masked)
            masker.learn(*log, rows, stop);
        QStringList lines;
        for (const Row row : rows) {
            if (stop.stop_requested())
                return;
            QStringList texts;
            for (const int column : columns) {
                // What is copied goes into spreadsheets, too, which would take some texts for formulas.
                texts.append(spreadsheetCell(RowCells::shown(masked ? masker.masked(cells.readMaskableText(row, column))
                                                                    : cells.readText(row, column))));
            }
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
