#include "highlightswriter.h"

#include "jsonwriter.h"
#include "masker.h"
#include "normalisedrecord.h"
#include "querykeys.h"
#include "summarysheet.h"
#include "texttable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace evident {

namespace {

void writeCode(JsonWriter &json, Kind kind, qint64 code)
{
    json.key("kind"_L1);
    json.textOrNull(kindToken(kind));
    json.key("code"_L1);
    if (code == noCode)
        json.null();
    else
        json.number(code);
}

void writeNumber(JsonWriter &json, QLatin1StringView key, qint64 value)
{
    json.key(key);
    json.number(value);
}

void writeTime(JsonWriter &json, QLatin1StringView key, qint64 utcMs)
{
    json.key(key);
    json.text(utcTimeText(utcMs));
}

/// Of codes all of these, of users and applications the value; the others are null.
void writeRising(JsonWriter &json, const LogHighlights::Rising &rising)
{
    json.beginObject();
    json.key("what"_L1);
    json.text(queryKey(rising.field));
    writeCode(json, rising.kind, rising.code);
    json.key("value"_L1);
    json.textOrNull(rising.value);
    json.key("new"_L1);
    json.boolean(rising.rise.isNew);
    writeNumber(json, "lastHour"_L1, rising.lastHour);
    writeNumber(json, "hourBefore"_L1, rising.hourBefore);
    json.endObject();
}

void writeGap(JsonWriter &json, const Silence &silence)
{
    json.beginObject();
    writeTime(json, "from"_L1, silence.begin);
    writeTime(json, "to"_L1, silence.end);
    writeNumber(json, "seconds"_L1, silence.length() / 1000);
    json.endObject();
}

void writeErrors(JsonWriter &json, QLatin1StringView list, QLatin1StringView name, const FacetCounts &counts)
{
    json.key(list);
    json.beginArray();
    for (const FacetCount &facet : counts) {
        json.beginObject();
        json.key(name);
        json.textOrNull(facet.value);
        writeNumber(json, "errors"_L1, facet.count);
        json.endObject();
    }
    json.endArray();
}

void writeDrift(JsonWriter &json, const QList<LogHighlights::Code> &codes)
{
    json.key("drift"_L1);
    json.beginArray();
    for (const LogHighlights::Code &code : codes) {
        if (code.drift == 0 && code.formDrift == 0)
            continue;
        json.beginObject();
        writeCode(json, code.kind, code.code);
        writeNumber(json, "words"_L1, code.drift);
        writeNumber(json, "form"_L1, code.formDrift);
        json.endObject();
    }
    json.endArray();
}

void writeOddities(JsonWriter &json, const LogOddities &oddities)
{
    json.key("oddities"_L1);
    json.beginObject();
    writeNumber(json, "invalidBytes"_L1, oddities.invalidBytes);
    writeNumber(json, "withoutTime"_L1, oddities.withoutTime);
    json.key("newestFirst"_L1);
    json.boolean(oddities.newestFirst);
    writeNumber(json, "outOfOrder"_L1, oddities.outOfOrder);
    writeNumber(json, "clockJumps"_L1, oddities.jumps);
    json.endObject();
}

QString sectionText(const SummarySheet &sheet, SummarySection::Topic topic)
{
    const SummarySection *section = sheet.section(topic);
    if (!section || section->lines.isEmpty())
        return {};
    TextTable table({0}, 2);
    for (const SummaryLine &line : section->lines) {
        QStringList rest;
        for (const SummaryLink &link : line.links.mid(1))
            rest.append(link.text);
        if (!line.remark.isEmpty())
            rest.append(line.remark);
        table.addRow({line.links.isEmpty() ? QString() : line.links.first().text, line.text, rest.join(u"; "_s)});
    }
    QString text = u'\n' + section->title + u'\n' + table.toString();
    if (section->more > 0)
        text += u"  "_s
            + QCoreApplication::translate("evident::SummaryWriter", "and %Ln more", nullptr, int(section->more))
            + u'\n';
    return text;
}

} // namespace

void writeHighlights(JsonWriter &json, const LogSummary &summary)
{
    json.key("highlights"_L1);
    json.beginArray();
    for (const LogHighlights::Rising &rising : summary.highlights.rising)
        writeRising(json, rising);
    json.endArray();
    json.key("gaps"_L1);
    json.beginArray();
    for (const Silence &silence : summary.highlights.silences)
        writeGap(json, silence);
    json.endArray();
    writeErrors(json, "errorsByOwner"_L1, "owner"_L1, summary.highlights.ownersOfErrors);
    writeErrors(json, "errorsByApplication"_L1, "application"_L1, summary.highlights.applicationsByErrors);
    writeDrift(json, summary.highlights.codes);
    writeOddities(json, summary.oddities);
}

QString highlightsText(const LogSummary &summary)
{
    const SummarySheet sheet = summarySheet(summary);
    QString text;
    for (const SummarySection::Topic topic :
         {SummarySection::Topic::Rising, SummarySection::Topic::Gaps, SummarySection::Topic::Applications,
          SummarySection::Topic::UnknownCodes, SummarySection::Topic::Drift, SummarySection::Topic::Oddities})
        text += sectionText(sheet, topic);
    return text;
}

LogSummary maskedSummary(const LogSummary &summary, Masker &masker)
{
    LogSummary result = summary;
    const auto mask = [&masker](QString &text) { text = masker.masked(text); };
    mask(result.title);
    for (FacetCounts *counts : {&result.highlights.levels, &result.highlights.methods, &result.highlights.usersByErrors,
                                &result.highlights.applicationsByErrors}) {
        for (FacetCount &facet : *counts)
            mask(facet.value);
    }
    for (LogHighlights::Code &code : result.highlights.codes) {
        mask(code.level);
        mask(code.description);
    }
    for (LogHighlights::Rising &rising : result.highlights.rising) {
        mask(rising.value);
        mask(rising.description);
    }
    for (LogOddities::Part &part : result.oddities.parts)
        mask(part.path);
    mask(result.oddities.trouble);
    return result;
}

} // namespace evident
