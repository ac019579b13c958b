#include "partiallog.h"

#include "logdocument.h"

#include <QCoreApplication>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::PartialLog)
};

} // namespace

QString partialLogText(const LogDocument &document)
{
    if (document.isLoading())
        return Messages::tr("Only a part of the log was read when this was made.");
    if (document.state() == LogDocument::State::Cancelled)
        return Messages::tr("Only a part of the log was read: loading was cancelled.");
    if (const QString error = document.errorText(); !error.isEmpty())
        return Messages::tr("Not all of the log could be read. %1", "1: a sentence").arg(error.section(u'\n', 0, 0));
    return {};
}

} // namespace evident
