#include "entryticket.h"

#include "words.h"

#include <QCoreApplication>

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::EntryTicket)
};

} // namespace

Ticket entryTicket(const RecordDetails &details)
{
    Ticket ticket;
    ticket.title = Messages::tr("%1 %2", "code of an event, its description")
                       .arg(QString::number(details.key.code), details.description);
    const auto addFact = [&ticket](const QString &name, const QString &value) {
        if (!value.isEmpty())
            ticket.facts.append({name, value});
    };
    addFact(Messages::tr("Level"), details.level);
    addFact(Messages::tr("Category"), details.category);
    addFact(Messages::tr("Method"), details.method);
    addFact(Messages::tr("Outcome"), outcomeWord(details.outcome));
    if (!details.guidance)
        return ticket;
    addFact(Messages::tr("Who can fix it"), ownerWord(details.owner));
    ticket.sentences.append(details.guidance->meaning);
    for (const QString &cause : details.guidance->causes)
        ticket.sentences.append(Messages::tr("Usual cause: %1").arg(cause));
    for (const QString &step : details.guidance->steps)
        ticket.sentences.append(Messages::tr("Next step: %1").arg(step));
    return ticket;
}

} // namespace evident
