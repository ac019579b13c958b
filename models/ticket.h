#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace evident {

/// What goes into a ticket, free of any form: a heading, facts, sentences and rows. Texts are a log's own, unescaped
/// and unmasked.
struct Ticket
{
    struct Fact
    {
        QString name;
        QString value;
    };
    QString title;
    QList<Fact> facts;
    QStringList sentences;
    QStringList columns; ///< of the rows
    QList<QStringList> rows;
};

} // namespace evident
