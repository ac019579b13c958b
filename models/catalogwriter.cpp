#include "catalogwriter.h"

#include "csvwriter.h"
#include "guidancetext.h"
#include "jsonwriter.h"
#include "texttable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

void writeTexts(JsonWriter &writer, QLatin1StringView key, const QStringList &texts)
{
    writer.key(key);
    writer.beginArray();
    for (const QString &text : texts)
        writer.text(text);
    writer.endArray();
}

void writeGuidance(JsonWriter &writer, const Guidance *guidance)
{
    if (!guidance)
        return writer.null();
    writer.beginObject();
    writer.key("meaning"_L1);
    writer.text(guidance->meaning);
    writeTexts(writer, "causes"_L1, guidance->causes);
    writeTexts(writer, "steps"_L1, guidance->steps);
    writer.key("group"_L1);
    writer.text(guidance->group);
    writer.key("related"_L1);
    writer.beginArray();
    for (const RelatedCode &related : guidance->related) {
        writer.beginObject();
        writer.key("code"_L1);
        writer.number(related.key.code);
        writer.key("kind"_L1);
        writer.text(kindToken(related.key.kind));
        writer.key("relation"_L1);
        writer.text(relationToken(related.relation));
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
}

QByteArray json(const CatalogSnapshot &catalog, const QList<CatalogEntry> &entries)
{
    JsonWriter writer(JsonWriter::Layout::Indented);
    writer.beginArray();
    for (const CatalogEntry &entry : entries) {
        writer.beginObject();
        writer.key("code"_L1);
        writer.number(entry.key.code);
        writer.key("kind"_L1);
        writer.textOrNull(kindToken(entry.key.kind));
        writer.key("level"_L1);
        writer.textOrNull(entry.level);
        writer.key("category"_L1);
        writer.textOrNull(entry.category);
        writer.key("description"_L1);
        writer.textOrNull(entry.description);
        writer.key("method"_L1);
        writer.textOrNull(entry.method);
        writer.key("outcome"_L1);
        writer.textOrNull(outcomeToken(entry.outcome));
        writer.key("marked"_L1);
        writer.boolean(entry.marked);
        writer.key("owner"_L1);
        writer.text(ownerToken(entry.owner));
        writer.key("guidance"_L1);
        writeGuidance(writer, catalog.guidance(entry.key));
        writer.endObject();
    }
    writer.endArray();
    return writer.take() + '\n';
}

QStringList cells(const CatalogEntry &entry)
{
    return {QString::number(entry.key.code),
            kindToken(entry.key.kind),
            entry.level,
            entry.category,
            entry.description,
            entry.method,
            outcomeToken(entry.outcome),
            entry.marked ? u"true"_s : u"false"_s};
}

QByteArray csv(const QList<CatalogEntry> &entries)
{
    QByteArray bytes = csvRow(
        {u"code"_s, u"kind"_s, u"level"_s, u"category"_s, u"description"_s, u"method"_s, u"outcome"_s, u"marked"_s});
    for (const CatalogEntry &entry : entries)
        bytes.append(csvRow(cells(entry)));
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

QString markdownCell(const QString &text)
{
    QString escaped;
    for (const QChar c : visibleText(text)) {
        if (u"\\`*_{}[]<>()#+!|~&"_s.contains(c))
            escaped.append(u'\\');
        escaped.append(c);
    }
    return escaped;
}

QByteArray markdown(const QList<CatalogEntry> &entries)
{
    QString text = u"| "_s + titles().join(u" | "_s) + u" |\n"_s;
    text += u"| ---: | --- | --- | --- | --- | --- | --- |\n"_s;
    for (const CatalogEntry &entry : entries) {
        QStringList row = cells(entry).mid(0, 7);
        for (QString &cell : row)
            cell = markdownCell(cell);
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
        table.addRow(tableRow(cells(entry).mid(0, 7)));
    return table.toString().toUtf8();
}

} // namespace

QByteArray catalogBytes(const CatalogSnapshot &catalog, const QList<CatalogEntry> &entries, CatalogFormat format)
{
    switch (format) {
    case CatalogFormat::Text:
        return text(entries);
    case CatalogFormat::Csv:
        return csv(entries);
    case CatalogFormat::Json:
        return json(catalog, entries);
    case CatalogFormat::Markdown:
        return markdown(entries);
    }
    return {};
}

QByteArray lookupText(const CatalogSnapshot &catalog, const QList<CatalogEntry> &entries)
{
    const QString indent(7, u' ');
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
        text += QString::number(entry.key.code).leftJustified(indent.size()) + facts.join(u" · "_s) + u'\n';
        text += indent + visibleText(entry.description) + u'\n';
        if (entry.marked) {
            text += indent
                + QCoreApplication::translate("evident::CatalogWriter",
                                              "The vendor's level and the wording of this event disagree.")
                + u'\n';
        }
        const RecordDetails details = entryDetails(catalog, entry);
        if (!details.guidance)
            continue;
        const QStringList lines = guidanceLines(*details.guidance, details.related)
            + QStringList{QString(), details.guidanceRemark()};
        text += u'\n';
        for (const QString &line : lines)
            text += (line.isEmpty() ? line : indent + line) + u'\n';
    }
    return text.toUtf8();
}

} // namespace evident
