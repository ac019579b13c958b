#include "recordreader.h"

#include "postbox.h"

namespace evident {

RecordReader::RecordReader(QObject *parent)
    : QObject(parent),
      m_postbox(std::make_shared<Postbox>(this))
{ }

RecordReader::~RecordReader()
{
    m_postbox->close();
}

RecordReader::State RecordReader::stateNow() const
{
    return {m_log->doubts(), m_log->columns().revision(), m_row < m_log->settledRows()};
}

bool RecordReader::isOfThisRow(const State &state) const
{
    return state.settled || state.revision == m_log->columns().revision();
}

const RecordText *RecordReader::read(const std::shared_ptr<Log> &log, Row row)
{
    const bool isSame = log == m_log && row == m_row && (m_text || m_isReading) && isOfThisRow(m_state);
    if (!isSame) {
        m_log = log;
        m_row = row;
        m_text.reset();
        m_page.reset();
        start();
    } else if (!m_isReading && m_state.doubts != m_log->doubts()) {
        start();
    }
    return m_text ? &*m_text : nullptr;
}

void RecordReader::forgetOther(const std::shared_ptr<Log> &log)
{
    if (log == m_log)
        return;
    m_job.stop();
    ++m_number;
    m_log.reset();
    m_text.reset();
    m_page.reset();
    m_isReading = false;
}

void RecordReader::start()
{
    m_isReading = true;
    m_state = stateNow();
    m_job.set([this, postbox = m_postbox, log = m_log, row = m_row, number = ++m_number](const std::stop_token &stop) {
        const RecordText text = readRecordText(*log, row);
        if (!stop.stop_requested())
            postbox->post([this, number, text] { take(number, text); });
    });
}

void RecordReader::take(quint64 number, const RecordText &text)
{
    if (number != m_number)
        return;
    m_isReading = false;
    if (!isOfThisRow(m_state)) {
        start(); // it became another record meanwhile
        return;
    }
    if (m_page)
        startPage();
    if (m_text == text)
        return;
    m_text = text;
    emit recordRead();
}

void RecordReader::readPage(qint64 page)
{
    if (!m_log)
        return;
    m_page = page;
    if (m_text && !m_isReading)
        startPage();
}

void RecordReader::startPage()
{
    m_job.set([this, postbox = m_postbox, log = m_log, row = m_row, number = ++m_number,
               page = *m_page](const std::stop_token &stop) {
        const QString text = readRawPage(*log, row, page);
        if (stop.stop_requested())
            return;
        postbox->post([this, number, page, text] {
            if (number != m_number)
                return;
            m_page.reset();
            emit pageRead(page, text);
        });
    });
}

} // namespace evident
