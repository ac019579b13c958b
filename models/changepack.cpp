#include "changepack.h"

#include "catalogwriter.h"
#include "csvwriter.h"
#include "jsonwriter.h"
#include "markdowntext.h"
#include "packtext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <tuple>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::ChangePack)
};

/// One line of every table. What an added entry was before, and a removed one is now, is empty.
struct Row
{
    QString change; ///< "added", "changed" or "removed"
    EventKey key;
    EntryChange entries;
};
using Rows = QList<Row>;

Rows rowsOf(const CatalogDiff &diff)
{
    Rows rows;
    for (const CatalogEntry &entry : diff.added)
        rows.append({u"added"_s, entry.key, {{}, entry}});
    for (const EntryChange &change : diff.changed)
        rows.append({u"changed"_s, change.after.key, change});
    for (const CatalogEntry &entry : diff.removed)
        rows.append({u"removed"_s, entry.key, {entry, {}}});
    std::sort(rows.begin(), rows.end(), [](const Row &left, const Row &right) {
        return std::tie(left.key.code, left.key.kind) < std::tie(right.key.code, right.key.kind);
    });
    return rows;
}

/// The rows whose old text no longer says what the event says.
Rows rowsOfOldTexts(const Rows &rows)
{
    Rows kept;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(kept), [](const Row &row) {
        const QString &old = row.entries.before.description;
        return !old.isEmpty() && old != row.entries.after.description;
    });
    return kept;
}

constexpr std::array columns{"change"_L1,       "key"_L1,       "kind"_L1,      "code"_L1,
                             "fields"_L1,       "old_level"_L1, "new_level"_L1, "old_category"_L1,
                             "new_category"_L1, "old_text"_L1,  "new_text"_L1};

QStringList cells(const Row &row)
{
    const auto &[before, after] = row.entries;
    const QStringList fields = row.change == "changed"_L1 ? row.entries.fields() : QStringList();
    return {row.change,
            packKey(row.key),
            kindToken(row.key.kind),
            QString::number(row.key.code),
            fields.join(u' '),
            before.level,
            after.level,
            before.category,
            after.category,
            before.description,
            after.description};
}

QByteArray csv(const Rows &rows, CsvReader reader)
{
    QByteArray bytes = csvRow(QStringList(columns.begin(), columns.end()), reader);
    for (const Row &row : rows)
        bytes.append(csvRow(cells(row), reader));
    return bytes;
}

void writeRevision(JsonWriter &json, QLatin1StringView key, const CatalogRevision &revision)
{
    json.key(key);
    json.beginObject();
    json.key("revision"_L1);
    if (revision.id == 0)
        json.null();
    else
        json.number(revision.id);
    json.key("source"_L1);
    json.textOrNull(revision.source);
    json.key("created"_L1);
    json.textOrNull(revision.created.toUTC().toString(Qt::ISODate));
    json.endObject();
}

void writeEntry(JsonWriter &json, const CatalogEntry &entry)
{
    json.beginObject();
    writeEntryMembers(json, entry);
    json.endObject();
}

void writeEntries(JsonWriter &json, QLatin1StringView key, const QList<CatalogEntry> &entries)
{
    json.key(key);
    json.beginArray();
    for (const CatalogEntry &entry : entries)
        writeEntry(json, entry);
    json.endArray();
}

void writeChange(JsonWriter &json, const EntryChange &change)
{
    json.beginObject();
    json.key("code"_L1);
    json.number(change.after.key.code);
    json.key("kind"_L1);
    json.text(kindToken(change.after.key.kind));
    json.key("fields"_L1);
    json.beginArray();
    for (const QString &field : change.fields())
        json.text(field);
    json.endArray();
    json.key("before"_L1);
    writeEntry(json, change.before);
    json.key("after"_L1);
    writeEntry(json, change.after);
    json.endObject();
}

QByteArray json(const CatalogDiff &diff, const CatalogRevision &before, const CatalogRevision &after)
{
    JsonWriter json(JsonWriter::Layout::Indented);
    json.beginObject();
    writeRevision(json, "from"_L1, before);
    writeRevision(json, "to"_L1, after);
    writeEntries(json, "added"_L1, diff.added);
    json.key("changed"_L1);
    json.beginArray();
    for (const EntryChange &change : diff.changed)
        writeChange(json, change);
    json.endArray();
    writeEntries(json, "removed"_L1, diff.removed);
    json.key("unchanged"_L1);
    json.number(diff.unchanged);
    json.endObject();
    return json.take() + '\n';
}

/// One side of two texts, with the words that the other lacks marked. By elements of HTML, which Markdown knows: marks
/// of its own depend on what stands beside them.
QString markedText(const QList<TextPiece> &pieces, TextPiece::Side side)
{
    const QString element = side == TextPiece::Side::Before ? u"del"_s : u"ins"_s;
    QString text;
    for (const TextPiece &piece : pieces) {
        if (piece.side == TextPiece::Side::Both)
            text += markdownText(piece.text);
        else if (piece.side == side)
            text += u'<' + element + u'>' + markdownText(piece.text) + u"</"_s + element + u'>';
    }
    return text;
}

QString markedFact(const QString &before, const QString &after)
{
    if (before == after)
        return markdownText(after);
    QStringList facts;
    if (!before.isEmpty())
        facts.append(u"<del>"_s + markdownText(before) + u"</del>"_s);
    if (!after.isEmpty())
        facts.append(u"<ins>"_s + markdownText(after) + u"</ins>"_s);
    return facts.join(u' ');
}

QString changeWord(const QString &change)
{
    if (change == "added"_L1)
        return Messages::tr("added");
    return change == "removed"_L1 ? Messages::tr("removed") : Messages::tr("changed");
}

QStringList markdownCells(const Row &row)
{
    const auto &[before, after] = row.entries;
    QStringList texts{markdownText(before.description), markdownText(after.description)};
    QStringList facts{markdownText(before.level + after.level), markdownText(before.category + after.category)};
    if (row.change == "changed"_L1) {
        const QList<TextPiece> pieces = wordDifference(before.description, after.description);
        texts = {markedText(pieces, TextPiece::Side::Before), markedText(pieces, TextPiece::Side::After)};
        facts = {markedFact(before.level, after.level), markedFact(before.category, after.category)};
    }
    return QStringList{QString::number(row.key.code), kindToken(row.key.kind), changeWord(row.change)} + facts + texts;
}

QByteArray markdown(const Rows &rows, const CatalogRevision &before, const CatalogRevision &after)
{
    QString text = u"# "_s + Messages::tr("Changes of the event codes of RSA Cloud Access Service") + u"\n\n"_s;
    text += Messages::tr("From %1 to %2.").arg(markdownText(revisionText(before)), markdownText(revisionText(after)));
    const QStringList titles{Messages::tr("Code"),    Messages::tr("Kind"),     Messages::tr("Change"),
                             Messages::tr("Level"),   Messages::tr("Category"), Messages::tr("Old text"),
                             Messages::tr("New text")};
    text += u"\n\n| "_s + titles.join(u" | "_s) + u" |\n| ---: | --- | --- | --- | --- | --- | --- |\n"_s;
    for (const Row &row : rows)
        text += u"| "_s + markdownCells(row).join(u" | "_s) + u" |\n"_s;
    return text.toUtf8();
}

/// A string of SPL. Backquotes, dollars and line breaks mean something even within one.
QString splText(const QString &text)
{
    const bool hasSpecial =
        std::any_of(text.begin(), text.end(), [](QChar c) { return c == u'`' || c == u'$' || !c.isPrint(); });
    if (hasSpecial)
        return u"urldecode(\""_s + QString::fromLatin1(QUrl::toPercentEncoding(text)) + u"\")"_s;
    QString escaped = text;
    escaped.replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s);
    return u'"' + escaped + u'"';
}

QByteArray splunkSearch(const Rows &rows)
{
    QString text = uR"(| rest /servicesNS/-/-/saved/searches splunk_server=local count=0
| eval object="saved search", text=search
| append
    [| rest /servicesNS/-/-/admin/macros splunk_server=local count=0
    | eval object="macro", text=definition]
| append
    [| rest /servicesNS/-/-/data/ui/views splunk_server=local count=0
    | eval object="dashboard", text='eai:data']
| eval text=lower(text), events=null()
)"_s;
    for (const Row &row : rows) {
        text += u"| eval events=mvappend(events, if(mvcount(split(text, lower(%1)))>1, \"%2\", null()))\n"_s.arg(
            splText(row.entries.before.description), packKey(row.key));
    }
    text += u"| where isnotnull(events)\n| table object, title, eai:acl.app, eai:acl.owner, events\n"_s;
    return text.toUtf8();
}

QByteArray sentinelQuery(const Rows &rows, const QString &comment)
{
    QStringList lines;
    for (const Row &row : rows) {
        lines.append(u"    %1, %2, %3"_s.arg(quotedText(packKey(row.key)), quotedText(row.entries.before.description),
                                             quotedText(row.entries.after.description)));
    }
    const QString text = u"// "_s + comment + uR"(
// 1. Queries and rules that ran with an old text in them. Auditing of queries has to be on in the workspace.
let Changes = datatable(EvidentKey: string, OldText: string, NewText: string) [
)"_s + lines.join(u",\n"_s)
        + uR"(
];
LAQueryLogs
| where TimeGenerated > ago(30d)
| summarize LastRun = max(TimeGenerated) by QueryText, RequestClientApp, AADEmail
| extend One = 1
| join kind=inner (Changes | extend One = 1) on One
| where QueryText contains OldText or QueryText contains replace_string(OldText, '"', '\\"')
| project EvidentKey, OldText, NewText, QueryText, RequestClientApp, AADEmail, LastRun

// 2. Which wording your events carry by now. Needs the watchlist; adapt the table and the column.
RsaCloudAccess_CL
| where TimeGenerated > ago(30d)
| join kind=inner (
    _GetWatchlist("EvidentCasChanges")
    | where change == "changed" and old_text != new_text
    | extend Wording = pack_array("old", "new"), EventText = pack_array(old_text, new_text)
    | mv-expand Wording to typeof(string), EventText to typeof(string)
    | project SearchKey, Wording, EventText
) on $left.eventDescription == $right.EventText
| summarize Events = count(), LastSeen = max(TimeGenerated) by SearchKey, Wording, EventText
)"_s;
    return text.toUtf8();
}

QByteArray elasticDocuments(const Rows &rows)
{
    JsonWriter json;
    QByteArray lines;
    for (const Row &row : rows) {
        json.beginObject();
        json.key("index"_L1);
        json.beginObject();
        json.key("_index"_L1);
        json.text(u"evident-cas-changes"_s);
        json.key("_id"_L1);
        json.text(packKey(row.key));
        json.endObject();
        json.endObject();
        lines += json.take() + '\n';
        json.beginObject();
        const QStringList values = cells(row);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            json.key(columns[i]);
            json.textOrNull(values[qsizetype(i)]);
        }
        json.endObject();
        lines += json.take() + '\n';
    }
    return lines;
}

/// For `grep -F -f`: a literal a line. An empty one would find everything. A rule's file may have a text's quotes
/// escaped, as YAML and JSON want them.
QByteArray oldTexts(const Rows &rows)
{
    QStringList literals;
    const auto add = [&literals](const QString &text) {
        if (!text.trimmed().isEmpty() && !literals.contains(text))
            literals.append(text);
    };
    static const QRegularExpression lineBreak(u"[\\r\\n]+"_s);
    for (const Row &row : rows) {
        for (QString line : row.entries.before.description.split(lineBreak)) {
            add(line);
            add(QString(line).replace(u"'"_s, u"''"_s));
            add(line.replace(u"\\"_s, u"\\\\"_s).replace(u"\""_s, u"\\\""_s));
        }
    }
    return literals.isEmpty() ? QByteArray() : (literals.join(u'\n') + u'\n').toUtf8();
}

QStringList readmeParagraphs(const CatalogDiff &diff, const CatalogRevision &before, const CatalogRevision &after)
{
    return {
        Messages::tr("What the vendor changed in the event codes of RSA Cloud Access Service, made by Evident %1.")
            .arg(QStringLiteral(EVIDENT_VERSION)),
        Messages::tr("From %1 to %2.").arg(revisionText(before), revisionText(after)),
        Messages::tr("%n event(s) added.", nullptr, int(diff.added.size())) + u' '
            + Messages::tr("%n event(s) changed.", nullptr, int(diff.changed.size())) + u' '
            + Messages::tr("%n event(s) removed.", nullptr, int(diff.removed.size())),
        Messages::tr("A rule that matches on an old text finds nothing any more. Find such rules with the files below "
                     "and let them match on the event code, which does not change. A rule with a part of a text is "
                     "found only by somebody who reads: the words that changed are marked in changes.md."),
        Messages::tr("The old text of an added event and the new text of a removed one are empty. The tables in the "
                     "folders are for machines and keep every text to the letter; in changes.csv a cell that a "
                     "spreadsheet would take for a formula begins with an apostrophe."),
    };
}

QByteArray readme(const CatalogDiff &diff, const CatalogRevision &before, const CatalogRevision &after)
{
    return packReadme(
        readmeParagraphs(diff, before, after),
        {
            {u"changes.csv, changes.json, changes.md"_s,
             Messages::tr("All changes: for a spreadsheet, for a script, and to read.")},
            {u"splunk/evident_cas_changes.csv"_s,
             Messages::tr("Splunk: all changes as a lookup. Put it into the folder “lookups” of an app.")},
            {u"splunk/find-old-texts.spl"_s,
             Messages::tr(
                 "Splunk: a search that finds saved searches, macros and dashboards with an old text. It needs "
                 "nothing else of this pack, but the right to see the objects of all users.")},
            {u"sentinel/evident_cas_changes.csv"_s,
             Messages::tr("Microsoft Sentinel: all changes as a watchlist. Upload it under the alias "
                          "EvidentCasChanges, with “key” as its search key.")},
            {u"sentinel/find-old-texts.kql"_s,
             Messages::tr("Microsoft Sentinel: two queries. The first finds queries and rules that ran with an old "
                          "text, the second says which wording your events carry by now.")},
            {u"elastic/changes.ndjson"_s,
             Messages::tr("Elastic: all changes as documents: POST /_bulk, into the index evident-cas-changes.")},
            {u"sigma/old-texts.txt"_s,
             Messages::tr("Sigma, and whatever else is kept in files: the old texts, one a line. grep -r -i -F -f "
                          "old-texts.txt rules/ names the rules that have one.")},
            {u"manifest.json"_s,
             Messages::tr("Names the files of this pack. By it Evident knows what it may replace by a newer one.")},
        });
}

} // namespace

PackFiles changePack(const CatalogDiff &diff, const CatalogRevision &before, const CatalogRevision &after)
{
    const Rows rows = rowsOf(diff);
    const Rows old = rowsOfOldTexts(rows);
    return {
        {u"README.txt"_s, readme(diff, before, after)},
        {u"changes.csv"_s, csv(rows, CsvReader::Spreadsheet)},
        {u"changes.json"_s, json(diff, before, after)},
        {u"changes.md"_s, markdown(rows, before, after)},
        {u"splunk/evident_cas_changes.csv"_s, csv(rows, CsvReader::Machine)},
        {u"splunk/find-old-texts.spl"_s, splunkSearch(old)},
        {u"sentinel/evident_cas_changes.csv"_s, csv(rows, CsvReader::Machine)},
        {u"sentinel/find-old-texts.kql"_s, sentinelQuery(old, packComment(after))},
        {u"elastic/changes.ndjson"_s, elasticDocuments(rows)},
        {u"sigma/old-texts.txt"_s, oldTexts(old)},
    };
}

} // namespace evident
