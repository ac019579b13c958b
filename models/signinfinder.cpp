#include "signinfinder.h"

#include "logdocument.h"
#include "postbox.h"
#include "transactionquery.h"

namespace evident {

SignInFinder::SignInFinder(QObject *parent)
    : QObject(parent),
      m_postbox(std::make_shared<Postbox>(this))
{ }

SignInFinder::~SignInFinder()
{
    m_postbox->close();
}

void SignInFinder::find(const LogDocument &document, Row record)
{
    m_job.set([this, postbox = m_postbox, number = ++m_number, log = document.log(), resolution = document.resolution(),
               catalog = document.catalog(), record](const std::stop_token &stop) {
        const std::optional<Query> query = signInQuery(*log, *resolution, *catalog, record, stop);
        if (stop.stop_requested())
            return;
        postbox->post([this, number, query] {
            if (number == m_number)
                emit found(query);
        });
    });
}

void SignInFinder::cancel()
{
    ++m_number;
    m_job.stop();
}

} // namespace evident
