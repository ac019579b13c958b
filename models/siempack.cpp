#include "siempack.h"

#include "catalogwriter.h"
#include "csvwriter.h"
#include "jsonwriter.h"
#include "packtext.h"
#include "sigmarules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(evident::SiemPack)
};

QByteArray splunkLookup(const QList<CatalogEntry> &entries)
{
    QByteArray csv = csvRow(catalogColumns(), CsvReader::Machine);
    for (const CatalogEntry &entry : entries)
        csv.append(csvRow(catalogCells(entry), CsvReader::Machine));
    return csv;
}

QByteArray splunkTransforms(const QByteArray &comment)
{
    return "# " + comment + R"(
[evident_cas_events]
filename = evident_cas_events.csv
max_matches = 1
case_sensitive_match = false
)";
}

QByteArray splunkProps(const QByteArray &comment)
{
    return "# " + comment + R"(
# Adapt the name in brackets: it is the source type that your events of the service have.
# The fields are those of the service's JSON: eventCode and eventType of user and system events, activityCode of
# administrators' events. Where your add-on renames them, adapt the two EVAL lines.
[rsa:cas:json]
EVAL-evident_kind = case(isnotnull(tonumber(activityCode)), "admin", lower(eventType)=="system", "system", true(), "user")
EVAL-evident_code = tostring(coalesce(tonumber(activityCode), tonumber(eventCode)))
LOOKUP-evident_cas_events = evident_cas_events kind AS evident_kind code AS evident_code OUTPUT level AS evident_level category AS evident_category description AS evident_description method AS evident_method outcome AS evident_outcome owner AS evident_owner marked AS evident_marked
)";
}

QByteArray sentinelWatchlist(const QList<CatalogEntry> &entries)
{
    QByteArray csv = csvRow(QStringList{u"key"_s} + catalogColumns(), CsvReader::Machine);
    for (const CatalogEntry &entry : entries)
        csv.append(csvRow(QStringList{packKey(entry.key)} + catalogCells(entry), CsvReader::Machine));
    return csv;
}

QByteArray sentinelJoin(const QByteArray &comment)
{
    return "// " + comment + R"(
// Adapt the first line: it is the table that your events of the service are in. Where its columns have other names
// than the service's JSON (eventCode_s, eventCode_d), adapt the four names in quotes.
let Events = RsaCloudAccess_CL;
let Catalog = _GetWatchlist("EvidentCasEvents")
    | project SearchKey, EvidentLevel = level, EvidentCategory = category, EvidentDescription = description,
        EvidentMethod = method, EvidentOutcome = outcome, EvidentOwner = owner, EvidentMarked = marked;
Events
| extend EvidentAdminCode = tolong(tostring(column_ifexists("activityCode", ""))),
    EvidentEventCode = tolong(tostring(column_ifexists("eventCode", "")))
| extend EvidentKind = case(isnotnull(EvidentAdminCode), "admin",
    tostring(column_ifexists("eventType", "")) =~ "system", "system", "user")
| extend SearchKey = strcat(EvidentKind, ":", tostring(coalesce(EvidentAdminCode, EvidentEventCode)))
| lookup kind=leftouter Catalog on SearchKey
| project-away EvidentAdminCode, EvidentEventCode
)";
}

/// Without it the first document would decide the types.
QByteArray elasticIndex()
{
    return R"({
  "mappings": {
    "dynamic": false,
    "properties": {
      "key": { "type": "keyword" },
      "code": { "type": "long" },
      "kind": { "type": "keyword" },
      "level": { "type": "keyword" },
      "category": { "type": "keyword" },
      "description": { "type": "keyword" },
      "method": { "type": "keyword" },
      "outcome": { "type": "keyword" },
      "marked": { "type": "boolean" },
      "owner": { "type": "keyword" }
    }
  }
}
)";
}

QByteArray elasticDocuments(const QList<CatalogEntry> &entries)
{
    JsonWriter json;
    QByteArray lines;
    for (const CatalogEntry &entry : entries) {
        const QString key = packKey(entry.key);
        json.beginObject();
        json.key("index"_L1);
        json.beginObject();
        json.key("_index"_L1);
        json.text(u"evident-cas-events"_s);
        json.key("_id"_L1);
        json.text(key);
        json.endObject();
        json.endObject();
        lines += json.take() + '\n';
        json.beginObject();
        json.key("key"_L1);
        json.text(key);
        writeEntryMembers(json, entry);
        json.endObject();
        lines += json.take() + '\n';
    }
    return lines;
}

QByteArray elasticPolicy()
{
    return R"({
  "match": {
    "indices": "evident-cas-events",
    "match_field": "key",
    "enrich_fields": [
      "code", "kind", "level", "category", "description", "method", "outcome", "marked", "owner"
    ]
  }
}
)";
}

/// A code may be a number or a text, with zeros before it; one that is no number leaves the event as it is.
QByteArray elasticPipeline()
{
    return R"({
  "description": "Explains the event codes of RSA Cloud Access Service.",
  "processors": [
    {
      "script": {
        "description": "Adapt eventCode, eventType and activityCode where your events have them in other fields.",
        "lang": "painless",
        "source": "def code = ctx.activityCode != null ? ctx.activityCode : ctx.eventCode; if (code == null) { return; } String kind = ctx.activityCode != null ? 'admin' : ('system'.equalsIgnoreCase(String.valueOf(ctx.eventType)) ? 'system' : 'user'); ctx.evident_key = kind + ':' + Long.parseLong(String.valueOf(code).trim());",
        "ignore_failure": true
      }
    },
    {
      "enrich": {
        "policy_name": "evident-cas-events",
        "field": "evident_key",
        "target_field": "evident",
        "max_matches": 1,
        "ignore_missing": true
      }
    },
    {
      "remove": {
        "field": "evident_key",
        "ignore_missing": true
      }
    }
  ]
}
)";
}

QByteArray readme(const QList<CatalogEntry> &entries, const CatalogRevision &revision, const QString &query)
{
    QStringList paragraphs{
        Messages::tr("The event codes of RSA Cloud Access Service for a SIEM, made by Evident %1.")
            .arg(QStringLiteral(EVIDENT_VERSION)),
        Messages::tr("They come from %1 of the catalog.").arg(revisionText(revision)),
        query.isEmpty()
            ? Messages::tr("These are all %n event(s) of the catalog.", nullptr, int(entries.size()))
            : Messages::tr("These are the %n event(s) that this query keeps: %1", nullptr, int(entries.size()))
                  .arg(visibleText(query)),
        Messages::tr("A code is a number within a kind: user, system or admin. Both together are the key. The vendor's "
                     "level, category and description are kept to the letter; method, outcome and owner are Evident's. "
                     "An event is marked when the vendor's level and its wording disagree."),
        Messages::tr("The tables are for machines and keep every text to the letter: open them in a text editor, not "
                     "in a spreadsheet."),
    };
    return packReadme(
        paragraphs,
        {
            {u"splunk/evident_cas_events.csv"_s,
             Messages::tr("Splunk: the lookup. Put it into the folder “lookups” of an app.")},
            {u"splunk/transforms.conf"_s,
             Messages::tr("Splunk: defines the lookup. Add it to the file of this name in the folder “local” of the "
                          "same app.")},
            {u"splunk/props.conf"_s,
             Messages::tr("Splunk: looks every event up by itself. Add it to the file of this name beside the other, "
                          "and adapt the source type as its comment says.")},
            {u"sentinel/evident_cas_events.csv"_s,
             Messages::tr(
                 "Microsoft Sentinel: the watchlist. Upload it under the alias EvidentCasEvents, with “key” as "
                 "its search key.")},
            {u"sentinel/join.kql"_s,
             Messages::tr("Microsoft Sentinel: a query that explains your events by the watchlist. Adapt the table as "
                          "its comment says.")},
            {u"elastic/index.json"_s,
             Messages::tr("Elastic, first step: the index to look up in: PUT /evident-cas-events")},
            {u"elastic/documents.ndjson"_s, Messages::tr("Elastic, second step: what is in it: POST /_bulk?refresh")},
            {u"elastic/enrich-policy.json"_s,
             Messages::tr("Elastic, third step: PUT /_enrich/policy/evident-cas-events, then POST "
                          "/_enrich/policy/evident-cas-events/_execute")},
            {u"elastic/ingest-pipeline.json"_s,
             Messages::tr("Elastic, fourth step: PUT /_ingest/pipeline/evident-cas-events, then let the pipeline of "
                          "your events call it. After an update of the documents execute the policy again.")},
            {u"sigma/rules.yml"_s,
             Messages::tr("Sigma: a rule to begin with for each event that the vendor calls an error (level medium) or "
                          "critical (level high). A rule's id stays the same from one pack to the next. Adapt the "
                          "source of the log.")},
            {u"manifest.json"_s,
             Messages::tr("Names the files of this pack. By it Evident knows what it may replace by a newer one.")},
        });
}

} // namespace

PackFiles siemPack(const QList<CatalogEntry> &entries, const CatalogRevision &revision, const QString &query)
{
    const QString comment = packComment(revision);
    const QByteArray utf8 = comment.toUtf8();
    return {
        {u"README.txt"_s, readme(entries, revision, query)},
        {u"splunk/evident_cas_events.csv"_s, splunkLookup(entries)},
        {u"splunk/transforms.conf"_s, splunkTransforms(utf8)},
        {u"splunk/props.conf"_s, splunkProps(utf8)},
        {u"sentinel/evident_cas_events.csv"_s, sentinelWatchlist(entries)},
        {u"sentinel/join.kql"_s, sentinelJoin(utf8)},
        {u"elastic/index.json"_s, elasticIndex()},
        {u"elastic/documents.ndjson"_s, elasticDocuments(entries)},
        {u"elastic/enrich-policy.json"_s, elasticPolicy()},
        {u"elastic/ingest-pipeline.json"_s, elasticPipeline()},
        {u"sigma/rules.yml"_s, sigmaRules(entries, comment)},
    };
}

} // namespace evident
