#include "catalogwriter.h"

#include "catalogstore.h"
#include "csvwriter.h"
#include "jsonwriter.h"
#include "markdowntext.h"
#include "texttable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

QByteArray json(const QList<CatalogEntry> &entries, const EntryBackground &background)
{
    JsonWriter writer(JsonWriter::Layout::Indented);
    writer.beginArray();
    for (const CatalogEntry &entry : entries) {
        writer.beginObject();
        writeEntryMembers(writer, entry);
        writer.key("notes"_L1);
        writer.textOrNull(background.notes.value(entry.key).text);
        writer.key("revision"_L1);
        if (const qint64 revision = background.revisions.value(entry.key); revision > 0)
            writer.number(revision);
        else
            writer.null();
        writer.endObject();
    }
    writer.endArray();
    return writer.take() + '\n';
}

QByteArray csv(const QList<CatalogEntry> &entries)
{
    QByteArray bytes = csvRow(catalogColumns());
    for (const CatalogEntry &entry : entries)
        bytes.append(csvRow(catalogCells(entry)));
    return bytes;
}

QStringList titles()
{
    return {
        QCoreApplication::translate("evident::CatalogWriter", "Code"),
        QCoreApplication::translate("evident::CatalogWriter", "Kind"),
        QCoreApplication::translate("evident::CatalogWriter", "Level"),
        QCoreApplication::translate("evident::CatalogWriter", "Category"),
        QCoreApplication::translate("evident::CatalogWriter", "Description"),
        QCoreApplication::translate("evident::CatalogWriter", "Method"),
        QCoreApplication::translate("evident::CatalogWriter", "Outcome"),
    };
}

QByteArray markdown(const QList<CatalogEntry> &entries)
{
    const QStringList header = titles()
        + QStringList{QCoreApplication::translate("evident::CatalogWriter", "Marked"),
                      QCoreApplication::translate("evident::CatalogWriter", "Owner")};
    QString text = u"| "_s + header.join(u" | "_s) + u" |\n"_s;
    text += u"| ---: | --- | --- | --- | --- | --- | --- | --- | --- |\n"_s;
    for (const CatalogEntry &entry : entries) {
        QStringList row = catalogCells(entry);
        for (QString &cell : row)
            cell = markdownText(cell);
        text += u"| "_s + row.join(u" | "_s) + u" |\n"_s;
    }
    return text.toUtf8();
}

/// The description, whose length varies most, goes last.
QStringList tableRow(QStringList row)
{
    row.move(4, 6);
    return row;
}

QByteArray text(const QList<CatalogEntry> &entries)
{
    TextTable table({0});
    table.addRow(tableRow(titles()));
    for (const CatalogEntry &entry : entries)
        table.addRow(tableRow(catalogCells(entry).mid(0, 7)));
    return table.toString().toUtf8();
}

} // namespace

EntryBackground entryBackground(const CatalogStore &store, const QList<CatalogEntry> &entries)
{
    EntryBackground background{store.snapshot()->notes(), {}};
    for (const CatalogEntry &entry : entries) {
        const Result<QList<EntryVersion>> history = store.historyOf(entry.key);
        if (history && !history.value().isEmpty())
            background.revisions.insert(entry.key, history.value().first().revision.id);
    }
    return background;
}

QStringList catalogColumns()
{
    return {u"code"_s,   u"kind"_s,    u"level"_s,  u"category"_s, u"description"_s,
            u"method"_s, u"outcome"_s, u"marked"_s, u"owner"_s};
}

QStringList catalogCells(const CatalogEntry &entry)
{
    return {QString::number(entry.key.code),
            kindToken(entry.key.kind),
            entry.level,
            entry.category,
            entry.description,
            entry.method,
            outcomeToken(entry.outcome),
            entry.marked ? u"true"_s : u"false"_s,
            ownerToken(entry.owner)};
}

void writeEntryMembers(JsonWriter &json, const CatalogEntry &entry)
{
    json.key("code"_L1);
    json.number(entry.key.code);
    json.key("kind"_L1);
    json.textOrNull(kindToken(entry.key.kind));
    json.key("level"_L1);
    json.textOrNull(entry.level);
    json.key("category"_L1);
    json.textOrNull(entry.category);
    json.key("description"_L1);
    json.textOrNull(entry.description);
    json.key("method"_L1);
    json.textOrNull(entry.method);
    json.key("outcome"_L1);
    json.textOrNull(outcomeToken(entry.outcome));
    json.key("marked"_L1);
    json.boolean(entry.marked);
    json.key("owner"_L1);
    json.textOrNull(ownerToken(entry.owner));
}

QByteArray catalogBytes(const QList<CatalogEntry> &entries, CatalogFormat format, const EntryBackground &background)
{
    switch (format) {
    case CatalogFormat::Text:
        return text(entries);
    case CatalogFormat::Csv:
        return csv(entries);
    case CatalogFormat::Json:
        return json(entries, background);
    case CatalogFormat::Markdown:
        return markdown(entries);
    }
    return {};
}

QByteArray lookupText(const QList<CatalogEntry> &entries)
{
    QString text;
    for (const CatalogEntry &entry : entries) {
        if (!text.isEmpty())
            text += u'\n';
        QStringList facts;
        for (const QString &fact :
             {entry.level, kindToken(entry.key.kind), entry.category, entry.method, outcomeToken(entry.outcome)}) {
            if (!fact.isEmpty())
                facts.append(visibleText(fact));
        }
        text += QString::number(entry.key.code).leftJustified(7) + facts.join(u" · "_s) + u'\n';
        text += u"       "_s + visibleText(entry.description) + u'\n';
        if (entry.marked) {
            text += u"       "_s
                + QCoreApplication::translate("evident::CatalogWriter",
                                              "The vendor's level and the wording of this event disagree.")
                + u'\n';
        }
    }
    return text.toUtf8();
}

} // namespace evident
