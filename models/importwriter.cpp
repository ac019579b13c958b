#include "importwriter.h"

#include "jsonwriter.h"
#include "texttable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

constexpr int indent = 2;

void writeNumber(JsonWriter &json, QLatin1StringView key, std::optional<qint64> number)
{
    json.key(key);
    if (number)
        json.number(*number);
    else
        json.null();
}

void writeCodes(JsonWriter &json, QLatin1StringView key, const QList<CatalogEntry> &entries)
{
    json.key(key);
    json.beginArray();
    for (const CatalogEntry &entry : entries)
        json.number(entry.key.code);
    json.endArray();
}

void writeEntry(JsonWriter &json, QLatin1StringView key, const CatalogEntry &entry)
{
    json.key(key);
    json.beginObject();
    json.key("kind"_L1);
    json.textOrNull(kindToken(entry.key.kind));
    json.key("level"_L1);
    json.textOrNull(entry.level);
    json.key("category"_L1);
    json.textOrNull(entry.category);
    json.key("description"_L1);
    json.textOrNull(entry.description);
    json.endObject();
}

void writeChanges(JsonWriter &json, const QList<EntryChange> &changes)
{
    json.key("changed"_L1);
    json.beginArray();
    for (const EntryChange &change : changes) {
        json.beginObject();
        json.key("code"_L1);
        json.number(change.after.key.code);
        json.key("fields"_L1);
        json.beginArray();
        for (const QString &field : change.fields())
            json.text(field);
        json.endArray();
        writeEntry(json, "before"_L1, change.before);
        writeEntry(json, "after"_L1, change.after);
        json.endObject();
    }
    json.endArray();
}

void writeReport(JsonWriter &json, const ImportReport &report)
{
    const CatalogPage &page = report.page;
    json.beginObject();
    json.key("path"_L1);
    json.text(report.path);
    json.key("title"_L1);
    json.textOrNull(page.title);
    json.key("kind"_L1);
    json.textOrNull(page.entries.isEmpty() ? QString() : kindToken(page.kind));
    writeNumber(json, "from"_L1, page.from);
    writeNumber(json, "to"_L1, page.to);
    writeNumber(json, "entries"_L1, page.entries.size());
    writeCodes(json, "added"_L1, report.diff.added);
    writeChanges(json, report.diff.changed);
    writeCodes(json, "removed"_L1, report.diff.removed);
    writeNumber(json, "unchanged"_L1, report.diff.unchanged);
    json.key("notUnderstood"_L1);
    json.beginArray();
    for (const PageLine &line : page.notUnderstood) {
        json.beginObject();
        json.key("line"_L1);
        json.number(line.line);
        json.key("text"_L1);
        json.text(line.text);
        json.endObject();
    }
    json.endArray();
    json.key("applied"_L1);
    json.boolean(report.applied);
    writeNumber(json, "revision"_L1, report.revision);
    json.key("error"_L1);
    json.textOrNull(report.error);
    json.endObject();
}

/// For terminals and mails without colours.
QString marked(const QString &before, const QString &after)
{
    QString text;
    for (const TextPiece &piece : wordDifference(before, after)) {
        switch (piece.side) {
        case TextPiece::Side::Both:
            text += piece.text;
            break;
        case TextPiece::Side::Before:
            text += u"[-"_s + piece.text + u"-]"_s;
            break;
        case TextPiece::Side::After:
            text += u"{+"_s + piece.text + u"+}"_s;
            break;
        }
    }
    return text;
}

QString countsText(const ImportReport &report)
{
    TextTable table({1}, indent);
    const auto add = [&table](const QString &name, qsizetype count) { table.addRow({name, QString::number(count)}); };
    add(QCoreApplication::translate("evident::ImportWriter", "Entries of the page"), report.page.entries.size());
    add(QCoreApplication::translate("evident::ImportWriter", "Added"), report.diff.added.size());
    add(QCoreApplication::translate("evident::ImportWriter", "Changed"), report.diff.changed.size());
    add(QCoreApplication::translate("evident::ImportWriter", "Removed"), report.diff.removed.size());
    add(QCoreApplication::translate("evident::ImportWriter", "Unchanged"), report.diff.unchanged);
    add(QCoreApplication::translate("evident::ImportWriter", "Lines not understood"), report.page.notUnderstood.size());
    return table.toString();
}

/// "" when there is nothing to list.
QString section(const QString &title, const TextTable &table)
{
    return table.isEmpty() ? QString() : QString(indent, u' ') + title + u'\n' + table.toString();
}

QString entriesText(const QString &title, const QList<CatalogEntry> &entries)
{
    TextTable table({0}, 2 * indent);
    for (const CatalogEntry &entry : entries) {
        table.addRow({QString::number(entry.key.code), kindToken(entry.key.kind), entry.level, entry.category,
                      entry.description});
    }
    return section(title, table);
}

QString changesText(const QList<EntryChange> &changes)
{
    TextTable table({0}, 2 * indent);
    for (const EntryChange &change : changes) {
        const CatalogEntry &before = change.before;
        const CatalogEntry &after = change.after;
        table.addRow({QString::number(after.key.code), kindToken(after.key.kind), marked(before.level, after.level),
                      marked(before.category, after.category), marked(before.description, after.description)});
    }
    return section(QCoreApplication::translate("evident::ImportWriter", "Changed"), table);
}

QString linesText(const QList<PageLine> &lines)
{
    TextTable table({0}, 2 * indent);
    for (const PageLine &line : lines)
        table.addRow({QString::number(line.line), line.text});
    return section(QCoreApplication::translate("evident::ImportWriter", "Lines not understood"), table);
}

QString outcomeText(const ImportReport &report)
{
    if (!report.applied)
        return QCoreApplication::translate("evident::ImportWriter", "The catalog was not changed.");
    const QString text = report.diff.isEmpty()
        ? QCoreApplication::translate("evident::ImportWriter",
                                      "The catalog has all of this page already; it stays at revision %1.")
        : QCoreApplication::translate("evident::ImportWriter", "The catalog is at revision %1 now.");
    return text.arg(report.revision.value_or(0));
}

} // namespace

QByteArray importJson(const QList<ImportReport> &reports)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginArray();
    for (const ImportReport &report : reports)
        writeReport(json, report);
    json.endArray();
    return json.take() + '\n';
}

QByteArray importText(const QList<ImportReport> &reports)
{
    QStringList parts;
    for (const ImportReport &report : reports) {
        if (report.page.entries.isEmpty())
            continue; // the reason went to another place
        QString text = visibleText(report.path);
        if (!report.page.title.isEmpty())
            text += u": "_s + visibleText(report.page.title);
        text += u'\n' + countsText(report);
        text += entriesText(QCoreApplication::translate("evident::ImportWriter", "Added"), report.diff.added);
        text += changesText(report.diff.changed);
        text += entriesText(QCoreApplication::translate("evident::ImportWriter", "Removed"), report.diff.removed);
        text += linesText(report.page.notUnderstood);
        parts.append(text + QString(indent, u' ') + outcomeText(report) + u'\n');
    }
    return parts.join(u'\n').toUtf8();
}

} // namespace evident
